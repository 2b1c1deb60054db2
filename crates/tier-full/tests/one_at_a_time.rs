//! How many interpreters a process can have. In a file, and so in a process, of its own.

use tier_api::{Any, Ask, Fault, Isolate as _, Outcome, Program, Tier as _};
use tier_full::{Full, FullIsolate};

fn reason(outcome: Outcome) -> String {
    match outcome {
        Outcome::Faulted(Fault::Unavailable { reason }) => reason,
        outcome => panic!("{outcome:?} beside an interpreter"),
    }
}

fn opened(isolate: u64) -> Result<FullIsolate, String> {
    let opened = Full::new().open(isolate);
    opened.map_err(|fault| reason(Outcome::Faulted(fault)))
}

#[test]
fn there_is_one_interpreter_at_a_time_and_one_isolate_in_all() {
    let program = Program::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/one_at_a_time.py"));
    std::fs::write(&program.file, "x = 1\n").unwrap();
    let mut full = Full::new();
    let done = Outcome::Exited { status: 0 };
    assert_eq!(full.run(&program), done);
    let mut isolate = opened(1).unwrap();
    assert!(reason(full.run(&program)).contains("already"));
    assert!(opened(2).unwrap_err().contains("already"));
    let source = "6 * 7".into();
    assert_eq!(isolate.ask(Ask::Eval { source }), Ok(Ok(Any::from(42))));
    assert_eq!(isolate.close(), done);
    assert!(opened(3).unwrap_err().contains("before"));
    assert_eq!(full.run(&program), done);
}
