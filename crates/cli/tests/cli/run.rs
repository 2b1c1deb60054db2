//! `tiers run`: statuses, streams, limits, and hosts that live on.

use std::process::Stdio;

use crate::support::{call, called, guests, repository, run_source, tiers};

const TIERS: [&str; 2] = ["full", "light"];

#[test]
fn a_program_gets_its_arguments_and_gives_its_status() {
    for tier in TIERS {
        let program =
            "import sys\nprint(sys.argv[1:])\nprint('talk', file=sys.stderr)\nsys.exit(7)\n";
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("program.py");
        std::fs::write(&file, program).unwrap();
        let file = file.to_str().unwrap();
        let run = call(&["run", "--tier", tier, file, "a b", "--tier", "-x"]);
        assert_eq!(run.status, 7, "{tier}: {run:?}");
        assert_eq!(run.stdout, "['a b', '--tier', '-x']\n", "{tier}");
        let own = run.stderr.strip_suffix("talk\n").unwrap();
        // The tool says something itself only where the tier was not what it would have decided for.
        assert!(
            own.lines().all(|line| line.starts_with("tiers: ")),
            "{tier}: {own}"
        );
    }
}

#[test]
fn a_program_reads_its_stdin() {
    for tier in TIERS {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("program.py");
        std::fs::write(&file, "print(input().upper())\n").unwrap();
        let mut command = tiers();
        command
            .args(["run", "--tier", tier])
            .arg(&file)
            .stdin(Stdio::piped());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), b"hello\n").unwrap();
        let run = called(&child.wait_with_output().unwrap());
        assert_eq!(
            (run.status, run.stdout.as_str()),
            (0, "HELLO\n"),
            "{tier}: {}",
            run.stderr
        );
    }
}

#[test]
fn source_that_cpython_rejects_ends_as_cpython_ends_it() {
    for tier in TIERS {
        for (what, source) in [
            ("syntax", &b"print('x'\n"[..]),
            ("indentation", b"if True:\nprint(1)\n"),
            ("NUL", b"print(1)\n\0\n"),
            ("encoding", b"print('\xff')\n"),
            ("cookie", b"# coding: no-such-encoding\nprint(1)\n"),
        ] {
            let run = run_source(tier, source, &[]);
            // Before 3.11.4 CPython took a NUL for the end of the source.
            if tier == "full" && python3_takes(source) {
                assert_eq!(run.status, 0, "{what}: {run:?}");
                continue;
            }
            assert_eq!(
                (run.status, run.stdout.as_str()),
                (1, ""),
                "{tier}, {what}: {run:?}"
            );
            assert!(run.stderr.contains("Error"), "{tier}, {what}: {run:?}");
        }
    }
}

/// Whether the python3 that Full is linked with runs `source` to a good end.
fn python3_takes(source: &[u8]) -> bool {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    std::io::Write::write_all(&mut file, source).unwrap();
    let mut python3 = std::process::Command::new(guests().join("python3"));
    python3.arg("-I").arg(file.path());
    python3.output().unwrap().status.success()
}

#[test]
fn source_in_another_encoding_is_read_as_cpython_reads_it() {
    for tier in TIERS {
        for source in [
            &b"# -*- coding: latin-1 -*-\nprint(ascii('\xe4'))\n"[..],
            b"\xef\xbb\xbfprint(ascii('\xc3\xa4'))\n",
        ] {
            let run = run_source(tier, source, &[]);
            assert_eq!(
                (run.status, run.stdout.as_str()),
                (0, "'\\xe4'\n"),
                "{tier}: {run:?}"
            );
        }
    }
}

#[test]
fn endings_have_the_documented_statuses() {
    for tier in TIERS {
        for (source, options, status) in [
            ("raise SystemExit(3)", &[][..], 3),
            ("1/0", &[], 1),
            ("import os; os._exit(9)", &[], 9),
            ("while True: pass", &["--timeout", "500ms"], 124),
            ("while True: print('x' * 1000)", &["--output", "64KiB"], 125),
            (
                "x = []\nwhile True: x.append(bytearray(10 ** 6))",
                &["--memory", "256MiB", "--timeout", "60s"],
                125,
            ),
        ] {
            let run = run_source(tier, source, options);
            assert_eq!(
                run.status,
                status,
                "{tier}, {source:?}: {} {}",
                run.stdout.len(),
                run.stderr
            );
        }
    }
}

#[test]
fn a_signal_is_told_by_the_status() {
    let run = run_source("full", "import os; os.kill(os.getpid(), 15)", &[]);
    assert_eq!(run.status, 128 + 15, "{run:?}");
}

#[test]
fn a_limit_says_what_raises_it() {
    let run = run_source("full", "while True: pass", &["--timeout", "500ms"]);
    assert!(
        run.stderr
            .contains("time limit (500ms; --timeout raises it)"),
        "{}",
        run.stderr
    );
    let run = run_source("full", "x = bytearray(2 ** 30)", &["--memory", "64MiB"]);
    assert!(
        run.stderr
            .contains("memory limit (64.0 MiB; --memory raises it)"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_memory_error_that_the_program_handles_is_its_own_affair() {
    let source = "try:\n    x = bytearray(2 ** 30)\nexcept MemoryError:\n    print('no')\n";
    let run = run_source("full", source, &["--memory", "64MiB"]);
    assert_eq!(
        (run.status, run.stdout.as_str()),
        (0, "no\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn interpreters_that_break_leave_the_host_alive() {
    for (tier, source, statuses) in [
        ("light", "'a\\tb'.expandtabs(0)", &[126][..]),
        ("light", "import json; json.loads('[' * 100000)", &[126]),
        ("full", "import ctypes; ctypes.string_at(0)", &[139]),
        ("full", "import os; os.abort()", &[134]),
    ] {
        let run = run_source(tier, source, &["--timeout", "60s", "--memory", "4GiB"]);
        assert!(
            statuses.contains(&run.status),
            "{tier}, {source}: {} {}",
            run.status,
            run.stderr
        );
        assert!(
            run.stderr.contains("tiers: "),
            "{tier}, {source}: what happened is said"
        );
    }
}

#[test]
fn a_forked_child_does_not_speak_for_the_program() {
    let source = "import os\npid = os.fork()\nif pid == 0:\n    raise SystemExit(5)\n\
        os.waitpid(pid, 0)\nprint('parent')\n";
    let run = run_source("full", source, &[]);
    assert_eq!(
        (run.status, run.stdout.as_str()),
        (0, "parent\n"),
        "{}",
        run.stderr
    );
    let falls_through = "import os, sys\npid = os.fork()\nif pid:\n    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))\n";
    let run = run_source("full", falls_through, &[]);
    assert_eq!(
        (run.status, run.stdout.as_str()),
        (0, "0\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_forked_child_out_of_memory_is_not_the_program_out_of_memory() {
    let source = "import os\npid = os.fork()\nif pid == 0:\n    x = [0]\n    while True: x += x\n\
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])\nprint(status)\n";
    let run = run_source("full", source, &["--memory", "256MiB", "--timeout", "60s"]);
    assert_eq!(
        (run.status, run.stdout.as_str()),
        (0, "125\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn descriptors_are_those_of_python3() {
    let run = run_source("full", "print(open('/dev/null').fileno())", &[]);
    assert_eq!(run.stdout, "3\n", "{}", run.stderr);
}

#[test]
fn a_reader_that_goes_away_is_no_disaster() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("program.py");
    std::fs::write(&file, "while True: print('x' * 100)\n").unwrap();
    let mut command = tiers();
    command
        .args(["run", "--timeout", "60s"])
        .arg(&file)
        .stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let run = called(&child.wait_with_output().unwrap());
    assert_eq!(run.status, 1, "BrokenPipeError, as under python3: {run:?}");
    assert!(run.stderr.contains("BrokenPipeError"), "{run:?}");
}

#[test]
fn what_cannot_be_run_is_a_clear_error() {
    let missing = call(&["run", "no-such.py"]);
    assert_eq!(missing.status, 2);
    insta::assert_snapshot!(missing.stderr, @"tiers: no-such.py cannot be run: No such file or directory (os error 2)");
    let folder = call(&["run", "samples"]);
    assert_eq!(folder.status, 2);
    insta::assert_snapshot!(folder.stderr, @r"
    tiers: samples is a folder, not a program
    hint: name a file in it, for instance its __main__.py
    ");
    let usage = call(&["run", "--timeout", "soon", "x.py"]);
    assert_eq!(usage.status, 2, "{usage:?}");
    let tier = call(&["run", "--tier", "medium", "x.py"]);
    assert_eq!(tier.status, 2, "{tier:?}");
}

#[test]
fn a_missing_guest_is_not_provisioned() {
    let empty = tempfile::tempdir().unwrap();
    let sample = repository().join("samples/idioms/01_metaclass_registry.py");
    let output = tiers()
        .args(["run", "--guests"])
        .arg(empty.path())
        .arg(sample)
        .output()
        .unwrap();
    let run = called(&output);
    assert_eq!(run.status, 3);
    assert!(
        run.stderr.contains("tier-full is not provisioned"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("hint: ./artifact build"),
        "{}",
        run.stderr
    );
}
