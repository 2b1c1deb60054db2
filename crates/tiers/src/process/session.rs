//! What host and guest say to each other, before and beside the isolates.

use std::io;

use tier_api::{Program, TierId};
use wire::{Event, PROTOCOL, Request};

use super::supervise::Watch;
use super::terms::Terms;
use super::{Ending, Finished, Io, Limits, Origin};

/// What a guest says of itself.
#[derive(Clone, Debug)]
pub(crate) struct Hello {
    /// The tier it holds.
    pub(crate) tier: TierId,
    /// Its interpreter's name and version.
    pub(crate) version: String,
}

/// Runs `program` on a guest from `origin`, which is expected to hold `tier`: one process for one run.
pub(crate) fn run_once(
    origin: &Origin,
    tier: TierId,
    program: &Program,
    io: Io,
    limits: &Limits,
    terms: &Terms,
) -> io::Result<Finished> {
    let mut guest = origin.start(io, limits)?.on(terms);
    let Some(hello) = guest.greet()? else {
        return origin.ended_early(guest);
    };
    if guest.is_held(&hello, tier) {
        let request = Request::Run {
            program: program.clone(),
            folder: None,
            limits: limits.for_guest(),
        };
        match guest.request(&request)? {
            Some(Event::Finished(outcome)) => guest.take_word(outcome),
            Some(_) => guest.stop_out_of_turn(),
            None => {}
        }
    }
    guest.into_finished()
}

impl Watch {
    /// Waits until the guest says that it is ready; none where it ended, or had to be stopped, before.
    pub(crate) fn greet(&mut self) -> io::Result<Option<Hello>> {
        // One that was there before it was wanted has said so already.
        self.listen()?;
        match self.hear()? {
            Some(Event::Ready {
                protocol: PROTOCOL,
                tier,
                version,
            }) => return Ok(Some(Hello { tier, version })),
            Some(Event::Ready {
                protocol, version, ..
            }) => self.stop(Ending::Broken(format!(
                "the guest ({version}) speaks protocol {protocol}; {PROTOCOL} was expected"
            ))),
            Some(_) => self.stop_out_of_turn(),
            None => {}
        }
        Ok(None)
    }

    /// Says whether the guest holds `tier`. It is stopped where it does not.
    pub(crate) fn is_held(&mut self, hello: &Hello, tier: TierId) -> bool {
        let Hello {
            tier: held,
            version,
        } = hello;
        if *held != tier {
            self.stop(Ending::Broken(format!(
                "the guest holds {version} ({held}); {tier} was expected"
            )));
        }
        *held == tier
    }

    /// Asks for something, and waits for what the guest says; none where it ended, or had to be stopped, before it said
    /// anything.
    pub(crate) fn request(&mut self, request: &Request) -> io::Result<Option<Event>> {
        self.ask(request);
        // While the guest is at work, and not before it is asked.
        self.replenish();
        self.hear()
    }

    /// Asks for something. A guest that cannot be asked is stopped.
    pub(crate) fn ask(&mut self, request: &Request) {
        if let Err(error) = self.say(request) {
            self.stop(Ending::Broken(format!("it could not be asked: {error}")));
        }
    }

    /// Gives up a guest that says what nobody asked it.
    pub(crate) fn stop_out_of_turn(&mut self) {
        self.stop(Ending::Broken("the guest spoke out of turn".into()));
    }
}

impl Limits {
    /// Returns what the guest is to see to by itself.
    pub(crate) fn for_guest(&self) -> wire::Limits {
        wire::Limits {
            memory_bytes: self.memory_bytes,
        }
    }
}
