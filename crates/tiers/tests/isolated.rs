//! Isolated runs as somebody embeds them.
//!
//! They need a kernel that lets this user have namespaces, and with Landlock of Linux 6.12 or newer; elsewhere they fail.

mod guests;

use std::os::unix::fs::{PermissionsExt, symlink};
use std::time::Duration;

use guests::{guests, wait_until};
use tempfile::TempDir;
use tiers::{
    Any, AskError, Ending, ExecuteError, Guests, Host, Io, Job, Limits, On, OpenError, Program,
    RunError, TierId,
};

/// Tells whether it is isolated, by a file that everybody may read.
const LOOK: &str = "import os\nprint(os.path.exists('/etc/passwd'))\n";

fn host() -> Host {
    Host::new(Guests::at(guests()))
}

fn generous() -> Limits {
    Limits {
        time: Some(Duration::from_mins(1)),
        ..Limits::default()
    }
}

/// Returns the job of running `text` on Full, isolated.
fn isolated(text: &str) -> Job {
    let full = On::Only(TierId::Full);
    Job::text(text).on(full).limits(generous()).isolated()
}

/// Returns a folder with these of the guests, and one that refuses to confine them.
fn that_refuses(names: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in names {
        symlink(guests().join(name), folder.path().join(name)).unwrap();
    }
    let confine = folder.path().join("tiers-confine");
    let script = "#!/bin/sh\necho 'tiers-confine: no Landlock' >&2\nexit 3\n";
    std::fs::write(&confine, script).unwrap();
    std::fs::set_permissions(&confine, PermissionsExt::from_mode(0o755)).unwrap();
    folder
}

#[test]
fn isolated_text_is_given_its_inputs_and_no_rights() {
    let text = "print(sum(cups) * price)\nopen('/etc/passwd')";
    let job = isolated(text)
        .input("cups", vec![Any::from(2), Any::from(3)])
        .input("price", 3);
    let finished = host().execute(&job).unwrap().finished;
    assert_eq!(finished.ending, Ending::Exited(1), "{finished:?}");
    assert_eq!(finished.stdout, b"15\n");
    let said = String::from_utf8_lossy(&finished.stderr);
    assert!(said.contains("FileNotFoundError"), "{said}");
}

#[test]
fn isolated_host_isolates_programs_and_isolates() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("program.py");
    std::fs::write(&file, LOOK).unwrap();
    let program = Program::new(&file);
    let run = |host: Host| {
        let finished = host.run(TierId::Full, &program, Io::captured(), &generous());
        String::from_utf8(finished.unwrap().stdout).unwrap()
    };
    assert_eq!(run(host()), "True\n");
    assert_eq!(run(host().isolated()), "False\n");

    let mut isolate = host().isolated().open(TierId::Full, &generous()).unwrap();
    assert_eq!(isolate.eval("1 + 1").unwrap(), Any::from(2));
    let exists = "__import__('os').path.exists('/etc/passwd')";
    assert_eq!(isolate.eval(exists).unwrap(), Any::Bool(false));
    assert!(matches!(
        isolate.eval("__import__('os').fork()"),
        Err(AskError::Raised(raised)) if raised.type_name == "PermissionError"
    ));
    assert_eq!(isolate.close().unwrap().ending, Ending::Exited(0));
}

#[test]
fn isolated_runs_are_not_served_by_what_is_kept_ready() {
    let host = host().keep_ready(TierId::Full, 1).unwrap();
    let full = On::Only(TierId::Full);
    let plain = host.execute(&Job::text(LOOK).on(full)).unwrap();
    assert_eq!(plain.finished.stdout, b"True\n");
    let isolated = host.execute(&isolated(LOOK)).unwrap();
    assert_eq!(isolated.finished.stdout, b"False\n");
}

#[test]
fn isolated_usage_and_limits_are_those_of_the_program() {
    let busy = isolated("while True: pass").limits(Limits {
        time: Some(Duration::from_secs(3)),
        ..Limits::default()
    });
    let finished = host().execute(&busy).unwrap().finished;
    assert_eq!(finished.ending, Ending::TimeLimit);
    assert!(
        finished.usage.user > Duration::from_millis(100),
        "{finished:?}"
    );
    assert!(finished.usage.peak_memory_bytes > 4 << 20, "{finished:?}");
}

#[test]
fn isolated_runs_on_light_need_nothing_that_confines() {
    let folder = that_refuses(&[
        "tier-full",
        "tier-wasm",
        "tier-light.wasm",
        "tier-light.cwasm",
    ]);
    let host = Host::new(Guests::at(folder.path()));
    let light = Job::text("print('hello')").on(On::Only(TierId::Light));
    let completed = host.execute(&light.isolated().limits(generous())).unwrap();
    assert_eq!(completed.tier, TierId::Light);
    assert_eq!(completed.finished.stdout, b"hello\n");
}

#[test]
fn isolated_is_an_error_where_a_right_stays() {
    let folder = that_refuses(&["python3", "tier-full"]);
    let host = Host::new(Guests::at(folder.path()));
    match host.execute(&isolated("print(1)")) {
        Err(ExecuteError::NotIsolated(refusal)) => {
            assert_eq!(refusal.said.as_deref(), Some("no Landlock"));
        }
        other => panic!("{other:?}"),
    }
    let host = host.isolated();
    let program = Program::new("/dev/null");
    let run = host.run(TierId::Full, &program, Io::captured(), &generous());
    assert!(matches!(run, Err(RunError::NotIsolated(_))), "{run:?}");
    let opened = host.open(TierId::Full, &generous());
    assert!(
        matches!(opened, Err(OpenError::NotIsolated(_))),
        "{opened:?}"
    );
}

#[test]
fn isolated_guests_end_with_their_isolates() {
    let mut isolate = host().isolated().open(TierId::Full, &generous()).unwrap();
    isolate.exec("import os\nprint(os.getpid())").unwrap();
    let pid = String::from_utf8(isolate.take_stdout()).unwrap();
    // It has the number that it has here, since it is this process's child.
    let process = std::path::Path::new("/proc").join(pid.trim());
    assert!(process.exists(), "{}", process.display());
    drop(isolate);
    wait_until(|| !process.exists());
}

#[test]
fn isolated_descriptors_are_none_of_the_hosts() {
    // One that an embedding program forgot to close.
    let leaked = tempfile::tempfile().unwrap();
    rustix::io::fcntl_setfd(&leaked, rustix::io::FdFlags::empty()).unwrap();
    let text = "import os\nfor number in range(3, 900):\n    try:\n        os.fstat(number)\n\
        \x20       print(number)\n    except OSError:\n        pass";
    let finished = host().execute(&isolated(text)).unwrap().finished;
    assert_eq!(
        String::from_utf8_lossy(&finished.stdout),
        "",
        "{finished:?}"
    );
}
