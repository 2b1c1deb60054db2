//! Running a program on a tier.

use std::io;

use tier_api::{Program, TierId};

use crate::process::{SESSION_FD, Session, run_session};
use crate::{Command, Environment, Finished, Guests, Io, Limits, NotProvisioned, Stdin};

/// Runs programs on the guests it was given.
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
        let command = Command {
            program: self.guests.tier(tier)?,
            args: vec!["serve".into(), SESSION_FD.to_string().into()],
            environment: Environment::Inherited,
            directory: None,
            stdin: self.stdin,
        };
        let session = Session {
            tier,
            program: program.clone(),
        };
        Ok(run_session(&command, session, io, limits)?)
    }
}
