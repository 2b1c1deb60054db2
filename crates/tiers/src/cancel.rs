//! Calling runs off, from another thread.

use std::io;
use std::os::fd::{AsFd as _, BorrowedFd, OwnedFd};
use std::sync::Arc;

use rustix::event::{EventfdFlags, eventfd};

/// Calls off whatever it was given to. Its clones are the same token: one thread keeps one to cancel with, while others run.
///
/// A run that is called off ends as [`Ending::Cancelled`](crate::Ending::Cancelled), with everything it started. Once
/// cancelled, a token stays so: a run that is given it afterwards is called off at its beginning.
#[derive(Clone, Debug)]
pub struct Cancel(Arc<OwnedFd>);

impl Cancel {
    /// Returns a token that is not cancelled.
    ///
    /// # Errors
    ///
    /// Where this process can have no more descriptors.
    pub fn new() -> io::Result<Self> {
        let event = eventfd(0, EventfdFlags::CLOEXEC | EventfdFlags::NONBLOCK)?;
        Ok(Self(Arc::new(event)))
    }

    /// Calls off every run that was given this token.
    pub fn cancel(&self) {
        // It fails only where it has been written to until it was full: then it is cancelled.
        let _ = rustix::io::write(&self.0, &1_u64.to_ne_bytes());
    }

    /// Returns the descriptor that is readable from the moment on that this is cancelled: nobody reads it.
    pub(crate) fn source(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}
