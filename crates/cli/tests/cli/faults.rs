//! Things are taken away from the project's own work, a few times: all kinds of harm, each tried once or twice.

use serde_json::Value;

use crate::support::{SmallProject, call, document};

/// Returns the rows of a part, by what was done.
fn rows<'a>(value: &'a Value, part: &str) -> Vec<&'a Value> {
    let rows = value["trials"].as_array().unwrap().iter();
    rows.filter(|row| row["part"] == part).collect()
}

#[test]
fn a_few_runs_at_once_come_to_what_they_must() {
    let folder = tempfile::tempdir().unwrap();
    let results = folder.path().to_str().unwrap();
    let words = [
        "faults",
        "load",
        "--runs",
        "300",
        "--format",
        "json",
        "--results",
        results,
    ];
    let called = call(&words);
    assert_eq!(called.status, 0, "{}{}", called.stdout, called.stderr);
    let value = document(&called, "tiers.faults");
    let rows = rows(&value, "load");
    let tried: u64 = rows
        .iter()
        .filter(|row| row["fault"] != "what is left of it")
        .map(|row| row["tried"].as_u64().unwrap())
        .sum();
    assert_eq!(tried, 300);
    assert!(rows.len() > 10, "{}", rows.len());
    let kept = std::fs::read(folder.path().join("faults.jsonl")).unwrap();
    let again = call(&words);
    assert_eq!(again.stdout, called.stdout);
    assert_eq!(
        std::fs::read(folder.path().join("faults.jsonl")).unwrap(),
        kept,
        "what was tried is not tried again"
    );
}

#[test]
fn an_interruption_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let results = folder.path().to_str().unwrap();
    // A whole run, killed once; ./artifact faults strikes every work in every way, many times.
    let called = call(&[
        "faults",
        "interruption",
        "--trials",
        "1",
        "--results",
        results,
    ]);
    assert_eq!(called.status, 0, "{}{}", called.stdout, called.stderr);
    for words in [
        "no harm  reproduce, SIGKILL: 1 tried",
        "interruption: 1 trials, 0 of them with harm",
    ] {
        assert!(called.stdout.contains(words), "{words}: {}", called.stdout);
    }
}

#[test]
fn harm_is_told_and_is_a_failure() {
    let project = SmallProject::new();
    std::fs::create_dir(project.path("r")).unwrap();
    let row = r#"{"schema":"tiers.fault-trials/1","part":"load","work":"runs of the library","fault":"raises","seed":1,"program_sha256":"","tried":2,"struck":2,"harmed":1,"harm":["run 7: it is gone"]}"#;
    std::fs::write(project.path("r/faults.jsonl"), format!("{row}\n")).unwrap();
    let words = ["faults", "load", "--runs", "0", "--results", "r"];
    let called = project.call(&words);
    assert_eq!(called.status, 1, "{}{}", called.stdout, called.stderr);
    let told = "HARM     runs of the library, raises: 2 tried, 2 in time, 1 harmed\n    run 7: it is gone\n";
    assert!(called.stdout.contains(told), "{}", called.stdout);
}
