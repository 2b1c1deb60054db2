//! What any command may do to its host: nothing.

use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

use tiers::{Command, Ending, Environment, Finished, Io, Limits, Sink, run_command};

const UNLIMITED: Limits = Limits {
    time: None,
    output_bytes: None,
    memory_bytes: None,
};

fn shell(script: &str) -> Command {
    Command {
        args: vec!["-c".into(), script.into()],
        ..Command::new("/bin/sh")
    }
}

fn run(script: &str, limits: &Limits) -> Finished {
    run_command(&shell(script), Io::captured(), limits).unwrap()
}

fn seconds(seconds: u64) -> Limits {
    Limits {
        time: Some(Duration::from_secs(seconds)),
        ..UNLIMITED
    }
}

#[test]
fn a_command_ends_with_its_status_and_its_output() {
    let finished = run("echo out; echo err >&2; exit 7", &UNLIMITED);
    assert_eq!(finished.ending, Ending::Exited(7));
    assert_eq!(finished.stdout, b"out\n");
    assert_eq!(finished.stderr, b"err\n");
    assert!(
        finished.usage.peak_memory_bytes > 100 << 10,
        "{:?}",
        finished.usage
    );
}

#[test]
fn a_signal_is_told_from_a_status() {
    assert_eq!(
        run("kill -SEGV $$", &UNLIMITED).ending,
        Ending::Signalled(11)
    );
    assert_eq!(run("exit 139", &UNLIMITED).ending, Ending::Exited(139));
}

#[test]
fn a_hang_is_stopped_and_what_it_printed_is_kept() {
    let started = Instant::now();
    let finished = run("echo first; sleep 60", &seconds(1));
    assert_eq!(finished.ending, Ending::TimeLimit);
    assert_eq!(finished.stdout, b"first\n");
    assert!(
        started.elapsed() < Duration::from_secs(30),
        "the sleep was waited for"
    );
}

#[test]
fn a_flood_without_a_limit_of_its_own_is_stopped_at_the_time_limit() {
    let io = Io {
        stdout: Sink::Ignored,
        stderr: Sink::Ignored,
    };
    let finished = run_command(&shell("exec yes"), io, &seconds(1)).unwrap();
    assert_eq!(finished.ending, Ending::TimeLimit);
}

#[test]
fn a_time_limit_beyond_all_clocks_is_none() {
    let limits = Limits {
        time: Some(Duration::MAX),
        ..UNLIMITED
    };
    assert_eq!(run("exit 7", &limits).ending, Ending::Exited(7));
}

#[test]
fn an_heir_that_goes_on_printing_does_not_hold_the_end_up() {
    let started = Instant::now();
    let finished = run("yes & exit 7", &seconds(60));
    assert_eq!(finished.ending, Ending::Exited(7));
    assert!(started.elapsed() < Duration::from_secs(30));
}

#[test]
fn a_flood_is_stopped_at_exactly_the_limit() {
    let limits = Limits {
        output_bytes: Some(100_000),
        ..seconds(60)
    };
    let finished = run("yes", &limits);
    assert_eq!(finished.ending, Ending::OutputLimit);
    assert_eq!(finished.stdout.len(), 100_000);
}

#[test]
fn output_up_to_the_limit_is_no_flood() {
    let limits = Limits {
        output_bytes: Some(100_000),
        ..seconds(60)
    };
    let finished = run("head -c 100000 /dev/zero", &limits);
    assert_eq!(finished.ending, Ending::Exited(0));
    assert_eq!(finished.stdout.len(), 100_000);
}

#[test]
fn what_is_left_behind_ends_with_the_run() {
    let finished = run("sleep 61 & echo $!", &seconds(60));
    assert_eq!(finished.ending, Ending::Exited(0));
    let pid = String::from_utf8(finished.stdout).unwrap();
    // The kernel takes a moment to bury what was killed.
    let gone = (0..500).any(|_| {
        std::thread::sleep(Duration::from_millis(10));
        let status = std::fs::read_to_string(format!("/proc/{}/status", pid.trim()));
        status.map_or(true, |status| status.contains("State:\tZ"))
    });
    assert!(gone, "process {pid} lives on");
}

#[test]
fn an_exact_environment_holds_nothing_else() {
    let mut command = Command::new("/usr/bin/env");
    command.environment = Environment::Exactly([("ONLY".into(), "this".into())].into());
    let finished = run_command(&command, Io::captured(), &UNLIMITED).unwrap();
    assert_eq!(finished.stdout, b"ONLY=this\n");
}

#[test]
fn a_reader_that_went_away_ends_the_writer_and_not_us() {
    let (reader, writer) = rustix::pipe::pipe().unwrap();
    drop(reader);
    let io = Io {
        stdout: Sink::Passed(writer),
        stderr: Sink::Ignored,
    };
    let finished = run_command(&shell("exec yes"), io, &seconds(60)).unwrap();
    assert_eq!(
        finished.ending,
        Ending::Signalled(13),
        "SIGPIPE, as in a shell's pipe"
    );
}

#[test]
fn a_reader_that_does_not_read_does_not_hold_the_time_limit_up() {
    let (_reader, writer): (OwnedFd, OwnedFd) = rustix::pipe::pipe().unwrap();
    let io = Io {
        stdout: Sink::Passed(writer),
        stderr: Sink::Ignored,
    };
    let finished = run_command(&shell("yes"), io, &seconds(1)).unwrap();
    assert_eq!(finished.ending, Ending::TimeLimit);
}

#[test]
fn a_program_that_is_not_there_is_an_error() {
    let error = run_command(&Command::new("/nowhere"), Io::captured(), &UNLIMITED).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::NotFound);
}
