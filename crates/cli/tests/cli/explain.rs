//! `tiers explain`: a decision without a run.

use std::os::unix::fs::symlink;
use std::path::Path;

use serde_json::Value;

use crate::support::{Called, call, called, document, repository, tiers};

fn explain(file: &Path, options: &[&str]) -> Called {
    let mut command = tiers();
    command.arg("explain").args(options).arg(file);
    called(&command.output().unwrap())
}

/// Returns the decision for the program in `file`, checked against the published shape.
fn decision(file: &Path, options: &[&str]) -> Value {
    let called = explain(file, &[&["--format", "json"], options].concat());
    assert_eq!(
        (called.status, called.stderr.as_str()),
        (0, ""),
        "{called:?}"
    );
    document(&called, "tiers.decision")
}

fn written(source: impl AsRef<[u8]>) -> tempfile::TempPath {
    let mut file = tempfile::Builder::new().suffix(".py").tempfile().unwrap();
    std::io::Write::write_all(&mut file, source.as_ref()).unwrap();
    file.into_temp_path()
}

#[test]
fn the_fields_are_the_documented_ones() {
    let value = decision(
        &repository().join("samples/idioms/04_abc_abstractmethod.py"),
        &[],
    );
    let names: Vec<&String> = value.as_object().unwrap().keys().collect();
    assert_eq!(names, ["hot", "light_safe", "reasons", "schema", "tier"]);
    assert_eq!(value["schema"], "tiers.decision/1");
    assert_eq!(
        value["tier"], "full",
        "its output depends on an exception's text"
    );
    assert_eq!(value["light_safe"], false);
    let reasons = value["reasons"].as_array().unwrap();
    assert!(!reasons.is_empty());
    for reason in reasons {
        let names: Vec<&String> = reason.as_object().unwrap().keys().collect();
        assert_eq!(names, ["column", "line", "message", "rule"]);
    }
}

#[test]
fn every_sample_is_decided_for_with_a_reason() {
    for entry in repository().join("samples/idioms").read_dir().unwrap() {
        let file = entry.unwrap().path();
        if file.extension().is_some_and(|ending| ending == "py") {
            let value = decision(&file, &[]);
            assert!(!value["reasons"].as_array().unwrap().is_empty(), "{file:?}");
            assert_eq!(
                value["tier"] == "light",
                value["light_safe"] == true && value["hot"] == false,
                "{file:?}"
            );
        }
    }
}

#[test]
fn without_a_full_tier_what_is_not_safe_is_refused() {
    let unsafe_file = written("import os\nprint(os.getpid())\n");
    for target in ["aarch64", "wasm32-wasip1"] {
        assert_eq!(
            decision(&unsafe_file, &["--target", target])["tier"],
            "refused",
            "{target}"
        );
        let human = explain(&unsafe_file, &["--target", target]);
        assert_eq!(human.status, 0, "an answer is no failure");
        assert!(
            human.stdout.contains(": refused: it is not safe on Light"),
            "{human:?}"
        );
    }
    assert_eq!(
        decision(&unsafe_file, &["--target", "x86_64"])["tier"],
        "full"
    );
}

#[test]
fn nothing_runs_and_no_guest_is_needed() {
    let folder = tempfile::tempdir().unwrap();
    let mark = folder.path().join("mark");
    let file = folder.path().join("program.py");
    std::fs::write(&file, format!("open({mark:?}, 'w').close()\n")).unwrap();
    let guests = folder.path().join("no-guests");
    let value = decision(&file, &["--guests", guests.to_str().unwrap()]);
    assert_eq!(value["tier"], "full");
    assert!(!mark.exists());
}

#[test]
fn people_see_the_line() {
    let file = written("import os\nprint(os.getpid())\n");
    let called = explain(&file, &[]);
    let (head, rest) = called.stdout.split_once("\n\n").unwrap();
    assert_eq!(
        head,
        format!("{}: full, because it is not safe on Light", file.display())
    );
    assert!(
        rest.contains(&format!("--> {}:", file.display())),
        "{called:?}"
    );
    assert!(rest.contains('^'), "{called:?}");
    assert!(!called.stdout.contains('\x1b'), "colours are for terminals");
}

#[test]
fn whatever_the_bytes_there_is_a_decision() {
    for (what, source) in [
        ("empty", &b""[..]),
        ("NUL", b"print(1)\n\0\n"),
        ("not UTF-8", b"print('\xff')\n"),
        ("latin-1", b"# coding: latin-1\nprint('\xff')\n"),
        ("no such encoding", b"# coding: no-such-encoding\n"),
        ("syntax", b"print('x'\n"),
        ("a byte order mark", b"\xef\xbb\xbfprint(1)\n"),
        ("a word", b"\xff\xfe\0"),
        ("10 MB", &vec![b'#'; 10_000_000]),
        ("one long line", &b"x = 1;".repeat(100_000)),
    ] {
        let file = written(source);
        let value = decision(&file, &[]);
        assert!(!value["reasons"].as_array().unwrap().is_empty(), "{what}");
        assert_eq!(explain(&file, &[]).status, 0, "{what}");
    }
    let long = decision(&written(vec![b'#'; 10_000_000]), &[]);
    assert_eq!(long["reasons"][0]["rule"], "too-long");
}

#[test]
fn what_is_no_file_is_not_read() {
    let value = decision(Path::new("/dev/zero"), &[]);
    assert_eq!(
        (&value["tier"], &value["reasons"][0]["rule"]),
        (&"full".into(), &"no-file".into())
    );
}

#[test]
fn what_cannot_be_explained_is_a_clear_error() {
    let folder = tempfile::tempdir().unwrap();
    let loop_file = folder.path().join("loop.py");
    symlink("loop.py", &loop_file).unwrap();
    for file in [Path::new("no-such.py"), Path::new("samples"), &loop_file] {
        let called = explain(file, &[]);
        assert_eq!(
            (called.status, called.stdout.as_str()),
            (2, ""),
            "{called:?}"
        );
        assert!(called.stderr.starts_with("tiers: "), "{called:?}");
    }
    assert_eq!(
        call(&["explain", "--target", "mars", "samples/speed/pure.py"]).status,
        2
    );
    assert_eq!(call(&["explain"]).status, 2);
}
