//! Several runs in one process.

mod support;

use std::time::Duration;

use support::{generous, served, within};
use tiers::{Ending, Limits, Program, Ran, Served, ServedError, TierId};

fn run_within(guest: &mut Served, words: &[&str], limits: &Limits) -> Result<Ran, ServedError> {
    let program = words.iter().fold(Program::new("x.py"), Program::arg);
    guest.run(&program, limits)
}

fn run(guest: &mut Served, words: &[&str]) -> Ran {
    run_within(guest, words, &generous()).unwrap()
}

#[track_caller]
fn over(guest: &mut Served) {
    for _ in 0..2 {
        let answer = run_within(guest, &["say more"], &generous());
        assert!(matches!(answer, Err(ServedError::Over)), "{answer:?}");
    }
}

#[test]
fn runs_follow_one_another_in_one_process_and_leave_no_trace() {
    let mut guest = served();
    assert_eq!((guest.tier(), guest.version()), (TierId::Light, "fake 1"));
    let first = run(&mut guest, &["pid", "cwd", "say-err !", "chdir /proc"]);
    assert_eq!(first.ending, Ending::Exited(0));
    assert_eq!(first.stderr, b"!");
    let second = run(&mut guest, &["pid", "cwd"]);
    assert_eq!(second.stdout, first.stdout);
    let finished = guest.close().unwrap();
    assert_eq!(finished.ending, Ending::Exited(0));
    assert!(finished.wall >= first.wall + second.wall);
}

#[test]
fn a_run_that_cannot_be_undone_is_the_last() {
    let mut guest = served();
    assert_eq!(run(&mut guest, &["thread"]).ending, Ending::Exited(0));
    over(&mut guest);
    assert_eq!(guest.close().unwrap().ending, Ending::Exited(0));
}

#[test]
fn a_run_that_ends_the_process_is_the_last() {
    for (word, ending) in [
        ("exit 5", Ending::Exited(5)),
        ("kill", Ending::Signalled(9)),
        ("use-up-memory", Ending::MemoryLimit),
    ] {
        let mut guest = served();
        assert_eq!(run(&mut guest, &["say it"]).stdout, b"it\n");
        let last = run(&mut guest, &["say this", word]);
        assert_eq!((last.ending, &*last.stdout), (ending, &b"this\n"[..]));
        over(&mut guest);
    }
}

#[test]
fn a_death_between_two_runs_is_not_taken_for_the_next_ones() {
    let mut guest = served();
    assert_eq!(
        run(&mut guest, &["exit-later 20"]).ending,
        Ending::Exited(0)
    );
    std::thread::sleep(Duration::from_millis(500));
    over(&mut guest);
    assert_eq!(guest.close().unwrap().ending, Ending::Exited(9));
}

#[test]
fn a_run_that_breaks_the_interpreter_is_the_last() {
    let mut guest = served();
    let last = run(&mut guest, &["panic"]);
    assert!(matches!(last.ending, Ending::Broken(_)), "{last:?}");
    over(&mut guest);
}

#[test]
fn limits_are_for_each_run() {
    let mut guest = served();
    let limits = Limits {
        output_bytes: Some(100),
        ..within(Duration::from_secs(2))
    };
    for _ in 0..2 {
        let words = ["print-bytes 90", "sleep 1200"];
        let ran = run_within(&mut guest, &words, &limits).unwrap();
        assert_eq!(ran.ending, Ending::Exited(0));
        assert!(ran.wall >= Duration::from_millis(1_200));
    }
    let ran = run_within(&mut guest, &["print-bytes 101"], &limits).unwrap();
    assert_eq!(ran.ending, Ending::OutputLimit);
    over(&mut guest);

    let mut guest = served();
    let ran = run_within(&mut guest, &["hang"], &limits).unwrap();
    assert_eq!(ran.ending, Ending::TimeLimit);
    over(&mut guest);
}

#[test]
fn no_run_silently_gets_less_memory_than_it_asks_for() {
    let mut guest = served();
    let memory = |memory_bytes| Limits {
        memory_bytes,
        ..generous()
    };
    for _ in 0..2 {
        let ran = run_within(&mut guest, &["say it"], &memory(Some(1 << 28))).unwrap();
        assert_eq!(ran.ending, Ending::Exited(0));
    }
    let ran = run_within(&mut guest, &["say it"], &memory(Some(1 << 29))).unwrap();
    match ran.ending {
        Ending::Broken(why) => assert!(why.contains("can have no more"), "{why}"),
        other => panic!("{other:?}"),
    }
    assert_eq!(ran.stdout, b"");
}

#[test]
fn closing_waits_no_longer_than_allowed_for_a_guest_that_has_been_idle() {
    let limits = within(Duration::from_secs(2));
    let mut guest = served();
    run_within(&mut guest, &["nothing"], &limits).unwrap();
    std::thread::sleep(Duration::from_millis(2_500));
    assert_eq!(guest.close().unwrap().ending, Ending::Exited(0));
}
