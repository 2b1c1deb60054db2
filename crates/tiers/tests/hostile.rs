//! Guests that do not keep to the protocol.

use std::time::Duration;

use tier_api::{Any, TierId};
use tiers::{AskError, Command, Ending, Finished, Limits, OpenError, Served};
use wire::{Event, FRAME_BYTES_MAX, PROTOCOL, encode};

fn limits() -> Limits {
    Limits {
        time: Some(Duration::from_secs(2)),
        ..Limits::default()
    }
}

/// Returns the shell command that writes `bytes` to the session.
fn send(bytes: &[u8]) -> String {
    let octal: Vec<_> = bytes.iter().map(|byte| format!("\\0{byte:03o}")).collect();
    let octal = octal.concat();
    format!("printf '%b' '{octal}' >&3;")
}

fn say(event: &Event) -> String {
    send(&encode(event).unwrap())
}

fn ready(protocol: u32) -> String {
    say(&Event::Ready {
        protocol,
        tier: TierId::Light,
        version: "hostile 1".into(),
    })
}

/// Returns the shell command with which a guest pretends that its isolate is up.
fn up() -> String {
    ready(PROTOCOL) + &say(&Event::Opened)
}

/// Returns the guest that is this shell script.
fn guest(script: &str) -> Command {
    Command {
        args: vec!["-c".into(), script.into()],
        ..Command::new("/bin/sh")
    }
}

fn ending_of(error: OpenError) -> Ending {
    match error {
        OpenError::Ended(finished) => {
            let Finished { ending, .. } = *finished;
            ending
        }
        other => panic!("{other:?}"),
    }
}

/// Returns how a guest ended that did not get ready.
fn start(script: &str) -> Ending {
    ending_of(Served::start(&guest(script), &limits()).unwrap_err())
}

/// Returns how a guest ended that got ready, but whose isolate did not come up.
fn open(script: &str) -> Ending {
    let script = format!("{} {script}", ready(PROTOCOL));
    let guest = Served::start(&guest(&script), &limits()).unwrap();
    ending_of(guest.open(&limits()).unwrap_err())
}

/// Returns how an isolate ended that came up and was asked something.
fn ask(script: &str) -> Ending {
    // It stays there, or the host might see first that it is gone.
    let script = format!("{} {script} exec sleep 60", up());
    let guest = Served::start(&guest(&script), &limits()).unwrap();
    let mut isolate = guest.open(&limits()).unwrap();
    match isolate.eval("1") {
        Err(AskError::Ended(ending)) => ending,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn broken(ending: Ending, why: &str) {
    match ending {
        Ending::Broken(text) => assert!(text.contains(why), "{text}"),
        other => panic!("{other:?}, not broken"),
    }
}

#[test]
fn a_guest_that_does_not_get_ready_is_told_from_one_that_does() {
    assert_eq!(start("exit 3"), Ending::Exited(3));
    assert_eq!(start("exec 3>&-; exec sleep 60"), Ending::TimeLimit);
    broken(start(&ready(PROTOCOL + 1)), "speaks protocol");
    broken(start(&say(&Event::Opened)), "out of turn");
}

#[test]
fn rubbish_is_no_message() {
    let rubbish = send(&[1, 0, 0, 0, 0xff]);
    broken(start(&rubbish), "no message");
    broken(open(&rubbish), "no message");
    broken(ask(&rubbish), "no message");
    let absurd = send(&(FRAME_BYTES_MAX + 1).to_le_bytes());
    broken(ask(&absurd), "longer than");
}

#[test]
fn what_was_not_asked_for_is_not_taken_for_an_answer() {
    let answer = say(&Event::Answered(Ok(Any::None)));
    broken(open(&answer), "out of turn");
    broken(ask(&say(&Event::Opened)), "out of turn");
    broken(ask(&ready(PROTOCOL)), "out of turn");
    broken(open(&say(&Event::Over)), "an earlier run");
}

#[test]
fn a_frame_that_never_ends_is_stopped_at_the_time_limit() {
    let head = send(&1000_u32.to_le_bytes());
    assert_eq!(ask(&head), Ending::TimeLimit);
    // Neither does one that trickles in put the end off.
    let trickle = format!("{head} while :; do printf x >&3; sleep 0.1; done;");
    assert_eq!(ask(&trickle), Ending::TimeLimit);
}

#[test]
fn a_guest_that_does_not_listen_is_stopped_at_the_time_limit() {
    let script = format!("{} exec sleep 60", up());
    let guest = Served::start(&guest(&script), &limits()).unwrap();
    let mut isolate = guest.open(&limits()).unwrap();
    let much = Any::Bytes(vec![0; 4 << 20]);
    match isolate.bind("much", much) {
        Err(AskError::Ended(ending)) => assert_eq!(ending, Ending::TimeLimit),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_guest_that_only_talks_is_not_listened_to_for_ever() {
    let answer = say(&Event::Answered(Ok(Any::None)));
    let script = format!("{} while :; do {answer} done", up());
    let guest = Served::start(&guest(&script), &limits()).unwrap();
    let mut isolate = guest.open(&limits()).unwrap();
    // Answers given in advance are its own affair; at the end the host wants to hear of the end.
    let _ = isolate.eval("1");
    broken(isolate.close().unwrap().ending, "out of turn");
}
