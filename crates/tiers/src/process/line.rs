//! The host's end of a session's socket, which never waits: neither to send nor to receive.

use std::io;
use std::os::fd::{AsFd as _, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;

use rustix::event::PollFlags;
use rustix::io::Errno;
use rustix::net::{RecvFlags, SendFlags, recv, send};
use wire::{ChannelError, Event, Inbox, Request, encode};

/// How much is read at once, in bytes.
const CHUNK_BYTES: usize = 16 << 10;

/// A line to a guest.
#[derive(Debug)]
pub(super) struct Line {
    /// None once one side has hung up.
    stream: Option<UnixStream>,
    inbox: Inbox,
    outbox: Vec<u8>,
    /// How much of the outbox has gone.
    sent_bytes: usize,
}

impl Line {
    /// Returns the host's end, and the guest's.
    pub(super) fn new() -> io::Result<(Self, OwnedFd)> {
        let (host, guest) = UnixStream::pair()?;
        host.set_nonblocking(true)?;
        let line = Self {
            stream: Some(host),
            inbox: Inbox::default(),
            outbox: Vec::new(),
            sent_bytes: 0,
        };
        Ok((line, guest.into()))
    }

    /// Returns the descriptor to watch and what to watch it for, while there is one.
    pub(super) fn source(&self) -> Option<(BorrowedFd<'_>, PollFlags)> {
        let flags = if self.outbox.is_empty() {
            PollFlags::IN
        } else {
            PollFlags::IN | PollFlags::OUT
        };
        Some((self.stream.as_ref()?.as_fd(), flags))
    }

    /// Puts `request` into the outbox, and sends what can be sent at once.
    ///
    /// # Errors
    ///
    /// Where no message can carry the request; nothing of it is sent then.
    pub(super) fn say(&mut self, request: &Request) -> Result<(), ChannelError> {
        let frame = encode(request)?;
        if self.outbox.is_empty() {
            self.outbox = frame;
        } else {
            self.outbox.extend(frame);
        }
        Ok(self.send()?)
    }

    /// Returns how many bytes wait to be received.
    pub(super) fn present_bytes(&self) -> io::Result<u64> {
        match &self.stream {
            Some(stream) => Ok(rustix::io::ioctl_fionread(stream)?),
            None => Ok(0),
        }
    }

    /// Sends and receives what can be without waiting; returns how many bytes were received.
    pub(super) fn attend(&mut self) -> io::Result<u64> {
        self.send()?;
        self.receive()
    }

    /// Takes out the next thing that the guest said.
    pub(super) fn next_event(&mut self) -> Result<Option<Event>, ChannelError> {
        self.inbox.next_message()
    }

    /// Lets the guest know that nothing more will be asked.
    pub(super) fn hang_up(&mut self) {
        self.stream = None;
    }

    fn send(&mut self) -> io::Result<()> {
        while let Some(stream) = &self.stream
            && !self.outbox.is_empty()
        {
            match send(stream, &self.outbox[self.sent_bytes..], SendFlags::NOSIGNAL) {
                Ok(sent) => self.sent_bytes += sent,
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => break,
                // The guest is gone, but may have said something before.
                Err(Errno::PIPE | Errno::CONNRESET) => self.sent_bytes = self.outbox.len(),
                Err(error) => return Err(error.into()),
            }
            if self.sent_bytes == self.outbox.len() {
                (self.outbox, self.sent_bytes) = (Vec::new(), 0);
            }
        }
        Ok(())
    }

    fn receive(&mut self) -> io::Result<u64> {
        let Some(stream) = &self.stream else {
            return Ok(0);
        };
        let mut chunk = [0; CHUNK_BYTES];
        match recv(stream, &mut chunk, RecvFlags::empty()) {
            // A reset: the guest died with something of ours unread. Its exit status tells how.
            Ok((0, _)) | Err(Errno::CONNRESET) => self.stream = None,
            Ok((received, _)) => {
                self.inbox.push(&chunk[..received]);
                return Ok(received as u64);
            }
            Err(Errno::AGAIN | Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        Ok(0)
    }
}
