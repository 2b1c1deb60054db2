//! `tiers run --isolated`: hostile programs come to nothing, and ordinary ones notice nothing.
//!
//! These need a kernel that lets this user have namespaces, and with Landlock of Linux 6.12 or newer. Where it does not, they
//! fail, and say what is missing: a sandbox that could not be tried was not tested.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Instant;

use faults::{Hostile, hostile};

use crate::support::{Called, call, called, guests, repository, run_source, tiers};

/// How long a hostile program may keep its host busy beyond what it was allowed: a machine may be slow.
const GRACE_S: u64 = 120;

fn python_files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(repository().join(folder)).unwrap();
    let files = entries.map(|entry| entry.unwrap().path());
    files
        .filter(|file| file.extension().is_some_and(|suffix| suffix == "py"))
        .collect()
}

fn run_full(file: &Path, options: &[&str]) -> Called {
    let mut command = tiers();
    command
        .args(["run", "--tier", "full"])
        .args(options)
        .arg(file);
    command.env("SECRET", "hunter2");
    called(&command.output().unwrap())
}

/// Returns what is wrong with what became of a hostile program.
fn fault(case: &Hostile) -> Option<String> {
    let mut options = vec!["--isolated"];
    options.extend(case.options.iter().map(String::as_str));
    let started = Instant::now();
    let run = run_full(&case.file, &options);
    let fits = case.statuses.contains(&run.status)
        && case
            .stdout
            .as_ref()
            .is_none_or(|stdout| run.stdout.as_bytes() == *stdout)
        && started.elapsed().as_secs() < GRACE_S;
    let shown: String = run.stdout.chars().take(2000).collect();
    (!fits).then(|| {
        let file = case.file.display();
        format!(
            "{file}: {} instead of {:?}:\n{shown}{}",
            run.status, case.statuses, run.stderr
        )
    })
}

#[test]
fn isolated_hostile_programs_come_to_what_they_say() {
    let programs = hostile(&repository()).unwrap();
    assert!(programs.len() > 20, "{} hostile programs", programs.len());
    let faults: Vec<String> = programs.iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// They would come to something else with this user's rights, or the test above would show nothing.
#[test]
fn not_isolated_what_is_refused_is_not() {
    for name in ["fork_bomb", "secrets", "sockets"] {
        let file = repository().join(format!("crates/faults/hostile/{name}.py"));
        let expected = std::fs::read_to_string(file.with_extension("expected")).unwrap();
        assert_ne!(
            run_full(&file, &["--timeout", "60s"]).stdout,
            expected,
            "{name}"
        );
    }
}

#[test]
fn isolated_output_is_limited_by_its_limit_alone() {
    let file = repository().join("crates/faults/hostile/gibibyte_of_output.py");
    let mut command = tiers();
    command.args(["run", "--tier", "full", "--isolated"]);
    command.args(["--timeout", "60s", "--output", "1GiB"]);
    let status = command.arg(file).stdout(Stdio::null()).status().unwrap();
    assert_eq!(status.code(), Some(0));
}

#[test]
fn isolated_samples_print_the_same() {
    let mut differ = Vec::new();
    for folder in ["samples/idioms", "samples/syntax"] {
        for file in python_files(folder) {
            let plain = run_full(&file, &["--timeout", "60s"]);
            let isolated = run_full(&file, &["--timeout", "60s", "--isolated"]);
            if (plain.status, &plain.stdout, &plain.stderr)
                != (isolated.status, &isolated.stdout, &isolated.stderr)
            {
                differ.push(format!("{}: {plain:?} {isolated:?}", file.display()));
            }
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

#[test]
fn isolated_programs_read_stdin_and_what_is_beside_them() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    std::fs::create_dir(folder.path().join("package")).unwrap();
    write("package/__init__.py", "from .part import part\n");
    write("package/part.py", "part = 'a part'\n");
    write("module.py", "word = 'a module'\n");
    write("notes.txt", "nobody else's affair\n");
    write(
        "program.py",
        "import os, sys, module, package\nprint(input(), module.word, package.part, sys.argv[1:])\n\
         print(sorted(os.listdir(os.path.dirname(__file__))))\n",
    );
    for tier in ["full", "light"] {
        let mut command = tiers();
        command.args(["run", "--isolated", "--tier", tier]);
        command.arg(folder.path().join("program.py")).arg("x");
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), b"a line\n").unwrap();
        let run = called(&child.wait_with_output().unwrap());
        let first = "a line a module a part ['x']";
        assert_eq!(run.stdout.lines().next(), Some(first), "{tier}: {run:?}");
        if tier == "full" {
            let second = "['module.py', 'package', 'program.py']";
            assert_eq!(run.stdout.lines().nth(1), Some(second), "{run:?}");
        }
    }
}

#[test]
fn isolated_light_has_no_more_rights_where_nothing_contains_it() {
    // Without the guest that is contained.
    let folder = tempfile::tempdir().unwrap();
    for name in ["tier-light", "tiers-confine"] {
        std::os::unix::fs::symlink(guests().join(name), folder.path().join(name)).unwrap();
    }
    let program = folder.path().join("program.py");
    let source = "try:\n    open('/etc/passwd')\nexcept OSError as error:\n    print(type(error).__name__)\n";
    std::fs::write(&program, source).unwrap();
    let mut command = tiers();
    command.args(["run", "--tier", "light", "--guests"]);
    command.arg(folder.path()).arg("--isolated").arg(&program);
    let run = called(&command.output().unwrap());
    assert_eq!(run.stdout, "FileNotFoundError\n", "{run:?}");
    assert!(!run.stderr.contains("with your rights"), "{run:?}");
}

#[test]
fn isolated_is_refused_where_a_right_stays() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["python3", "tier-full"] {
        std::os::unix::fs::symlink(guests().join(name), folder.path().join(name)).unwrap();
    }
    let sample = repository().join("samples/idioms/01_metaclass_registry.py");
    let run = |folder: &Path| {
        let mut command = tiers();
        command.args(["run", "--tier", "full", "--isolated", "--guests"]);
        called(&command.arg(folder).arg(&sample).output().unwrap())
    };
    let missing = run(folder.path());
    assert_eq!(
        (missing.status, missing.stdout.as_str()),
        (3, ""),
        "{missing:?}"
    );
    assert!(
        missing.stderr.contains("tiers-confine is not provisioned"),
        "{missing:?}"
    );
    // One that refuses, as the real one does where the kernel lacks something.
    let confine = folder.path().join("tiers-confine");
    let script = "#!/bin/sh\necho 'tiers-confine: no Landlock' >&2\nexit 3\n";
    std::fs::write(&confine, script).unwrap();
    let executable = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&confine, executable).unwrap();
    let refused = run(folder.path());
    assert_eq!(
        (refused.status, refused.stdout.as_str()),
        (3, ""),
        "{refused:?}"
    );
    insta::assert_snapshot!(refused.stderr, @r"
    tiers-confine: no Landlock
    tiers: the program cannot be isolated here
    hint: nothing of it ran; without --isolated it would, with your rights
    ");
}

#[test]
fn isolated_changes_no_decision() {
    let sample = repository().join("samples/idioms/01_metaclass_registry.py");
    let sample = sample.to_str().unwrap();
    let plain = call(&["run", "--explain", sample]);
    let isolated = call(&["run", "--explain", "--isolated", sample]);
    assert_eq!(plain.stderr, isolated.stderr);
    assert_eq!(plain.stdout, isolated.stdout);
}

#[test]
fn isolated_endings_have_the_documented_statuses() {
    for (source, options, status) in [
        ("raise SystemExit(3)", &[][..], 3),
        ("1/0", &[], 1),
        ("print('x'", &[], 1),
        ("import os; os._exit(9)", &[], 9),
        ("while True: pass", &["--timeout", "2s"], 124),
        ("x = bytearray(2 ** 30)", &["--memory", "64MiB"], 125),
    ] {
        let mut all = vec!["--isolated"];
        all.extend(options);
        let run = run_source("full", source, &all);
        assert_eq!(run.status, status, "{source:?}: {run:?}");
    }
}
