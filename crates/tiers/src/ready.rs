//! Guests that are ready before they are wanted, for measurements.

use std::io;
use std::sync::Arc;

use tier_api::{Program, TierId};

use crate::process::{Origin, Terms, Zygote, run_once};
use crate::{Command, Finished, Io, Isolate, Limits, OpenError};

/// Clean interpreters that wait: copies of the process of one guest. Dropped, it is ended, and with it those that wait.
///
/// For measurements; programs that somebody else wrote are run on what a [`Host`](crate::Host::keep_ready) keeps ready.
#[derive(Debug)]
pub struct Ready {
    origin: Origin,
    tier: TierId,
}

impl Ready {
    /// Starts `command`, with `zygote` and a descriptor after its arguments, as a guest that holds `tier`, and has
    /// `spares` copies made.
    ///
    /// # Errors
    ///
    /// Where it does not get ready.
    pub fn start(command: &Command, tier: TierId, spares: usize) -> io::Result<Self> {
        let zygote: Arc<Zygote> = Zygote::start(command, spares)?;
        Ok(Self {
            origin: Origin::Copied(zygote, command.clone()),
            tier,
        })
    }

    /// Opens an isolate on one that waits, within `limits`.
    ///
    /// # Errors
    ///
    /// [`OpenError::Ended`] where it did not come up.
    pub fn open(&self, limits: &Limits) -> Result<Isolate, OpenError> {
        Isolate::start(&self.origin, self.tier, limits)
    }

    /// Runs `program` on one that waits, within `limits`; what it prints is kept. The time is counted from just before it
    /// is taken.
    ///
    /// # Errors
    ///
    /// Where the guest cannot be watched.
    pub fn run(&self, program: &Program, limits: &Limits) -> io::Result<Finished> {
        let io = Io::captured();
        run_once(
            &self.origin,
            self.tier,
            program,
            io,
            limits,
            &Terms::default(),
        )
    }
}
