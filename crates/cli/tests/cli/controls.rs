//! Faults made on purpose: each must be noticed, by the command that a reader would use.

use std::path::Path;

use record::sha256_hex;
use serde_json::Value;

use crate::support::{SmallProject, call, document, guests};

/// Returns the row of a control.
fn row<'a>(value: &'a Value, control: &str) -> &'a Value {
    let rows = value["controls"].as_array().unwrap();
    rows.iter().find(|row| row["control"] == control).unwrap()
}

/// Returns everything that the command said of the fault.
fn said(value: &Value, control: &str) -> String {
    let wrong = &row(value, control)["wrong"];
    let words = |name: &str| wrong[name].as_str().unwrap().to_owned();
    words("stdout") + &words("stderr")
}

#[test]
fn every_fault_is_noticed_and_nothing_is_said_without_it() {
    let called = call(&["controls", "--format", "json"]);
    assert_eq!(called.status, 0, "{}{}", called.stdout, called.stderr);
    let value = document(&called, "tiers.controls");
    for row in value["controls"].as_array().unwrap() {
        assert_eq!(row["state"], "caught", "{row:#}");
        assert_eq!(
            (&row["right"]["status"], &row["wrong"]["status"]),
            (&0.into(), &1.into())
        );
    }
    let folder = std::env::temp_dir();
    assert!(
        !called.stdout.contains(folder.to_str().unwrap()),
        "a folder's name got into it"
    );

    insta::assert_snapshot!(said(&value, "mutated_sample"), @r"
    DIFF  one-byte-off  samples/syntax/names.py
    --- CPython
    +++ one-byte-off
    @@ -1,2 +1,2 @@
    -first 5
    +girst 5
     second 6
    ");
    insta::assert_snapshot!(said(&value, "corrupted_record"), @r"
    tiers: results/records.jsonl: its SHA-256 is not the one in complete.json: it was changed
    hint: nothing was changed; put the file back as it was, or choose another --results
    ");
    insta::assert_snapshot!(said(&value, "corrupted_line"), @r"
    tiers: results/records.jsonl, line 2: expected value at line 1 column 1
    hint: nothing was changed; put the file back as it was, or choose another --results
    ");
    let rule = said(&value, "wrong_rule");
    assert!(
        rule.contains("rounds.py") && rule.contains("2.68"),
        "{rule}"
    );
    let guest = said(&value, "swapped_guest");
    assert!(
        guest.contains("guest: failed: guest is not what its builder made"),
        "{guest}"
    );
}

/// Guests of this machine under their names, of which one is a copy with its digest beside it.
fn guests_with_a_copy(of: &str, folder: &Path) {
    for guest in std::fs::read_dir(guests()).unwrap() {
        let guest = guest.unwrap();
        std::os::unix::fs::symlink(guest.path(), folder.join(guest.file_name())).unwrap();
    }
    let (copy, sidecar) = (folder.join(of), folder.join(format!("{of}.build.json")));
    std::fs::remove_file(&copy).unwrap();
    std::fs::copy(guests().join(of), &copy).unwrap();
    let text = std::fs::read_to_string(&sidecar).unwrap();
    let mut said: Value = serde_json::from_str(&text).unwrap();
    said["sha256"] = sha256_hex(&std::fs::read(&copy).unwrap()).into();
    std::fs::remove_file(&sidecar).unwrap();
    std::fs::write(sidecar, said.to_string()).unwrap();
}

#[test]
fn a_real_guest_of_which_one_byte_changed_is_told_and_does_not_run() {
    let project = SmallProject::new();
    let folder = project.path("guests");
    std::fs::create_dir(&folder).unwrap();
    guests_with_a_copy("tier-full", &folder);
    let told = |verb: &[&str]| project.call(&[verb, &["--guests", "guests"]].concat());
    let doctor = told(&["doctor"]);
    assert_eq!(doctor.status, 0, "{}{}", doctor.stdout, doctor.stderr);
    assert!(!doctor.stdout.contains("altered"), "{}", doctor.stdout);

    // A byte behind the end: it runs, and prints what it printed.
    let mut bytes = std::fs::read(folder.join("tier-full")).unwrap();
    bytes.push(0);
    std::fs::write(folder.join("tier-full"), bytes).unwrap();
    let doctor = told(&["doctor"]);
    assert_eq!(doctor.status, 1, "{}{}", doctor.stdout, doctor.stderr);
    assert!(
        doctor
            .stdout
            .contains("tier-full is not what its builder made"),
        "{}",
        doctor.stdout
    );

    let poc = told(&["poc", "2", "--quick", "--results", "r"]);
    assert_eq!(poc.status, 1, "{}{}", poc.stdout, poc.stderr);
    let words = "full-static-x86_64: failed: tier-full is not what its builder made";
    assert!(poc.stdout.contains(words), "{}", poc.stdout);
    let records = std::fs::read_to_string(project.path("r/records.jsonl")).unwrap();
    let failed = "\"metric\":\"outcome\",\"value\":\"failed\"";
    assert!(
        records
            .lines()
            .any(|line| line.contains("full-static-x86_64") && line.contains(failed))
    );
}

#[test]
fn what_the_commands_said_is_a_page_of_the_book() {
    let project = SmallProject::new();
    let run = project.call(&["reproduce", "--quick", "--out", "book"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let page = std::fs::read_to_string(project.path("book/controls.html")).unwrap();
    for words in [
        "+girst 5",
        "its SHA-256 is not the one in complete.json",
        "[exit status 1]",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let records = project.path("results/local/records.jsonl");
    let before = std::fs::read(&records).unwrap();
    let again = project.call(&["reproduce", "--quick", "--resume", "--out", "book"]);
    assert_eq!(again.status, 0, "{}", again.stderr);
    assert_eq!(
        std::fs::read(&records).unwrap(),
        before,
        "what is recorded is not run again"
    );
}

#[test]
fn without_light_the_rule_is_not_planted_and_that_is_said() {
    let project = SmallProject::new();
    let called = project.call(&["controls", "--format", "json"]);
    assert_eq!(called.status, 0, "{}{}", called.stdout, called.stderr);
    let value = document(&called, "tiers.controls");
    assert_eq!(row(&value, "wrong_rule")["state"], "not-provisioned");
    assert_eq!(row(&value, "swapped_guest")["state"], "caught");
}
