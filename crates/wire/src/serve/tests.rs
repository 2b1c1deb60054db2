use std::io;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use tier_api::{Answer, Any, Ask, Failure, Fault, Isolate, Outcome, Program, Tier, TierId};

use super::*;
use crate::{FRAME_BYTES_MAX, Limits, PROTOCOL, Request};

/// Runs programs that end with the number of their arguments, and panics without any.
struct Fake;

/// An isolate in which an expression is worth its own length, if it is no word that asks for more.
struct FakeIsolate {
    number: u64,
}

impl Tier for Fake {
    const ID: TierId = TierId::Light;
    type Isolate = FakeIsolate;

    fn version(&self) -> String {
        "fake 1".into()
    }

    fn run(&mut self, program: &Program) -> Outcome {
        assert!(!program.args.is_empty(), "nothing to count");
        exited(u8::try_from(program.args.len()).unwrap())
    }

    fn open(&mut self, number: u64) -> Result<FakeIsolate, Fault> {
        match number {
            0 => Err(unavailable("no isolate 0")),
            13 => panic!("no isolate 13 either"),
            _ => Ok(FakeIsolate { number }),
        }
    }
}

impl Isolate for FakeIsolate {
    fn ask(&mut self, ask: Ask) -> Result<Answer, Outcome> {
        let Ask::Eval { source } = ask else {
            return Ok(Ok(Any::None));
        };
        assert_ne!(source, "panic", "asked to");
        Ok(Ok(match source.as_str() {
            "end" => return Err(exited(9)),
            "isolate" => self.number.into(),
            "much" => Any::Bytes(vec![0; FRAME_BYTES_MAX as usize]),
            _ => source.len().into(),
        }))
    }

    fn close(self) -> Outcome {
        assert_ne!(self.number, 14, "this one does not close");
        exited(7)
    }
}

/// Surroundings whose limits, and whose restoring, are said beforehand.
struct Around {
    limits_can_be_set: bool,
    /// What `restore` says, time after time.
    restores: Receiver<bool>,
}

impl Surroundings for Around {
    fn confine(&mut self, _limits: &Limits) -> io::Result<()> {
        self.limits_can_be_set
            .then_some(())
            .ok_or_else(|| io::Error::other("no limit"))
    }

    fn restore(&mut self) -> bool {
        self.restores.recv().unwrap()
    }
}

/// The host's side of a session with a fake guest.
struct Host {
    channel: Channel<UnixStream>,
    restores: Sender<bool>,
    served: JoinHandle<Result<(), ServeError>>,
}

impl Host {
    /// Starts a session that has said that it is ready.
    fn meet(limits_can_be_set: bool) -> Self {
        let (host, guest) = UnixStream::pair().unwrap();
        let (restores, to_come) = channel();
        let around = Around {
            limits_can_be_set,
            restores: to_come,
        };
        let served = thread::spawn(move || serve(Fake, guest, around));
        let mut host = Self {
            channel: Channel::new(host),
            restores,
            served,
        };
        let ready = Event::Ready {
            protocol: PROTOCOL,
            tier: TierId::Light,
            version: "fake 1".into(),
        };
        assert_eq!(host.hear(), Some(ready));
        host
    }

    /// Starts a session with an isolate that is up.
    fn open(isolate: u64) -> Self {
        let mut host = Self::meet(true);
        assert_eq!(host.request(&open(isolate)), Event::Opened);
        host
    }

    fn hear(&mut self) -> Option<Event> {
        self.channel.receive().unwrap()
    }

    fn request(&mut self, request: &Request) -> Event {
        self.channel.send(request).unwrap();
        self.hear().expect("the session should go on")
    }

    fn eval(&mut self, source: &str) -> Event {
        self.request(&eval(source))
    }

    /// Checks that the guest has ended the session by itself; returns what it says of it.
    fn ended(mut self) -> Result<(), ServeError> {
        assert_eq!(self.hear(), None, "the session should be over");
        self.served.join().unwrap()
    }

    /// Leaves; returns what the guest says of it.
    fn leave(self) -> Result<(), ServeError> {
        drop(self.channel);
        self.served.join().unwrap()
    }
}

fn exited(status: u8) -> Outcome {
    Outcome::Exited { status }
}

fn unavailable(reason: &str) -> Fault {
    Fault::Unavailable {
        reason: reason.into(),
    }
}

fn run(args: usize) -> Request {
    Request::Run {
        program: Program {
            args: vec!["x".into(); args],
            ..Program::new("x.py")
        },
        folder: None,
        limits: Limits::default(),
    }
}

fn open(isolate: u64) -> Request {
    Request::Open {
        isolate,
        limits: Limits::default(),
    }
}

fn eval(source: &str) -> Request {
    Request::Ask(Ask::Eval {
        source: source.into(),
    })
}

fn finished(status: u8) -> Event {
    Event::Finished(exited(status))
}

fn answered(value: impl Into<Any>) -> Event {
    Event::Answered(Ok(value.into()))
}

/// Returns the message of the panic that is reported.
fn panic_in(event: Event) -> String {
    match event {
        Event::Finished(Outcome::Faulted(Fault::Panicked { message })) => message,
        other => panic!("no panic was reported but {other:?}"),
    }
}

#[test]
fn programs_are_run_one_after_the_other() {
    let mut host = Host::meet(true);
    assert_eq!(host.request(&run(1)), finished(1));
    for args in [2, 3] {
        host.restores.send(true).unwrap();
        assert_eq!(
            host.request(&run(args)),
            finished(u8::try_from(args).unwrap())
        );
    }
    host.leave().unwrap();
}

#[test]
fn nothing_is_restored_after_the_last_run() {
    let mut host = Host::meet(true);
    assert_eq!(host.request(&run(1)), finished(1));
    // The fake surroundings would wait for what to say.
    host.leave().unwrap();
}

#[test]
fn a_session_ends_before_a_run_that_would_see_another_ones_traces() {
    for next in [run(1), open(1)] {
        let mut host = Host::meet(true);
        assert_eq!(host.request(&run(1)), finished(1));
        host.restores.send(false).unwrap();
        assert_eq!(host.request(&next), Event::Over);
        host.ended().unwrap();
    }
}

#[test]
fn a_limit_that_cannot_be_set_runs_and_opens_nothing() {
    let refused = Event::Finished(Outcome::Faulted(unavailable("no limit")));
    for request in [run(1), open(1)] {
        assert_eq!(Host::meet(false).request(&request), refused);
    }
}

#[test]
fn an_isolate_answers_until_it_is_closed() {
    let mut host = Host::open(42);
    assert_eq!(host.eval("isolate"), answered(42));
    assert_eq!(host.eval("four"), answered(4));
    assert_eq!(host.request(&Request::Close), finished(7));
    host.ended().unwrap();
}

#[test]
fn an_isolate_may_follow_a_run() {
    let mut host = Host::meet(true);
    assert_eq!(host.request(&run(1)), finished(1));
    host.restores.send(true).unwrap();
    assert_eq!(host.request(&open(1)), Event::Opened);
    host.leave().unwrap();
}

#[test]
fn an_isolate_that_does_not_come_up_is_reported_and_ends_the_session() {
    let mut host = Host::meet(true);
    let fault = Outcome::Faulted(unavailable("no isolate 0"));
    assert_eq!(host.request(&open(0)), Event::Finished(fault));
    host.ended().unwrap();
}

/// One test for all: which panic was the last is known of the whole process.
#[test]
fn a_panic_is_reported_and_ends_the_session() {
    crate::panics::remember_panics();
    let check = |mut host: Host, request: &Request, why: &str| {
        let message = panic_in(host.request(request));
        assert!(message.contains(why), "{message}");
        host.ended().unwrap();
    };
    check(Host::meet(true), &run(0), "nothing to count");
    check(Host::meet(true), &open(13), "no isolate 13");
    check(Host::open(1), &eval("panic"), "asked to");
    check(Host::open(14), &Request::Close, "this one does not close");
}

#[test]
fn an_isolate_that_ends_instead_of_answering_ends_the_session() {
    let mut host = Host::open(1);
    assert_eq!(host.request(&eval("end")), Event::Finished(exited(9)));
    host.ended().unwrap();
}

#[test]
fn an_answer_that_is_too_long_is_a_failure_and_the_isolate_stays_up() {
    let mut host = Host::open(1);
    let Event::Answered(Err(Failure::TooLong { bytes })) = host.eval("much") else {
        panic!("the answer was sent");
    };
    assert!(bytes > u64::from(FRAME_BYTES_MAX), "{bytes}");
    assert_eq!(host.eval("up"), answered(2));
    host.leave().unwrap();
}

#[test]
fn a_host_that_leaves_ends_the_session() {
    Host::meet(true).leave().unwrap();
    Host::open(1).leave().unwrap();
}

#[test]
fn what_is_asked_out_of_place_ends_the_session_with_an_error() {
    let check = |mut host: Host, request: &Request| {
        host.channel.send(request).unwrap();
        let error = host.ended().unwrap_err();
        assert!(matches!(error, ServeError::OutOfPlace(_)), "{error:?}");
    };
    for request in [eval("x"), Request::Close] {
        check(Host::meet(true), &request);
    }
    for request in [run(1), open(2)] {
        check(Host::open(1), &request);
    }
}
