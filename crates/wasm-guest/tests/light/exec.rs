//! `tier-wasm GUEST.wasm exec FILE`.

use std::process::Command;

use crate::guest::{Folder, exec, status, stdout};
use crate::{RUNNER, module};

#[test]
fn programs_print_and_end_as_they_should() {
    let check = |source: &str, expected_status: i32, printed: &str| {
        let output = exec(source);
        assert_eq!(stdout(&output), printed, "{source}");
        assert_eq!(status(output.status), expected_status, "{source}");
    };
    check("print('ä', 6 * 7)\n", 0, "ä 42\n");
    check("print(1)\n1 / 0\n", 1, "1\n");
    check("print(1)\nraise SystemExit(7)\n", 7, "1\n");
    check("import os\nprint(1, flush=True)\nos._exit(3)\n", 3, "1\n");
    check("if\n", 1, "");
    check(
        "print(__name__, __file__.rsplit('/', 1)[1])\n",
        0,
        "__main__ program.py\n",
    );
    check(
        "import json\nprint(json.dumps({'a': [1, None]}))\n",
        0,
        "{\"a\": [1, null]}\n",
    );
}

#[test]
fn a_program_finds_its_arguments_and_its_neighbours() {
    let folder = Folder::new();
    folder.write("neighbour.py", "NAME = __name__\n");
    folder.write(
        "program.py",
        "import sys, neighbour\nprint(sys.argv, neighbour.NAME)\n",
    );
    let output = folder.exec(&["program.py", "1", "--x"]);
    assert_eq!(stdout(&output), "['program.py', '1', '--x'] neighbour\n");
}

#[test]
fn an_unreadable_program_is_said_to_be_that() {
    let output = Folder::new().exec(&["missing.py"]);
    assert_eq!(status(output.status), 2);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        said.contains("can't open file") && said.contains("missing.py"),
        "{said}"
    );
}

#[test]
fn what_is_no_guest_is_refused() {
    let folder = Folder::new();
    let check = |words: &[&str], expected: i32, why: &str| {
        let output = folder
            .prepared(Command::new(RUNNER))
            .args(words)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(why), "{words:?}: {said}");
        assert_eq!(status(output.status), expected, "{words:?}");
    };
    folder.write("text.wasm", "no wasm");
    folder.write("text.cwasm", "no code");
    check(&[], 2, "usage");
    check(&["compile", "text.wasm"], 2, "usage");
    check(&["missing.wasm", "exec", "a.py"], 126, "tier-wasm compile");
    check(
        &["text.wasm", "exec", "a.py"],
        126,
        "was not compiled for this program",
    );
    check(&["compile", "missing.wasm", "out.cwasm"], 1, "missing.wasm");
    check(
        &["compile", "text.wasm", "out.cwasm"],
        1,
        "text.wasm cannot be run",
    );
    let usage = Command::new(RUNNER)
        .arg(module())
        .arg("walk")
        .arg("a.py")
        .output()
        .unwrap();
    assert_eq!(status(usage.status), 2);
}

#[test]
fn code_of_one_compatibility_is_taken_for_the_same() {
    let compatibility = || {
        let output = Command::new(RUNNER).arg("compatibility").output().unwrap();
        assert_eq!(status(output.status), 0);
        stdout(&output).to_owned()
    };
    let digest = compatibility();
    assert_eq!(digest.trim_end().len(), 16, "{digest}");
    assert_eq!(digest, compatibility());
}
