//! Running programs on a tier, and opening isolates.

use std::io;

use tier_api::{Program, TierId};

use crate::process::{Watch, run_once};
use crate::{Command, Finished, Guests, Io, Isolate, Limits, NotProvisioned, Stdin};

/// Runs programs, and opens isolates, on the guests it was given.
#[derive(Clone, Debug)]
pub struct Host {
    guests: Guests,
    stdin: Stdin,
}

/// Why a program could not be run at all.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The tier's guest is not on this machine.
    #[error(transparent)]
    NotProvisioned(#[from] NotProvisioned),
    /// The guest could not be started or watched.
    #[error("the guest could not be run")]
    Process(#[from] io::Error),
}

/// Why an isolate did not come up.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The tier's guest is not on this machine.
    #[error(transparent)]
    NotProvisioned(#[from] NotProvisioned),
    /// The guest ended, or had to be stopped, before it was ready.
    #[error("the guest did not get ready: it {}", .0.ending)]
    Ended(Box<Finished>),
    /// The guest could not be started or watched.
    #[error("the guest could not be run")]
    Process(#[from] io::Error),
}

impl Host {
    /// Returns a host that runs programs on `guests`, with nothing to read.
    pub fn new(guests: Guests) -> Self {
        Self {
            guests,
            stdin: Stdin::Empty,
        }
    }

    /// Has programs read `stdin`.
    #[must_use]
    pub fn stdin(mut self, stdin: Stdin) -> Self {
        self.stdin = stdin;
        self
    }

    /// Runs `program` on `tier` within `limits`: one process, one clean interpreter. Nothing that the program started
    /// outlives the run.
    pub fn run(
        &self,
        tier: TierId,
        program: &Program,
        io: Io,
        limits: &Limits,
    ) -> Result<Finished, RunError> {
        let command = self.guest(tier)?;
        Ok(run_once(&command, tier, program, io, limits)?)
    }

    /// Opens an isolate of `tier` that is kept within `limits`: a process of its own, with a clean interpreter that stays
    /// up.
    pub fn open(&self, tier: TierId, limits: &Limits) -> Result<Isolate, OpenError> {
        let command = self.guest(tier)?;
        let mut guest = Watch::start_guest(&command, Io::captured(), limits)?;
        if let Some(hello) = guest.greet()?
            && guest.is_held(&hello, tier)
        {
            return Isolate::open(guest, hello, limits);
        }
        Err(OpenError::Ended(Box::new(guest.into_finished()?)))
    }

    fn guest(&self, tier: TierId) -> Result<Command, NotProvisioned> {
        Ok(Command {
            stdin: self.stdin,
            ..Command::new(self.guests.tier(tier)?)
        })
    }
}
