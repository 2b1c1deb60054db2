//! The guest's side of a session.

use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use tier_api::{Fault, Outcome, Program, Tier};

use crate::guest::last_panic;
use crate::{Channel, ChannelError, Event, Limits, PROTOCOL, Request};

/// Why a session ended before the host closed it.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// A message could not be sent or received.
    #[error("the session with the host broke")]
    Channel(#[from] ChannelError),
}

/// Answers requests over `stream` until the host closes it.
///
/// `confine` puts the limits of a request on this process before its program starts. A panic of the interpreter is
/// caught and reported; the session ends with it, since nothing is known of the interpreter's state.
pub fn serve<T: Tier>(
    tier: &mut T,
    stream: impl Read + Write,
    mut confine: impl FnMut(&Limits) -> std::io::Result<()>,
) -> Result<(), ServeError> {
    let mut channel = Channel::new(stream);
    channel.send(&Event::Ready {
        protocol: PROTOCOL,
        tier: T::ID,
        version: tier.version(),
    })?;
    while let Some(Request::Run { program, limits }) = channel.receive()? {
        let guest = std::process::id();
        let outcome = match confine(&limits) {
            Ok(()) => run_caught(tier, &program),
            Err(error) => Outcome::Faulted(Fault::Unavailable {
                reason: error.to_string(),
            }),
        };
        if std::process::id() != guest {
            // The program forked, and this is its child come to its end: the session is not the child's to speak in.
            crate::guest::end_as(&outcome);
        }
        let broken = matches!(outcome, Outcome::Faulted(Fault::Panicked { .. }));
        channel.send(&Event::Finished(outcome))?;
        if broken {
            break;
        }
    }
    Ok(())
}

/// Runs `program`, turning a panic of the interpreter into a fault.
pub(crate) fn run_caught<T: Tier>(tier: &mut T, program: &Program) -> Outcome {
    catch_unwind(AssertUnwindSafe(|| tier.run(program))).unwrap_or_else(|_| {
        Outcome::Faulted(Fault::Panicked {
            message: last_panic(),
        })
    })
}

#[cfg(test)]
mod tests {
    use std::os::unix::net::UnixStream;
    use std::thread;

    use tier_api::TierId;

    use super::*;

    /// Ends with the number of arguments; panics without any.
    struct Count;

    impl Tier for Count {
        const ID: TierId = TierId::Light;
        fn version(&self) -> String {
            "count 1".into()
        }
        fn run(&mut self, program: &Program) -> Outcome {
            assert!(!program.args.is_empty(), "nothing to count");
            Outcome::Exited {
                status: u8::try_from(program.args.len()).unwrap(),
            }
        }
    }

    fn request(args: &[&str]) -> Request {
        let program = Program {
            args: args.iter().map(Into::into).collect(),
            ..Program::new("x.py")
        };
        Request::Run {
            program,
            limits: Limits::default(),
        }
    }

    #[test]
    fn a_session_answers_until_a_panic() {
        crate::guest::remember_panics();
        let (host, guest) = UnixStream::pair().unwrap();
        let served = thread::spawn(move || serve(&mut Count, guest, |_| Ok(())));
        let mut host = Channel::new(host);
        let ready = host.receive::<Event>().unwrap();
        let expected = Event::Ready {
            protocol: PROTOCOL,
            tier: TierId::Light,
            version: "count 1".into(),
        };
        assert_eq!(ready, Some(expected));
        for args in [&["a"][..], &["a", "b"]] {
            host.send(&request(args)).unwrap();
            let status = u8::try_from(args.len()).unwrap();
            let finished = host.receive::<Event>().unwrap();
            assert_eq!(finished, Some(Event::Finished(Outcome::Exited { status })));
        }
        host.send(&request(&[])).unwrap();
        let Some(Event::Finished(Outcome::Faulted(Fault::Panicked { message }))) =
            host.receive().unwrap()
        else {
            panic!("the panic was not reported");
        };
        assert!(message.contains("nothing to count"), "{message}");
        assert!(
            host.receive::<Event>().unwrap().is_none(),
            "a broken guest serves no more"
        );
        served.join().unwrap().unwrap();
    }

    #[test]
    fn a_limit_that_cannot_be_set_runs_nothing() {
        let (host, guest) = UnixStream::pair().unwrap();
        thread::spawn(move || serve(&mut Count, guest, |_| Err(std::io::Error::other("no"))));
        let mut host = Channel::new(host);
        host.receive::<Event>().unwrap();
        host.send(&request(&["a"])).unwrap();
        let outcome = Outcome::Faulted(Fault::Unavailable {
            reason: "no".into(),
        });
        assert_eq!(
            host.receive::<Event>().unwrap(),
            Some(Event::Finished(outcome))
        );
    }
}
