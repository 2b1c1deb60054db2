//! Results folders: nothing lost, nothing doubled, nothing taken for what it is not.

use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use crate::support::{SmallProject, repository};

const QUICK: [&str; 2] = ["reproduce", "--quick"];

#[test]
fn a_new_run_keeps_the_old_one_and_two_at_once_refuse_each_other() {
    let project = SmallProject::new();
    let first = project.call(&["poc", "7", "--quick", "--results", "r"]);
    assert_eq!(first.status, 0, "{}", first.stderr);
    let mut running = project.spawn(&["poc", "7", "--quick", "--results", "r"]);
    sleep(Duration::from_millis(500));
    let refused = project.call(&["poc", "7", "--quick", "--results", "r"]);
    running.kill().unwrap();
    running.wait().unwrap();
    assert_eq!(refused.status, 1, "{}", refused.stderr);
    assert!(
        refused
            .stderr
            .contains("is being written to by another run"),
        "{}",
        refused.stderr
    );
    assert!(
        project.path("r.1/complete.json").exists(),
        "the first run's results are kept"
    );
}

#[test]
fn a_run_goes_on_only_with_what_it_began_with() {
    let project = SmallProject::new();
    let mut run = project.spawn(&["reproduce", "--quick", "--results", "r"]);
    sleep(Duration::from_millis(700));
    run.kill().unwrap();
    run.wait().unwrap();
    std::fs::write(
        project.path("samples/idioms/04_abc_abstractmethod.py"),
        "print()\n",
    )
    .unwrap();
    let refused = project.call(&["reproduce", "--quick", "--resume", "--results", "r"]);
    assert_eq!(refused.status, 1, "{}", refused.stderr);
    assert!(
        refused.stderr.contains("a run with other inputs"),
        "{}",
        refused.stderr
    );
    assert!(
        refused.stderr.contains("hint: leave --resume away"),
        "{}",
        refused.stderr
    );
}

#[test]
fn a_changed_record_is_named_and_nothing_is_touched() {
    let project = SmallProject::new();
    let copied = project.path("results/local");
    copy_folder(&repository().join("results/reference"), &copied);
    let records = copied.join("records.jsonl");
    let text = std::fs::read_to_string(&records).unwrap();

    let changed = text.replacen(
        "\"metric\":\"stdout\",\"value\":\"",
        "\"metric\":\"stdout\",\"value\":\"0",
        1,
    );
    assert_ne!(changed, text);
    std::fs::write(&records, &changed).unwrap();
    let claims = project.call(&["claims"]);
    assert_eq!(claims.status, 1, "{}", claims.stdout);
    assert!(
        claims
            .stderr
            .contains("records.jsonl: its SHA-256 is not the one"),
        "{}",
        claims.stderr
    );

    let mut lines: Vec<&str> = text.lines().collect();
    lines[3] = "rubbish";
    std::fs::write(&records, lines.join("\n") + "\n").unwrap();
    let claims = project.call(&["claims"]);
    assert_eq!(claims.status, 1, "{}", claims.stdout);
    assert!(
        claims.stderr.contains("records.jsonl, line 4:"),
        "{}",
        claims.stderr
    );
    assert!(
        claims.stderr.contains("hint: nothing was changed"),
        "{}",
        claims.stderr
    );
    assert!(
        std::fs::read_to_string(&records)
            .unwrap()
            .contains("rubbish")
    );
}

#[test]
fn a_folder_that_cannot_be_written_is_a_clear_error() {
    let project = SmallProject::new();
    std::fs::write(project.path("file"), "").unwrap();
    let run = project.call(&[&QUICK[..], &["--results", "file/results"]].concat());
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("file/results"), "{}", run.stderr);
    let none = project.call(&["claims", "--results", "nowhere"]);
    assert_eq!(none.status, 1, "{}", none.stderr);
    assert!(
        none.stderr.contains("nowhere holds no results"),
        "{}",
        none.stderr
    );
}

#[test]
fn what_the_project_lacks_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = crate::support::tiers();
    let output = command
        .args(["poc", "7"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let run = crate::support::called(&output);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(
        run.stderr.contains("there is no cells.toml in"),
        "{}",
        run.stderr
    );

    let project = SmallProject::new();
    let empty = tempfile::tempdir().unwrap();
    let run = project.call(&[
        "poc",
        "7",
        "--quick",
        "--guests",
        empty.path().to_str().unwrap(),
    ]);
    assert_eq!(run.status, 3, "{}", run.stderr);
    assert!(
        run.stderr.contains("python3-x86_64 is not provisioned"),
        "{}",
        run.stderr
    );

    std::fs::remove_file(project.path("samples/speed/pure.py")).unwrap();
    let run = project.call(&["bench", "pure", "--quick"]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(
        run.stderr
            .contains("there is no sample pure; there are: dynamic, startup"),
        "{}",
        run.stderr
    );

    std::fs::write(
        project.path("cells.toml"),
        "schema = \"tiers.cells/1\"\ncell = 7\n",
    )
    .unwrap();
    let run = project.call(&["doctor"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("cells.toml"), "{}", run.stderr);
}

#[test]
fn a_cell_that_is_not_there_is_an_outcome_and_one_that_breaks_is_a_failure() {
    let project = SmallProject::new();
    let cells = std::fs::read_to_string(project.path("cells.toml")).unwrap();
    let gone = cells.replace("program = \"tier-full\"", "program = \"no-such-guest\"");
    std::fs::write(project.path("cells.toml"), &gone).unwrap();
    let run = project.call(&["poc", "7", "--quick"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        run.stdout
            .contains("full-static-x86_64: not provisioned: ./artifact build"),
        "{}",
        run.stdout
    );

    let broken = cells.replace("\"exec\", \"{file}\"", "\"no-such-verb\", \"{file}\"");
    std::fs::write(project.path("cells.toml"), &broken).unwrap();
    let run = project.call(&["poc", "7", "--quick"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(
        run.stdout.contains("full-static-x86_64: failed"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("usage: exec FILE"),
        "the output of what failed is shown: {}",
        run.stdout
    );
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let there = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &there);
        } else {
            std::fs::copy(entry.path(), there).unwrap();
        }
    }
}
