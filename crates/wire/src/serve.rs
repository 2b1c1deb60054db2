//! The guest's side of a session.

use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use tier_api::any::{VALUE_BYTES, VALUES_MAX};
use tier_api::{Answer, Any, Ask, Failure, Fault, Isolate, Outcome, Program, Tier};

use crate::guest::last_panic;
use crate::{Channel, ChannelError, Event, Limits, PROTOCOL, Request};

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

/// What a guest's process has around the interpreter.
pub trait Surroundings {
    /// Puts `limits` on the process.
    fn confine(&mut self, limits: &Limits) -> std::io::Result<()>;

    /// Puts back what a run changed of the process (its folder, environment, descriptors, signals …), and says whether it
    /// is as it was: another run may follow only then.
    fn restore(&mut self) -> bool;
}

/// Answers requests over `stream` until the host closes it.
///
/// A panic of the interpreter is caught and reported; the session ends with it, since nothing is known of the
/// interpreter's state. Between two runs the surroundings are restored; where they cannot be, the session ends.
pub fn serve<T: Tier>(
    tier: &mut T,
    stream: impl Read + Write,
    surroundings: impl Surroundings,
) -> Result<(), ServeError> {
    let mut session = Session {
        channel: Channel::new(stream),
        guest: std::process::id(),
        surroundings,
        used: false,
    };
    session.channel.send(&Event::Ready {
        protocol: PROTOCOL,
        tier: T::ID,
        version: tier.version(),
    })?;
    while let Some(request) = session.channel.receive()? {
        let goes_on = match request {
            Request::Ask(_) => {
                return Err(ServeError::OutOfPlace("asks an isolate that is not up"));
            }
            Request::Close => {
                return Err(ServeError::OutOfPlace("closes an isolate that is not up"));
            }
            Request::Run { .. } | Request::Open { .. } if !session.is_clean() => {
                session.channel.send(&Event::Over)?;
                false
            }
            Request::Run { program, limits } => session.run(tier, &program, &limits)?,
            Request::Open { isolate, limits } => {
                session.hold(tier, isolate, &limits)?;
                false
            }
        };
        if !goes_on {
            break;
        }
    }
    Ok(())
}

struct Session<S, P> {
    channel: Channel<S>,
    /// This process: a program may fork, and its child is not the one to speak.
    guest: u32,
    surroundings: P,
    /// Whether something was run before.
    used: bool,
}

impl<S: Read + Write, P: Surroundings> Session<S, P> {
    /// Says whether the process is as it was at the beginning, after putting back what a run before changed.
    ///
    /// That is done when the next run is there, not when the last one ends: most sessions have but one.
    fn is_clean(&mut self) -> bool {
        !std::mem::replace(&mut self.used, true) || self.surroundings.restore()
    }

    /// Runs one program; says whether the interpreter is still sound.
    fn run<T: Tier>(
        &mut self,
        tier: &mut T,
        program: &Program,
        limits: &Limits,
    ) -> Result<bool, ServeError> {
        let outcome = self.confined(limits, || run_caught(tier, program));
        let broken = matches!(outcome, Outcome::Faulted(Fault::Panicked { .. }));
        self.finished(outcome)?;
        Ok(!broken)
    }

    /// Opens an isolate and answers for it until it is closed.
    fn hold<T: Tier>(
        &mut self,
        tier: &mut T,
        isolate: u64,
        limits: &Limits,
    ) -> Result<(), ServeError> {
        let mut opened = None;
        let outcome = self.confined(limits, || match caught(|| tier.open(isolate)).flatten() {
            Ok(up) => {
                opened = Some(up);
                Outcome::Exited { status: 0 }
            }
            Err(fault) => Outcome::Faulted(fault),
        });
        let Some(mut isolate) = opened else {
            return self.finished(outcome);
        };
        self.channel.send(&Event::Opened)?;
        loop {
            match self.channel.receive()? {
                Some(Request::Ask(ask)) => match ask_caught(&mut isolate, ask) {
                    Ok(answer) => self.answered(answer)?,
                    Err(fault) => return self.finished(Outcome::Faulted(fault)),
                },
                // The host is gone: nobody is left to tell, and the process ends.
                None => return Ok(()),
                Some(Request::Close) => {
                    let outcome = caught(|| isolate.close()).unwrap_or_else(Outcome::Faulted);
                    return self.finished(outcome);
                }
                Some(Request::Run { .. } | Request::Open { .. }) => {
                    return Err(ServeError::OutOfPlace(
                        "wants a second interpreter beside the isolate",
                    ));
                }
            }
        }
    }

    fn confined(&mut self, limits: &Limits, work: impl FnOnce() -> Outcome) -> Outcome {
        match self.surroundings.confine(limits) {
            Ok(()) => work(),
            Err(error) => Outcome::Faulted(Fault::Unavailable {
                reason: error.to_string(),
            }),
        }
    }

    fn finished(&mut self, outcome: Outcome) -> Result<(), ServeError> {
        self.leave_if_forked(&outcome);
        Ok(self.channel.send(&Event::Finished(outcome))?)
    }

    fn answered(&mut self, answer: Answer) -> Result<(), ServeError> {
        self.leave_if_forked(&Outcome::Exited { status: 0 });
        let values = answer.as_ref().map_or(0, Any::values);
        let sent = if values > VALUES_MAX {
            let bytes = values.saturating_mul(VALUE_BYTES as u64);
            Err(ChannelError::TooLong { bytes })
        } else {
            self.channel.send(&Event::Answered(answer))
        };
        let sent = match sent {
            Err(ChannelError::TooLong { bytes }) => {
                let failure = Failure::TooLong { bytes };
                self.channel.send(&Event::Answered(Err(failure)))
            }
            sent => sent,
        };
        Ok(sent?)
    }

    /// Ends this process if it is a child that the program forked, come to its end: the session is not the child's to
    /// speak in.
    fn leave_if_forked(&self, outcome: &Outcome) {
        if std::process::id() != self.guest {
            crate::guest::end_as(outcome);
        }
    }
}

/// Runs `program`, turning a panic of the interpreter into a fault.
pub(crate) fn run_caught<T: Tier>(tier: &mut T, program: &Program) -> Outcome {
    caught(|| tier.run(program)).unwrap_or_else(Outcome::Faulted)
}

fn ask_caught(isolate: &mut impl Isolate, ask: Ask) -> Result<Answer, Fault> {
    caught(|| isolate.ask(ask))
}

fn caught<R>(work: impl FnOnce() -> R) -> Result<R, Fault> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Fault::Panicked {
        message: last_panic(),
    })
}

#[cfg(test)]
mod tests;
