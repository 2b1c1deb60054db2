//! The book, as it is built.

use crate::support::{SmallProject, call, repository};

#[test]
fn the_book_is_built_from_the_reference_run() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("book");
    let report = call(&[
        "report",
        "--results",
        "results/reference",
        "--out",
        out.to_str().unwrap(),
    ]);
    assert_eq!(report.status, 0, "{}", report.stderr);
    let page = |name: &str| std::fs::read_to_string(out.join(name)).unwrap();
    assert!(
        page("index.html").contains("C7.6b"),
        "the overview has the verdicts"
    );
    assert!(
        page("poc7.html").contains("abstract guard: False"),
        "the difference is isolated"
    );
    for entry in std::fs::read_dir(&out).unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(
                !text.contains("{{#tiers"),
                "{path:?}: a tag was not filled in"
            );
        }
    }
}

#[test]
fn without_results_the_book_says_so() {
    let project = SmallProject::new();
    let results = project.path("results/empty");
    std::fs::create_dir_all(&results).unwrap();
    let report = project.call(&["report", "--results", "results/empty", "--out", "book"]);
    assert_eq!(report.status, 1, "{}", report.stderr);
    assert!(
        report.stderr.contains("holds no results"),
        "{}",
        report.stderr
    );
    assert!(
        report.stderr.contains("hint: tiers reproduce"),
        "{}",
        report.stderr
    );
}

#[test]
fn the_preprocessor_answers_mdbook() {
    assert_eq!(call(&["preprocess", "supports", "html"]).status, 0);
    assert_eq!(call(&["preprocess", "supports", "latex"]).status, 1);
    let config = std::fs::read_to_string(repository().join("paper/book.toml")).unwrap();
    assert!(
        config.contains("tiers preprocess"),
        "mdbook serve paper calls it"
    );
}
