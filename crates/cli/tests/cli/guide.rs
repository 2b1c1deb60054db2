//! The decision guide shows what `tiers explain` says: what stands there is what it says now.

use crate::support::{called, repository, tiers};

/// Returns the fenced blocks of `language` on a page, in order.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    let parts = page.split(&opening).skip(1);
    parts
        .map(|part| part.split("```").next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn the_guides_examples_are_what_explain_says() {
    let page = std::fs::read_to_string(repository().join("paper/src/deciding.md")).unwrap();
    let (programs, answers) = (blocks(&page, "python"), blocks(&page, "text"));
    assert_eq!((programs.len(), answers.len()), (2, 2));
    let folder = tempfile::tempdir().unwrap();
    for (program, answer) in programs.iter().zip(&answers) {
        std::fs::write(folder.path().join("orders.py"), program).unwrap();
        let mut command = tiers();
        command
            .args(["explain", "orders.py", "--project"])
            .arg(repository())
            .current_dir(folder.path());
        let said = called(&command.output().unwrap());
        assert_eq!(said.status, 0, "{said:?}");
        assert_eq!(said.stdout.trim_end(), answer.trim_end(), "{program}");
    }
}
