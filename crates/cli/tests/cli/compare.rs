//! Two runs side by side: the reference run, and copies of it that were changed.

use std::path::{Path, PathBuf};

use record::sha256_hex;
use serde_json::Value;

use crate::support::{Called, call, document, repository};

const REFERENCE: &str = "results/reference";
const CELL: &str = "light-stock-x86_64";
const SAMPLE: &str = "14_namedtuple";

/// A copy of the reference run. Its outputs are shared with the original until one is added.
struct Copy {
    folder: tempfile::TempDir,
}

impl Copy {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let original = repository().join(REFERENCE);
        for name in ["records.jsonl", "fingerprint.json", "complete.json"] {
            std::fs::copy(original.join(name), folder.path().join(name)).unwrap();
        }
        std::fs::create_dir(folder.path().join("blobs")).unwrap();
        for blob in std::fs::read_dir(original.join("blobs")).unwrap() {
            let blob = blob.unwrap();
            let copy = folder.path().join("blobs").join(blob.file_name());
            std::os::unix::fs::symlink(blob.path(), copy).unwrap();
        }
        std::os::unix::fs::symlink(original.join("corpus"), folder.path().join("corpus")).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Changes the lines of the records, and has the run say of itself what is then there.
    fn change(&self, change: impl Fn(&str) -> String) {
        let path = self.path("records.jsonl");
        let text = std::fs::read_to_string(&path).unwrap();
        let changed: String = text.lines().map(|line| change(line) + "\n").collect();
        assert_ne!(changed, text, "nothing was changed");
        std::fs::write(path, changed).unwrap();
        self.complete();
    }

    /// Changes a file that is one JSON document.
    fn edit(&self, name: &str, edit: impl Fn(&mut Value)) {
        let mut value = json(&self.path(name));
        edit(&mut value);
        std::fs::write(self.path(name), value.to_string()).unwrap();
    }

    fn complete(&self) {
        let digest = |name: &str| sha256_hex(&std::fs::read(self.path(name)).unwrap());
        self.edit("complete.json", |complete| {
            complete["records_sha256"] = digest("records.jsonl").into();
            complete["fingerprint_sha256"] = digest("fingerprint.json").into();
        });
    }

    fn compare(&self, more: &[&str]) -> Called {
        let copy = self.folder.path().to_str().unwrap();
        call(&[&["compare", REFERENCE, copy], more].concat())
    }

    /// Returns the document, having checked the status.
    #[track_caller]
    fn compared(&self, status: i32) -> Value {
        let called = self.compare(&["--format", "json"]);
        assert_eq!(called.status, status, "{}", called.stderr);
        document(&called, "tiers.comparison")
    }
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Says whether a record is what `metric` came to for the sample on the cell.
fn is_of(line: &str, metric: &str) -> bool {
    let of = [
        format!("\"sample\":\"{SAMPLE}\""),
        format!("\"cell\":\"{CELL}\""),
        format!("\"metric\":\"{metric}\""),
    ];
    of.iter().all(|words| line.contains(words))
}

/// A copy in which the sample prints something else on the cell.
fn misprinting() -> Copy {
    let copy = Copy::new();
    let output = b"something else\n";
    let digest = sha256_hex(output);
    std::fs::write(copy.path("blobs").join(&digest), output).unwrap();
    copy.change(|line| {
        if !is_of(line, "stdout") {
            return line.to_owned();
        }
        let mut record: Value = serde_json::from_str(line).unwrap();
        record["value"] = digest.clone().into();
        record.to_string()
    });
    copy
}

#[test]
fn a_run_is_as_itself() {
    let value = Copy::new().compared(0);
    assert_eq!(value["schema"], "tiers.comparison/1");
    for nothing in ["parts", "differences", "figures", "missing"] {
        assert_eq!(value[nothing], Value::Array(Vec::new()), "{nothing}");
    }
    let claims = value["claims"].as_array().unwrap();
    assert!(!claims.is_empty());
    for claim in claims {
        assert_eq!(claim["first"], claim["second"], "{claim}");
        assert!(claim["kind"].is_null(), "{claim}");
    }
    assert!(value["summary"]["compared"].as_u64().unwrap() > 1000);
}

#[test]
fn other_bytes_are_behaviour() {
    let copy = misprinting();
    let value = copy.compared(1);
    let differences = value["differences"].as_array().unwrap();
    let told = |difference: &Value| {
        ["kind", "cell", "sample", "what"].map(|key| difference[key].as_str().unwrap().to_owned())
    };
    let told: Vec<_> = differences.iter().map(told).collect();
    let expected = ["stdout", "verdict"].map(|what| ["behaviour", CELL, SAMPLE, what]);
    assert_eq!(told, expected);
    let reasons = &differences[0]["reasons"];
    assert_eq!(*reasons, Value::Array(Vec::new()), "no part differs");
    let claims = value["claims"].as_array().unwrap();
    let claim = claims.iter().find(|claim| claim["id"] == "C7.1").unwrap();
    assert_eq!(claim["kind"], "behaviour", "{claim}");
    assert_ne!(claim["first"]["verdict"], claim["second"]["verdict"]);

    let human = copy.compare(&[]);
    assert_eq!(human.status, 1, "{}", human.stderr);
    let (_, section) = human.stdout.split_once("\nBehaviour\n").unwrap();
    let (section, _) = section.split_once("\n\n").unwrap();
    let lines: Vec<&str> = section.lines().map(str::trim).collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    cell                program        what     first          second         PoCs  because of
    light-stock-x86_64  14_namedtuple  stdout   924d5cb2374d…  a1621be95040…  7     nothing that the fingerprints record
    light-stock-x86_64  14_namedtuple  verdict  PASS           DIFF           7     nothing that the fingerprints record
    ");
}

#[test]
fn times_and_the_machine_are_no_behaviour() {
    let copy = Copy::new();
    copy.edit("fingerprint.json", |fingerprint| {
        fingerprint["machine"]["cpu"]["model"] = "another processor".into();
    });
    copy.change(|line| {
        let of = [CELL, "\"sample\":\"startup\"", "\"metric\":\"wall\""];
        if !of.iter().all(|words| line.contains(words)) {
            return line.to_owned();
        }
        let mut record: Value = serde_json::from_str(line).unwrap();
        // So fast that no verdict on Light's speed can stay.
        record["value"] = (record["value"].as_u64().unwrap() / 100).into();
        record.to_string()
    });
    let value = copy.compared(0);
    assert_eq!(value["differences"], Value::Array(Vec::new()));
    assert_eq!(value["parts"][0]["part"], "machine.cpu.model");
    let figures = value["figures"].as_array().unwrap();
    let named = |figure: &&Value| figure["figure"] == "startup/1/ratio_to_python3";
    let ratio = figures.iter().find(named).unwrap();
    assert_eq!(
        (&ratio["cell"], &ratio["apart"]),
        (&CELL.into(), &true.into())
    );
    assert_eq!(ratio["reasons"], Value::from(vec!["machine.cpu.model"]));
    let claims = value["claims"].as_array().unwrap();
    let claim = claims.iter().find(|claim| claim["id"] == "C7.7L").unwrap();
    assert_eq!(
        (&claim["kind"], &claim["reasons"][0]),
        (&"machine".into(), &"machine.cpu.model".into())
    );

    let human = copy.compare(&[]);
    assert_eq!(human.status, 0, "{}", human.stderr);
    assert!(
        human.stdout.contains("another processor"),
        "{}",
        human.stdout
    );
    assert!(
        human.stdout.contains("Differences: 0 of behaviour"),
        "{}",
        human.stdout
    );
}

#[test]
fn what_one_run_has_not_is_missing_from_it() {
    let copy = Copy::new();
    std::fs::remove_file(copy.path("complete.json")).unwrap();
    let text = std::fs::read_to_string(copy.path("records.jsonl")).unwrap();
    let of_poc_7 = text.find("\"poc\":\"7\"").unwrap();
    let end = text[..of_poc_7].rfind('\n').unwrap() + 1;
    std::fs::write(copy.path("records.jsonl"), &text[..end]).unwrap();
    let value = copy.compared(0);
    assert_eq!(value["second"]["finished"], false);
    let missing = value["missing"].as_array().unwrap();
    let whole = missing.iter().find(|lack| lack["cell"].is_null()).unwrap();
    assert_eq!(
        (&whole["from"], &whole["pocs"][0]),
        (&"second".into(), &"7".into())
    );
    let claims = value["claims"].as_array().unwrap();
    let claim = claims.iter().find(|claim| claim["id"] == "C7.1").unwrap();
    assert_eq!(
        (&claim["kind"], &claim["second"]["verdict"]),
        (&"missing".into(), &"not measurable here".into())
    );
    let human = copy.compare(&[]);
    assert!(
        human.stdout.contains("PoC 7 was not run"),
        "{}",
        human.stdout
    );
}

#[test]
fn what_cannot_be_compared_ends_otherwise_than_what_differs() {
    let none = call(&["compare", REFERENCE, "nowhere"]);
    assert_eq!(none.status, 2, "{}", none.stderr);
    assert!(
        none.stderr.contains("nowhere holds no results"),
        "{}",
        none.stderr
    );

    let copy = Copy::new();
    let records = copy.path("records.jsonl");
    let text = std::fs::read_to_string(&records).unwrap();
    std::fs::write(&records, text.replacen("\"value\":1", "\"value\":2", 1)).unwrap();
    let corrupt = copy.compare(&[]);
    assert_eq!(corrupt.status, 2, "{}", corrupt.stderr);
    assert!(
        corrupt.stderr.contains("it was changed"),
        "{}",
        corrupt.stderr
    );

    std::fs::remove_file(copy.path("complete.json")).unwrap();
    std::fs::write(&records, "").unwrap();
    let begun = copy.compare(&[]);
    assert_eq!(begun.status, 2, "{}", begun.stderr);
    assert!(
        begun.stderr.contains("no observation in common"),
        "{}",
        begun.stderr
    );
}
