//! `tiers run` where the tier is decided for, and where Light is named against the decision.

use std::os::unix::fs::symlink;
use std::path::Path;

use tempfile::TempDir;

use crate::support::{Called, call, called, guests, repository, run_source, tiers};

/// What is known to kill an interpreter or its host, and the statuses in which it may end on either tier.
const KILLERS: [(&str, &[i32]); 10] = [
    ("print('a\\tb'.expandtabs(0))", &[0, 126]),
    ("import json\njson.loads('[' * 100000)", &[1, 126]),
    (
        "import itertools\nlist(itertools.combinations(range(5), 2**64))",
        &[1, 126],
    ),
    ("def down(n): return down(n + 1)\ndown(0)", &[1, 126]),
    (
        "deep = []\nfor _ in range(10**6): deep = [deep]\ndel deep",
        &[0, 126],
    ),
    ("while True: pass", &[124]),
    ("x = []\nwhile True: x.append(bytearray(10**6))", &[1, 125]),
    ("while True: print('x' * 1000)", &[125]),
    ("import os\nos._exit(7)", &[7]),
    ("raise ValueError('text')", &[1]),
];

/// Returns a folder with these of the guests.
fn with_guests(names: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in names {
        symlink(guests().join(name), folder.path().join(name)).unwrap();
    }
    folder
}

const CONTAINED: [&str; 3] = ["tier-wasm", "tier-light.wasm", "tier-light.cwasm"];

fn run_with(guests: &Path, tier: &str, source: &str) -> Called {
    run_source(tier, source, &["--guests", guests.to_str().unwrap()])
}

#[test]
fn killers_end_in_documented_statuses_on_every_tier() {
    let limits = ["--timeout", "3s", "--output", "1MiB", "--memory", "256MiB"];
    for tier in ["auto", "light", "full"] {
        for (source, statuses) in KILLERS {
            let run = run_source(tier, source, &limits);
            assert!(statuses.contains(&run.status), "{tier}: {source}: {run:?}");
        }
    }
}

#[test]
fn without_a_tier_the_samples_print_what_cpython_prints() {
    for entry in repository().join("samples/idioms").read_dir().unwrap() {
        let file = entry.unwrap().path();
        if file.extension().is_some_and(|ending| ending == "py") {
            let run = call(&["run", file.to_str().unwrap()]);
            let expected = std::fs::read_to_string(file.with_extension("expected")).unwrap();
            assert_eq!(
                (run.status, run.stdout),
                (0, expected),
                "{file:?}: {}",
                run.stderr
            );
        }
    }
}

#[test]
fn what_is_decided_is_said_where_that_is_asked_for() {
    for tier in ["auto", "full", "light"] {
        let run = run_source(tier, "print({'/'}.pop())\n", &["--explain"]);
        assert_eq!((run.status, run.stdout.as_str()), (0, "/\n"), "{run:?}");
        assert!(
            run.stderr
                .contains(": full, because it is not safe on Light\n"),
            "{tier}: {run:?}"
        );
    }
    let run = run_source("full", "print(1)", &[]);
    assert_eq!(run.stderr, "");
}

#[test]
fn light_against_the_decision_is_warned_of_and_runs() {
    let run = run_source("light", "print({3, 1, 2})", &[]);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(
        run.stderr
            .contains("on Light as you say; decided would be full"),
        "{run:?}"
    );
}

#[test]
fn light_has_stdout_and_the_program_s_folder_to_read() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("beside.py"), "NAME = 'beside'\n").unwrap();
    let file = folder.path().join("program.py");
    let source = "import beside\nprint(beside.NAME)\n\
        for path, mode in [('/etc/passwd', 'r'), ('new', 'w'), (__file__, 'a')]:\n\
        \x20   try:\n        open(path, mode)\n        print('opened', path)\n\
        \x20   except OSError:\n        print('closed')\n\
        try:\n    import socket\n    socket.create_connection(('localhost', 1))\nexcept (ImportError, OSError, AttributeError):\n    print('no network')\n";
    std::fs::write(&file, source).unwrap();
    let run = call(&["run", "--tier", "light", file.to_str().unwrap()]);
    assert_eq!(
        run.stdout, "beside\nclosed\nclosed\nclosed\nno network\n",
        "{run:?}"
    );
    assert_eq!(folder.path().read_dir().unwrap().count(), 2);
}

#[test]
fn verifying_against_the_decision_shows_what_differs() {
    let source = "import sys\nprint('same')\nif sys.implementation.name == 'rustpython':\n    sys.exit('Light')\nprint('Full')\n";
    let trips = run_source("light", source, &["--verify"]);
    assert_eq!(
        (trips.status, trips.stdout.as_str()),
        (0, "same\nFull\n"),
        "{trips:?}"
    );
    assert!(
        trips
            .stderr
            .contains("ran on Full: Light ended with status 1 and said"),
        "{trips:?}"
    );
    let source = "import sys\nprint('same')\nprint(sys.implementation.name)\n";
    let differs = run_source("light", source, &["--verify"]);
    assert_eq!(
        (differs.status, differs.stdout.as_str()),
        (0, "same\ncpython\n"),
        "{differs:?}"
    );
    assert!(
        differs.stderr.ends_with(" same\n-cpython\n+rustpython\n"),
        "{differs:?}"
    );
    assert!(
        !differs.stderr.contains("UNSAFE ACCEPT"),
        "it was not found safe: {differs:?}"
    );
    let same = run_source(
        "light",
        "import sys\nprint(1)\nsys.exit(4)\n",
        &["--verify"],
    );
    assert_eq!((same.status, same.stdout.as_str()), (4, "1\n"), "{same:?}");
    assert!(
        same.stderr.contains("verified: Light and Full do the same"),
        "{same:?}"
    );
    let full = run_source("auto", "print({'/'}.pop())\n", &["--verify"]);
    assert_eq!((full.status, full.stdout.as_str()), (0, "/\n"));
    assert!(full.stderr.contains("not verified"), "{full:?}");
}

#[test]
fn without_full_what_is_not_safe_is_refused() {
    let light = with_guests(&CONTAINED);
    let source = "print({'/'}.pop())\n";
    let refused = run_with(light.path(), "auto", source);
    assert_eq!(
        (refused.status, refused.stdout.as_str()),
        (3, ""),
        "{refused:?}"
    );
    assert!(
        refused
            .stderr
            .contains("is refused: it is not safe on Light, and there is no Full tier"),
        "{refused:?}"
    );
    assert!(refused.stderr.contains("hint: "), "{refused:?}");
    let overridden = run_with(light.path(), "light", source);
    assert_eq!(
        (overridden.status, overridden.stdout.as_str()),
        (0, "/\n"),
        "{overridden:?}"
    );
}

#[test]
fn without_a_contained_light_everything_runs_on_full() {
    let full = with_guests(&["tier-full"]);
    let run = run_source(
        "auto",
        "print(1)",
        &["--explain", "--guests", full.path().to_str().unwrap()],
    );
    assert_eq!((run.status, run.stdout.as_str()), (0, "1\n"), "{run:?}");
    assert!(run.stderr.contains(": full, "), "{run:?}");
    let native = with_guests(&["tier-light"]);
    let run = run_with(native.path(), "light", "print(1)");
    assert_eq!((run.status, run.stdout.as_str()), (0, "1\n"), "{run:?}");
    assert!(run.stderr.contains("on Light with your rights"), "{run:?}");
    let light = run_with(full.path(), "light", "print(1)");
    assert_eq!(light.status, 3, "{light:?}");
    assert!(
        light.stderr.contains("tier-light is not provisioned"),
        "{light:?}"
    );
}

#[test]
fn a_program_that_reads_gets_its_stdin_whatever_is_decided() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("program.py");
    std::fs::write(&file, "import sys\nprint(len(sys.stdin.read()))\n").unwrap();
    let input = folder.path().join("input.txt");
    let text = "a line that is read\n".repeat(500);
    std::fs::write(&input, &text).unwrap();
    let mut command = tiers();
    command.arg("run").arg(&file);
    command.stdin(std::fs::File::open(&input).unwrap());
    let run = called(&command.output().unwrap());
    let length = text.len();
    assert_eq!(run.stdout, format!("{length}\n"), "{run:?}");
}

#[test]
fn a_program_in_a_pipe_runs_as_python3_runs_it() {
    let mut shell = std::process::Command::new("bash");
    shell.args(["-c", "exec \"$0\" run <(echo 'print(6 * 7)')"]);
    let run = called(&shell.arg(env!("CARGO_BIN_EXE_tiers")).output().unwrap());
    assert_eq!((run.status, run.stdout.as_str()), (0, "42\n"), "{run:?}");
}

#[test]
fn a_preference_that_there_is_not_is_usage() {
    assert_eq!(
        run_source("auto", "print(1)", &["--prefer", "dark"]).status,
        2
    );
}
