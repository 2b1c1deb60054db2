//! The library as somebody embeds it: the examples, and many threads.
//!
//! The guests are those in the folder that `TIERS_GUESTS` names; where one is missing these tests fail.

mod guests;

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use guests::{guests, wait_until};
use tiers::{Any, Ending, Guests, Host, Job, Limits, On, Program, TierId};

fn host() -> Host {
    Host::new(Guests::at(guests()))
}

/// Returns an example, which `cargo test` builds with the tests.
fn example(name: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().unwrap().parent().unwrap();
    let example = profile.join("examples").join(name);
    assert!(
        example.exists(),
        "{} is not built: cargo build --examples",
        example.display()
    );
    example
}

/// Generous limits: hit where a test fails only.
fn generous() -> Limits {
    Limits {
        time: Some(Duration::from_mins(1)),
        ..Limits::default()
    }
}

/// Runs an example; returns what it printed.
fn run(name: &str) -> String {
    let output = Command::new(example(name)).arg(guests()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_first_run_tells_all() {
    let printed = run("first_run");
    assert!(
        printed.starts_with("tea 6\ncoffee 15\nit ended with status 0\nit ran on "),
        "{printed}"
    );
    assert!(printed.contains("because of "), "{printed}");
}

#[test]
fn the_limits_hold() {
    let printed = run("limits");
    let endings: Vec<&str> = printed.lines().map(|line| line[55..].trim()).collect();
    let expected = [
        "ended with status 0",
        "stopped at the time limit",
        "stopped at the output limit",
        "stopped at the memory limit",
        "ended by signal 6",
        "ended with status 1",
        "was called off",
    ];
    assert_eq!(endings, expected);
}

#[test]
fn the_threads_are_all_counted() {
    let printed = run("threads");
    let squares: Vec<String> = (0..16)
        .map(|number: u32| (number * number).to_string())
        .collect();
    let (numbers, count) = printed.trim_end().rsplit_once('\n').unwrap();
    assert_eq!(numbers.lines().collect::<Vec<_>>(), squares);
    assert_eq!(count, "16 runs");
}

#[test]
fn the_readme_shows_an_example_as_it_is() {
    let project = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(project.join("../../README.md")).unwrap();
    let example = std::fs::read_to_string(project.join("examples/first_run.rs")).unwrap();
    let (_, program) = example.split_once("\nuse tiers").unwrap();
    assert!(readme.contains(&format!("```rust\nuse tiers{program}```\n")));
    for name in ["first_run", "limits", "threads"] {
        assert!(readme.contains(&format!("--example {name}")), "{name}");
    }
}

#[test]
fn sixteen_threads_on_mixed_tiers_do_not_meet() {
    let host = host();
    let folder = tempfile::tempdir().unwrap();
    let ons = [On::Auto, On::Only(TierId::Full), On::Only(TierId::Light)];
    std::thread::scope(|scope| {
        for thread in 0..16 {
            let (host, folder) = (&host, folder.path());
            scope.spawn(move || {
                for round in 0..3 {
                    let mark = format!("{thread}-{round}");
                    let job = if round == 1 {
                        let file = folder.join(format!("program{thread}.py"));
                        std::fs::write(&file, "import sys\nprint(sys.argv[1])\n").unwrap();
                        Job::file(Program::new(file).arg(&mark))
                    } else {
                        Job::text("print(mark)").input("mark", mark.as_str())
                    };
                    let job = job.on(ons[(thread + round) % 3]).limits(generous());
                    let completed = host.execute(&job).unwrap();
                    let printed = String::from_utf8(completed.finished.stdout).unwrap();
                    assert_eq!(printed, format!("{mark}\n"));
                    assert_eq!(completed.finished.ending, Ending::Exited(0));
                }
            });
        }
    });
    let counts = host.counts();
    assert_eq!(counts.on_light + counts.on_full, 48);
    assert_eq!(counts.unsafe_accepts, 0);
}

#[test]
fn nothing_is_left_of_what_was_dropped() {
    let host = host();
    let mut isolate = host.open(TierId::Full, &generous()).unwrap();
    isolate
        .exec("import os, subprocess\nheir = subprocess.Popen(['sleep', '3600']).pid")
        .unwrap();
    let own = isolate.eval("os.getpid()").unwrap();
    let heir = isolate.eval("heir").unwrap();
    drop(isolate);
    let pids = [own, heir].map(|pid| match pid {
        Any::Int(pid) => pid.to_string(),
        other => panic!("{other:?}"),
    });
    wait_until(|| pids.iter().all(|pid| is_gone(pid)));
}

/// Whether a process has ended; whoever inherited it may not have buried it yet.
fn is_gone(pid: &str) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"));
    status.map_or(true, |status| status.contains("State:\tZ"))
}

#[test]
fn a_program_that_leaves_its_group_does_not_outlive_its_limit() {
    let text = "import os\nos.setpgid(0, os.getpgid(os.getppid()))\nwhile True: pass";
    let job = Job::text(text).on(On::Only(TierId::Full)).limits(Limits {
        time: Some(Duration::from_secs(2)),
        ..Limits::default()
    });
    let finished = host().execute(&job).unwrap().finished;
    assert_eq!(finished.ending, Ending::TimeLimit, "{finished:?}");
}
