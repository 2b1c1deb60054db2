//! Where a guest comes from.

use std::io;
use std::sync::Arc;

use super::zygote::Zygote;
use super::{Command, Io, Limits, Watch};

/// Where a guest comes from.
#[derive(Clone, Debug)]
pub(crate) enum Origin {
    /// It is started.
    Started(Command),
    /// It is a copy of one that was started before, which is there at once. Where none can be had, the command starts one.
    Copied(Arc<Zygote>, Command),
}

impl Origin {
    /// Returns a guest from there, under watch.
    pub(crate) fn start(&self, io: Io, limits: &Limits) -> io::Result<Watch> {
        match self {
            Self::Started(command) => Watch::start_guest(command, io, limits),
            Self::Copied(zygote, command) => match Zygote::take(zygote) {
                Ok(copy) => Watch::of_copy(copy, io, limits),
                // A program may have ended it: on Full it can reach whatever its user can.
                Err(_) => Watch::start_guest(command, io, limits),
            },
        }
    }
}
