//! What a host and a guest that others are copies of say to each other: over a socket that keeps messages apart and carries
//! descriptors.
//!
//! The guest says [`Report::Prepared`] when its interpreter is up. It answers each order with one report, in their order.

use std::io::{self, IoSlice, IoSliceMut};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, OwnedFd};

use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer,
    SendAncillaryMessage, SendFlags, recvmsg, sendmsg,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::Reaped;

/// The longest message, in bytes.
const MESSAGE_BYTES_MAX: usize = 4096;

/// The most descriptors that come with a message: those of a new guest.
const DESCRIPTORS_MAX: usize = 3;

/// What the host wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// A copy, to be a guest that serves a session. Three descriptors come with it: the session's socket, and what is to be
    /// its stdout and its stderr.
    Copy,
    /// That a copy be waited for and taken from the process table.
    Reap {
        /// Its number.
        pid: i32,
    },
}

/// What the guest reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Report {
    /// Its interpreter is up.
    Prepared,
    /// There is a copy. A descriptor of its process comes with this.
    Copied {
        /// Its number.
        pid: i32,
    },
    /// There is no copy.
    NotCopied(String),
    /// A copy has ended so.
    Reaped(Reaped),
    /// The copy could not be waited for.
    NotReaped(String),
}

/// Sends a message, with a descriptor where there is one to send.
///
/// # Errors
///
/// Where the other side is gone.
pub fn send(
    socket: impl AsFd,
    message: &impl Serialize,
    descriptor: Option<&OwnedFd>,
) -> io::Result<()> {
    send_all(socket, message, descriptor.map(AsFd::as_fd).as_slice())
}

/// Sends a message with descriptors.
///
/// # Errors
///
/// Where the other side is gone.
pub fn send_all(
    socket: impl AsFd,
    message: &impl Serialize,
    descriptors: &[std::os::fd::BorrowedFd<'_>],
) -> io::Result<()> {
    let message = postcard::to_stdvec(message).map_err(io::Error::other)?;
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(DESCRIPTORS_MAX))];
    let mut control = SendAncillaryBuffer::new(&mut space);
    if !descriptors.is_empty() && !control.push(SendAncillaryMessage::ScmRights(descriptors)) {
        return Err(io::Error::other("too many descriptors for a message"));
    }
    let parts = [IoSlice::new(&message)];
    rustix::io::retry_on_intr(|| sendmsg(&socket, &parts, &mut control, SendFlags::NOSIGNAL))?;
    Ok(())
}

/// Receives a message and what descriptors came with it; none where the other side is gone.
///
/// # Errors
///
/// Where what came is no message.
pub fn receive<M: DeserializeOwned>(socket: impl AsFd) -> io::Result<Option<(M, Vec<OwnedFd>)>> {
    let mut bytes = [0; MESSAGE_BYTES_MAX];
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(DESCRIPTORS_MAX))];
    let mut control = RecvAncillaryBuffer::new(&mut space);
    let received = rustix::io::retry_on_intr(|| {
        let mut parts = [IoSliceMut::new(&mut bytes)];
        recvmsg(&socket, &mut parts, &mut control, RecvFlags::CMSG_CLOEXEC)
    });
    let length = match received {
        Ok(received) => received.bytes,
        Err(rustix::io::Errno::CONNRESET) => 0,
        Err(error) => return Err(error.into()),
    };
    if length == 0 {
        return Ok(None);
    }
    let mut descriptors = Vec::new();
    for message in control.drain() {
        if let RecvAncillaryMessage::ScmRights(received) = message {
            descriptors.extend(received);
        }
    }
    let message = postcard::from_bytes(&bytes[..length]).map_err(io::Error::other)?;
    Ok(Some((message, descriptors)))
}
