//! What an isolate may do to its host: nothing but answer.

mod support;

use std::path::Path;
use std::time::{Duration, Instant};

use support::{fake_guest, generous, served, within};
use tiers::{
    Any, AskError, Command, Ending, Environment, Guests, Handle, Host, Isolate, Limits, OpenError,
    Served, TierId,
};

fn open(limits: &Limits) -> Isolate {
    served().open(limits).unwrap()
}

fn object(isolate: &mut Isolate) -> Handle {
    match isolate.eval("object f").unwrap() {
        Any::Handle(handle) => handle,
        other => panic!("{other:?} is no handle"),
    }
}

/// Checks that the isolate has ended like that, and stays so.
#[track_caller]
fn ended<T: std::fmt::Debug>(isolate: &mut Isolate, answer: Result<T, AskError>, how: &Ending) {
    for answer in [answer.map(drop), isolate.exec("say more")] {
        match answer {
            Err(AskError::Ended(ending)) => assert_eq!(ending, *how),
            other => panic!("{other:?}, not ended"),
        }
    }
}

fn is_gone(pid: i64) -> bool {
    !Path::new(&format!("/proc/{pid}")).exists()
}

#[test]
fn values_cross_in_both_directions() {
    let mut isolate = open(&generous());
    assert_eq!(isolate.version(), "fake 1");
    let value = Any::from([("a", vec![Any::from(1), Any::from(2.5)].into())]);
    isolate.bind("x", value.clone()).unwrap();
    assert_eq!(isolate.eval("x").unwrap(), value);
    let f = object(&mut isolate);
    let called = isolate
        .call(&f, [value.clone()], [("key", f.clone().into())])
        .unwrap();
    let kwargs = Any::from([("key", f.clone().into())]);
    assert_eq!(
        called,
        vec!["f".into(), Any::Tuple(vec![value]), kwargs].into()
    );
    assert!(isolate.call(&f, [], []).is_ok());
    assert_eq!(isolate.attribute(&f, "name").unwrap(), Any::from("f.name"));
}

#[test]
fn what_is_printed_is_there_with_the_answer() {
    let mut isolate = open(&generous());
    for text in ["one", "two"] {
        isolate.exec(&format!("say {text}")).unwrap();
        isolate.exec("say-err !").unwrap();
        assert_eq!(isolate.take_stdout(), format!("{text}\n").as_bytes());
        assert_eq!(isolate.take_stderr(), b"!");
    }
    assert_eq!(isolate.take_stdout(), b"");
}

#[test]
fn much_is_asked_printed_and_answered_without_anybody_waiting_for_the_other() {
    let mut isolate = open(&generous());
    let much = Any::Bytes(vec![7; 4 << 20]);
    isolate.bind("much", much.clone()).unwrap();
    assert_eq!(isolate.eval("much").unwrap(), much);
    isolate.exec("print-bytes 4000000").unwrap();
    assert_eq!(isolate.take_stdout().len(), 4_000_000);
}

#[test]
fn what_no_message_can_carry_is_refused_and_the_isolate_stays_up() {
    let mut isolate = open(&Limits {
        memory_bytes: None,
        ..generous()
    });
    let longest = wire::FRAME_BYTES_MAX;
    let refused = isolate.exec(&"x".repeat(longest as usize)).unwrap_err();
    assert!(
        matches!(refused, AskError::RequestTooLong { bytes } if bytes > longest.into()),
        "{refused:?}"
    );
    let refused = isolate.eval(&format!("name-bytes {longest}")).unwrap_err();
    assert!(
        matches!(refused, AskError::AnswerTooLong { bytes } if bytes > longest.into()),
        "{refused:?}"
    );
    let mut deep = Any::None;
    for _ in 0..=tier_api::any::DEPTH_MAX {
        deep = vec![deep].into();
    }
    let refused = isolate.bind("x", deep.clone()).unwrap_err();
    assert!(matches!(refused, AskError::TooDeep), "{refused:?}");
    let Any::List(mut items) = deep else {
        unreachable!("it was made so");
    };
    isolate.bind("x", items.remove(0)).unwrap();
}

#[test]
fn an_exception_is_raised_and_the_isolate_stays_up() {
    let mut isolate = open(&generous());
    let Err(AskError::Raised(raised)) = isolate.eval("raise no luck") else {
        panic!("nothing was raised");
    };
    assert_eq!(raised.to_string(), "FakeError: no luck");
    assert!(isolate.attribute(&raised.exception, "args").is_ok());
}

#[test]
fn a_released_handle_is_dead() {
    let mut isolate = open(&generous());
    let f = object(&mut isolate);
    isolate.release(f.clone()).unwrap();
    let refused = isolate.call(&f, [], []).unwrap_err();
    assert!(
        matches!(&refused, AskError::DeadHandle(dead) if *dead == f),
        "{refused:?}"
    );
}

#[test]
fn a_handle_of_another_isolate_is_refused_wherever_it_stands() {
    let (mut isolate, mut other) = (open(&generous()), open(&generous()));
    let (own, foreign) = (object(&mut isolate), object(&mut other));
    let within = |value: Any| Any::from([("deep", vec![Any::Tuple(vec![value])].into())]);
    let value = || within(foreign.clone().into());
    let answers = [
        isolate.call(&foreign, [], []).map(drop),
        isolate.attribute(&foreign, "x").map(drop),
        isolate.release(foreign.clone()),
        isolate.bind("x", value()),
        isolate.call(&own, [value()], []).map(drop),
        isolate.call(&own, [], [("x", value())]).map(drop),
    ];
    for answer in answers {
        assert!(
            matches!(&answer, Err(AskError::DeadHandle(dead)) if *dead == foreign),
            "{answer:?}"
        );
    }
    isolate.bind("x", within(own.into())).unwrap();
}

#[test]
fn a_hang_is_stopped_at_the_time_limit() {
    let mut isolate = open(&within(Duration::from_secs(1)));
    let pid = isolate.eval("pid").unwrap().as_i64().unwrap();
    isolate.exec("say first").unwrap();
    let answer = isolate.exec("hang");
    ended(&mut isolate, answer, &Ending::TimeLimit);
    assert!(is_gone(pid), "the process lives on");
    let finished = isolate.close().unwrap();
    assert_eq!(finished.ending, Ending::TimeLimit);
    assert_eq!(finished.stdout, b"first\n");
}

#[test]
fn the_time_limit_is_for_each_ask_and_not_for_the_pauses() {
    let mut isolate = open(&within(Duration::from_secs(2)));
    for _ in 0..2 {
        isolate.exec("sleep 1200").unwrap();
        std::thread::sleep(Duration::from_millis(1_200));
    }
    std::thread::sleep(Duration::from_secs(1));
    assert_eq!(isolate.close().unwrap().ending, Ending::Exited(7));
}

#[test]
fn a_flood_is_stopped_at_the_output_limit() {
    let limits = Limits {
        output_bytes: Some(100_000),
        ..generous()
    };
    let mut isolate = open(&limits);
    let answer = isolate.exec("flood");
    ended(&mut isolate, answer, &Ending::OutputLimit);
    assert_eq!(isolate.take_stdout().len(), 100_000);
}

#[test]
fn a_flood_does_not_outrun_the_time_limit() {
    let limits = Limits {
        output_bytes: None,
        ..within(Duration::from_secs(1))
    };
    let mut isolate = open(&limits);
    let answer = isolate.exec("flood");
    ended(&mut isolate, answer, &Ending::TimeLimit);
}

#[test]
fn the_output_limit_is_for_the_whole_life() {
    let limits = Limits {
        output_bytes: Some(100),
        ..generous()
    };
    let mut isolate = open(&limits);
    isolate.exec("print-bytes 60").unwrap();
    isolate.exec("print-bytes 40").unwrap();
    let answer = isolate.exec("print-bytes 1");
    ended(&mut isolate, answer, &Ending::OutputLimit);
}

#[test]
fn an_heir_that_goes_on_printing_does_not_hold_an_answer_up() {
    let limits = Limits {
        output_bytes: None,
        ..generous()
    };
    let mut isolate = open(&limits);
    let started = Instant::now();
    isolate.exec("heir").unwrap();
    for _ in 0..10 {
        isolate.exec("nothing").unwrap();
    }
    assert!(started.elapsed() < Duration::from_secs(30));
}

#[test]
fn an_exit_while_asked_ends_the_isolate_with_its_status() {
    let mut isolate = open(&generous());
    isolate.exec("say last words").unwrap();
    let answer = isolate.exec("exit 5");
    ended(&mut isolate, answer, &Ending::Exited(5));
    let finished = isolate.close().unwrap();
    assert_eq!(finished.ending, Ending::Exited(5));
    assert_eq!(finished.stdout, b"last words\n");
    assert!(finished.usage.peak_memory_bytes > 0);
}

#[test]
fn a_signal_while_asked_ends_the_isolate() {
    let mut isolate = open(&generous());
    let answer = isolate.exec("kill");
    ended(&mut isolate, answer, &Ending::Signalled(9));
}

#[test]
fn a_death_between_two_asks_is_told_by_the_next() {
    let mut isolate = open(&generous());
    isolate.exec("exit-later 20").unwrap();
    std::thread::sleep(Duration::from_millis(500));
    let much = isolate.bind("x", Any::Bytes(vec![0; 1 << 20]));
    ended(&mut isolate, much, &Ending::Exited(9));
}

#[test]
fn a_panic_of_the_interpreter_ends_the_isolate() {
    let mut isolate = open(&generous());
    match isolate.exec("panic") {
        Err(AskError::Ended(Ending::Broken(why))) => {
            assert!(why.contains("asked to"), "{why}");
        }
        other => panic!("{other:?}"),
    }
    let stderr = String::from_utf8(isolate.take_stderr()).unwrap();
    assert!(stderr.contains("asked to"), "{stderr}");
    assert!(isolate.exec("nothing").is_err());
}

#[test]
fn memory_that_is_used_up_ends_the_isolate() {
    let mut isolate = open(&generous());
    let answer = isolate.exec("use-up-memory");
    ended(&mut isolate, answer, &Ending::MemoryLimit);
}

#[test]
fn there_is_nothing_to_read() {
    let mut isolate = open(&generous());
    isolate.exec("read").unwrap();
    assert_eq!(isolate.take_stdout(), b"read 0 bytes\n");
}

#[test]
fn closing_tells_the_ending_and_the_rest_of_the_output() {
    let mut isolate = open(&generous());
    isolate.bind("at closing", "say bye").unwrap();
    isolate.exec("say hello").unwrap();
    let finished = isolate.close().unwrap();
    assert_eq!(finished.ending, Ending::Exited(7));
    assert_eq!(finished.stdout, b"hello\nbye\n");
    assert!(finished.wall > Duration::ZERO);
}

#[test]
fn closing_has_a_time_limit() {
    let mut isolate = open(&within(Duration::from_secs(1)));
    isolate.bind("at closing", "hang").unwrap();
    assert_eq!(isolate.close().unwrap().ending, Ending::TimeLimit);
}

#[test]
fn a_dropped_isolate_ends_with_its_process() {
    let mut isolate = open(&generous());
    let pid = isolate.eval("pid").unwrap().as_i64().unwrap();
    assert!(!is_gone(pid));
    drop(isolate);
    assert!(is_gone(pid));
}

#[test]
fn isolates_are_independent_and_can_be_sent_to_threads() {
    let threads = [1, 2, 3].map(|number| {
        let mut isolate = open(&generous());
        isolate.bind("number", number).unwrap();
        std::thread::spawn(move || isolate.eval("number").unwrap())
    });
    let answers = threads.map(|thread| thread.join().unwrap());
    assert_eq!(answers, [1, 2, 3].map(Any::from));
}

#[test]
fn a_host_opens_the_guest_of_the_tier() {
    let folder = tempfile::tempdir().unwrap();
    let host = Host::new(Guests::at(folder.path()));
    let error = host.open(TierId::Light, &generous()).unwrap_err();
    assert!(matches!(error, OpenError::NotProvisioned(_)), "{error:?}");
    for name in ["tier-light", "tier-full"] {
        std::os::unix::fs::symlink(fake_guest(), folder.path().join(name)).unwrap();
    }
    let mut isolate = host.open(TierId::Light, &generous()).unwrap();
    isolate.exec("say hello").unwrap();
    match host.open(TierId::Full, &generous()) {
        Err(OpenError::Ended(finished)) => {
            let text = finished.ending.to_string();
            assert!(
                text.contains("holds fake 1 (light); full was expected"),
                "{text}"
            );
        }
        other => panic!("{other:?}"),
    }
}

/// Returns how an isolate failed to open where `AT_OPENING` is `word`.
fn opening(word: &str, limits: &Limits) -> Ending {
    let command = Command {
        environment: Environment::Exactly([("AT_OPENING".into(), word.into())].into()),
        ..Command::new(fake_guest())
    };
    match Served::start(&command, limits).unwrap().open(limits) {
        Err(OpenError::Ended(finished)) => finished.ending,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_isolate_that_does_not_come_up_tells_why() {
    let second = within(Duration::from_secs(1));
    assert_eq!(opening("hang", &second), Ending::TimeLimit);
    assert_eq!(opening("exit 3", &generous()), Ending::Exited(3));
    assert_eq!(opening("use-up-memory", &generous()), Ending::MemoryLimit);
    for (word, why) in [("fault", "nothing to open"), ("panic", "asked to")] {
        match opening(word, &generous()) {
            Ending::Broken(text) => assert!(text.contains(why), "{text}"),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn an_isolate_has_the_environment_and_the_folder_of_its_command() {
    let command = Command {
        environment: Environment::Exactly([("ONLY".into(), "this".into())].into()),
        directory: Some("/proc".into()),
        ..Command::new(fake_guest())
    };
    let guest = Served::start(&command, &generous()).unwrap();
    let mut isolate = guest.open(&generous()).unwrap();
    assert_eq!(isolate.eval("cwd").unwrap(), Any::from("/proc"));
    let only = Any::from(vec![Any::from("ONLY")]);
    assert_eq!(isolate.eval("environment").unwrap(), only);
}
