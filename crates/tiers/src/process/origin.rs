//! Where a guest comes from.

use std::io;
use std::sync::Arc;

use super::zygote::Zygote;
use super::{Command, Finished, Io, Limits, NotIsolated, Watch};

/// Where a guest comes from.
#[derive(Clone, Debug)]
pub(crate) enum Origin {
    /// It is started.
    Started(Command),
    /// It is started and confined by one that gives up rights and becomes it, or refuses.
    Confined(Command),
    /// It is a copy of one that was started before, which is there at once. Where none can be had, the command starts one.
    Copied(Arc<Zygote>, Command),
}

impl Origin {
    /// Returns a guest from there, under watch.
    pub(crate) fn start(&self, io: Io, limits: &Limits) -> io::Result<Watch> {
        match self {
            Self::Started(command) | Self::Confined(command) => {
                Watch::start_guest(command, io, limits)
            }
            Self::Copied(zygote, command) => match Zygote::take(zygote) {
                Ok(copy) => Ok(Watch::of_copy(copy, io, limits)),
                // A program may have ended it: on Full it can reach whatever its user can.
                Err(_) => Watch::start_guest(command, io, limits),
            },
        }
    }
    /// Returns how a guest from there ended that never greeted.
    ///
    /// # Errors
    ///
    /// [`NotIsolated`], where it was to be confined and could not be.
    pub(crate) fn ended_early(&self, guest: Watch) -> io::Result<Finished> {
        let finished = guest.into_finished()?;
        if let Self::Confined(_) = self
            && let Some(refusal) = NotIsolated::of(&finished.ending, &finished.stderr)
        {
            return Err(refusal.into());
        }
        Ok(finished)
    }
}
