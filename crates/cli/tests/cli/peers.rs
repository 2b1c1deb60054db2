//! The comparison with peers, on peers made up of python3 and a few lines of shell.

use std::fmt::Write as _;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use serde_json::Value;

use crate::support::{Called, SmallProject, document, guests};

/// Runs every program as python3 does, and says what it is.
const GOOD: &str =
    "[ \"$1\" = --version ] && echo 'Good\n1.0' && exit\nexec \"${0%/*}/python3\" \"$@\"";
/// A subset of Python.
const SUBSET: &str = "[ \"$1\" = --version ] && echo 'Subset 1.0' && exit\n\
    grep -q '^class' \"$1\" && echo 'Error: no classes' && exit 1\nexec \"${0%/*}/python3\" \"$@\"";
const BROKEN: &str = "echo 'lib is missing' >&2; exit 3";

/// Two cells of the small project with these peers; those with a text are there.
fn project(peers: &[(&str, Option<&str>)]) -> SmallProject {
    let project = SmallProject::new();
    project.keep_cells(|name| name.starts_with("python3-"));
    let programs = project.path("guests");
    std::fs::create_dir(&programs).unwrap();
    symlink(
        guests().join("python3").canonicalize().unwrap(),
        programs.join("python3"),
    )
    .unwrap();
    let mut cells = std::fs::read_to_string(project.path("cells.toml")).unwrap();
    for (name, text) in peers {
        let _ = write!(
            cells,
            "\n[[cell]]\nname = \"peer-{name}\"\ntier = \"peer\"\nbuild = \"{name}\"\ntarget = \"x86_64\"\n\
             role = \"peer\"\nprogram = \"{name}\"\nversion = [\"--version\"]\n\
             run = [\"{{program}}\", \"{{file}}\", \"{{args}}\"]\nprovision = \"get {name}\"\n"
        );
        if let Some(text) = text {
            put(&programs.join(name), text);
        }
    }
    std::fs::write(project.path("cells.toml"), cells).unwrap();
    project
}

fn put(file: &Path, text: &str) {
    std::fs::write(file, format!("#!/bin/sh\n{text}\n")).unwrap();
    std::fs::set_permissions(file, PermissionsExt::from_mode(0o755)).unwrap();
}

fn bench(project: &SmallProject, more: &[&str]) -> Called {
    let words = [
        "bench", "startup", "--peers", "--quick", "--guests", "guests",
    ];
    project.call(&[&words, more].concat())
}

fn cell<'a>(value: &'a Value, list: &str, name: &str) -> &'a Value {
    let mut cells = value[list].as_array().unwrap().iter();
    cells.find(|cell| cell["cell"] == name).unwrap()
}

#[test]
fn peers_are_compared_and_those_that_are_missing_are_named() {
    let project = project(&[
        ("good", Some(GOOD)),
        ("subset", Some(SUBSET)),
        ("gone", None),
    ]);
    let called = bench(&project, &["--format", "json", "--results", "kept"]);
    let value = document(&called, "tiers.bench");
    assert_eq!(called.status, 0, "{}", called.stderr);
    let good = cell(&value, "cells", "peer-good");
    assert_eq!(
        (&good["version"], &good["role"]),
        (&"Good 1.0".into(), &"peer".into())
    );
    assert_eq!((&good["passed"], &good["samples"]), (&2.into(), &2.into()));
    let size = GOOD.len() as u64 + "#!/bin/sh\n\n".len() as u64;
    assert_eq!(good["installed_bytes"], size);
    assert!(good["peak_memory_bytes"].as_u64() > Some(1 << 20), "{good}");
    assert!(cell(&value, "rows", "peer-good")["ratio_to_python3"]["median"].is_number());
    assert_eq!(cell(&value, "cells", "peer-subset")["passed"], 0);
    assert_eq!(cell(&value, "rows", "peer-subset")["disagreeing"], 0);
    let gone = cell(&value, "cells", "peer-gone");
    assert_eq!(
        (&gone["outcome"], &gone["detail"]),
        (&"not-provisioned".into(), &"get gone".into())
    );
    assert!(project.path("kept/peers/complete.json").exists());

    let report = project.call(&["report", "--results", "kept", "--out", "book"]);
    assert_ne!(report.status, 0, "the comparison alone is no run");
}

#[test]
fn the_book_tells_of_a_comparison_that_lies_beside_a_run() {
    let project = project(&[("subset", Some(SUBSET)), ("gone", None)]);
    assert_eq!(bench(&project, &[]).status, 0);
    let report = project.call(&["report", "--out", "book"]);
    assert_eq!(report.status, 0, "{}", report.stderr);
    let page = std::fs::read_to_string(project.path("book/peers.html")).unwrap();
    for words in [
        "peer-subset",
        "Error: no classes",
        "<code>get gone</code>",
        "0 of 2",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[test]
fn a_peer_that_is_there_and_broken_is_a_failure() {
    let project = project(&[("broken", Some(BROKEN))]);
    let called = bench(&project, &[]);
    assert_eq!(called.status, 1, "{}", called.stderr);
    assert!(
        called.stdout.contains("peer-broken: failed"),
        "{}",
        called.stdout
    );
    assert!(
        called.stdout.contains("lib is missing"),
        "{}",
        called.stdout
    );
}

#[test]
fn a_poc_knows_no_peers() {
    let project = project(&[("good", Some(GOOD))]);
    let words = [
        "poc", "3", "--quick", "--guests", "guests", "--format", "json",
    ];
    let value = document(&project.call(&words), "tiers.poc");
    let cells = value["cells"].as_array().unwrap();
    assert!(cells.iter().all(|cell| cell["role"] != "peer"), "{cells:?}");
    let words = [
        "diff",
        "samples/idioms",
        "--cells",
        "peer-good",
        "--guests",
        "guests",
    ];
    assert_eq!(project.call(&words).status, 0, "a peer can be asked for");
}
