//! The guest's side of a session, whatever its messages travel by.

use std::ffi::OsStr;
use std::panic::{AssertUnwindSafe, catch_unwind};

use tier_api::any::{VALUE_BYTES, VALUES_MAX};
use tier_api::{Answer, Any, Ask, Failure, Fault, Isolate, Outcome, Program, Tier};

use crate::panics::last_panic;
use crate::{ChannelError, Event, Limits, PROTOCOL, Request, encode};

/// Why a session ended before the host closed it.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// A message could not be sent or received.
    #[error("the session with the host broke")]
    Channel(#[from] ChannelError),
    /// The host asked for what cannot be had in this state of the session.
    #[error("the host {0}")]
    OutOfPlace(&'static str),
}

/// What a guest has around the interpreter.
pub trait Surroundings {
    /// Puts `limits` on the guest.
    fn confine(&mut self, limits: &Limits) -> std::io::Result<()>;

    /// Puts back what a run changed around it (the process's folder, environment, descriptors, signals …), and says whether
    /// that is as it was: another run may follow only then.
    fn restore(&mut self) -> bool;
}

/// A session: what was opened in it, and whether it goes on.
pub(crate) struct Session<T: Tier, S> {
    tier: T,
    surroundings: S,
    /// The isolate that is up.
    isolate: Option<T::Isolate>,
    /// Whether something was run before.
    used: bool,
}

/// What the guest says to a request.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    /// The message.
    pub(crate) event: Event,
    /// Whether there may be another request.
    pub(crate) goes_on: bool,
}

impl<T: Tier, S: Surroundings> Session<T, S> {
    pub(crate) fn new(tier: T, surroundings: S) -> Self {
        Self {
            tier,
            surroundings,
            isolate: None,
            used: false,
        }
    }

    /// Returns what the guest says first.
    pub(crate) fn ready(&self) -> Event {
        Event::Ready {
            protocol: PROTOCOL,
            tier: T::ID,
            version: self.tier.version(),
        }
    }

    /// Does what is requested.
    ///
    /// A panic of the interpreter is caught and reported; the session ends with it, since nothing is known of the
    /// interpreter's state. Between two runs the surroundings are restored; where they cannot be, the session ends.
    pub(crate) fn answer(&mut self, request: Request) -> Result<Reply, ServeError> {
        match (request, self.isolate.take()) {
            (Request::Ask(ask), Some(isolate)) => Ok(self.ask(isolate, ask)),
            (Request::Close, Some(isolate)) => {
                let outcome = caught(|| isolate.close()).unwrap_or_else(Outcome::Faulted);
                Ok(last(Event::Finished(outcome)))
            }
            (Request::Run { .. } | Request::Open { .. }, Some(_)) => Err(ServeError::OutOfPlace(
                "wants a second interpreter beside the isolate",
            )),
            (Request::Ask(_), None) => {
                Err(ServeError::OutOfPlace("asks an isolate that is not up"))
            }
            (Request::Close, None) => {
                Err(ServeError::OutOfPlace("closes an isolate that is not up"))
            }
            (Request::Run { .. } | Request::Open { .. }, None) if !self.is_clean() => {
                Ok(last(Event::Over))
            }
            (
                Request::Run {
                    program,
                    folder,
                    limits,
                },
                None,
            ) => Ok(self.run(&program, folder.as_deref(), &limits)),
            (Request::Open { isolate, limits }, None) => Ok(self.open(isolate, &limits)),
        }
    }

    /// Says whether everything is as it was at the beginning, after putting back what a run before changed.
    ///
    /// That is done when the next run is there, not when the last one ends: most sessions have but one.
    fn is_clean(&mut self) -> bool {
        !std::mem::replace(&mut self.used, true) || self.surroundings.restore()
    }

    fn run(&mut self, program: &Program, folder: Option<&OsStr>, limits: &Limits) -> Reply {
        let confined = self.surroundings.confine(limits);
        let outcome = match confined.and_then(|()| enter(folder)) {
            Ok(()) => run_caught(&mut self.tier, program),
            Err(error) => unavailable(&error),
        };
        let broken = matches!(outcome, Outcome::Faulted(Fault::Panicked { .. }));
        Reply {
            event: Event::Finished(outcome),
            goes_on: !broken,
        }
    }

    fn open(&mut self, number: u64, limits: &Limits) -> Reply {
        if let Err(error) = self.surroundings.confine(limits) {
            return last(Event::Finished(unavailable(&error)));
        }
        match caught(|| self.tier.open(number)).flatten() {
            Ok(isolate) => {
                self.isolate = Some(isolate);
                Reply {
                    event: Event::Opened,
                    goes_on: true,
                }
            }
            Err(fault) => last(Event::Finished(Outcome::Faulted(fault))),
        }
    }

    fn ask(&mut self, mut isolate: T::Isolate, ask: Ask) -> Reply {
        let answer = caught(|| isolate.ask(ask))
            .map_err(Outcome::Faulted)
            .flatten();
        // Back to its place whatever it said: where it broke, it is not to be ended in the ordinary way.
        self.isolate = Some(isolate);
        match answer {
            Ok(answer) => Reply {
                event: Event::Answered(answer),
                goes_on: true,
            },
            Err(outcome) => last(Event::Finished(outcome)),
        }
    }
}

/// Returns the frame of what the guest says; where that is an answer that no message can carry, a frame that says so.
pub(crate) fn frame(event: &Event) -> Result<Vec<u8>, ChannelError> {
    let encoded = match event {
        Event::Answered(answer) => fits(answer).and_then(|()| encode(event)),
        _ => encode(event),
    };
    match (event, encoded) {
        (Event::Answered(_), Err(ChannelError::TooLong { bytes })) => {
            encode(&Event::Answered(Err(Failure::TooLong { bytes })))
        }
        (_, encoded) => encoded,
    }
}

/// Checks that an answer is not of more values than the other side takes in.
fn fits(answer: &Answer) -> Result<(), ChannelError> {
    let values = answer.as_ref().map_or(0, Any::values);
    if values > VALUES_MAX {
        let bytes = values.saturating_mul(VALUE_BYTES as u64);
        return Err(ChannelError::TooLong { bytes });
    }
    Ok(())
}

fn enter(folder: Option<&OsStr>) -> std::io::Result<()> {
    folder.map_or(Ok(()), std::env::set_current_dir)
}

fn last(event: Event) -> Reply {
    Reply {
        event,
        goes_on: false,
    }
}

fn unavailable(error: &std::io::Error) -> Outcome {
    Outcome::Faulted(Fault::Unavailable {
        reason: error.to_string(),
    })
}

/// Runs `program`, turning a panic of the interpreter into a fault.
pub(crate) fn run_caught<T: Tier>(tier: &mut T, program: &Program) -> Outcome {
    caught(|| tier.run(program)).unwrap_or_else(Outcome::Faulted)
}

fn caught<R>(work: impl FnOnce() -> R) -> Result<R, Fault> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Fault::Panicked {
        message: last_panic(),
    })
}
