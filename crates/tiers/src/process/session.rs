//! The host's end of a session with a guest.

use std::io::{self, Read as _, Write as _};
use std::os::fd::{AsFd as _, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;

use tier_api::{Fault, Outcome, Program, TierId};
use wire::{Event, Inbox, PROTOCOL, Request};

use super::{Ending, Limits};

/// The descriptor over which a guest finds its session.
pub(crate) const SESSION_FD: i32 = 3;

/// What a guest is asked to run.
#[derive(Debug)]
pub(crate) struct Session {
    /// The tier that the guest is expected to hold.
    pub(crate) tier: TierId,
    /// The program.
    pub(crate) program: Program,
}

/// The host's end.
#[derive(Debug)]
pub(super) struct Talk {
    session: Session,
    limits: wire::Limits,
    /// None once the guest has said all that it will say.
    stream: Option<UnixStream>,
    inbox: Inbox,
    outcome: Option<Outcome>,
}

impl Talk {
    /// Returns the host's end, and the guest's with the descriptor under which to pass it on.
    pub(super) fn begin(session: Session, limits: &Limits) -> io::Result<(Self, (OwnedFd, i32))> {
        let (host, guest) = UnixStream::pair()?;
        host.set_nonblocking(true)?;
        let talk = Self {
            session,
            limits: wire::Limits {
                memory_bytes: limits.memory_bytes,
            },
            stream: Some(host),
            inbox: Inbox::default(),
            outcome: None,
        };
        Ok((talk, (OwnedFd::from(guest), SESSION_FD)))
    }

    /// Returns the descriptor to watch, while there is one.
    pub(super) fn source(&self) -> Option<BorrowedFd<'_>> {
        Some(self.stream.as_ref()?.as_fd())
    }

    /// Takes in what the guest said and answers it. Returns an ending where the run cannot go on.
    pub(super) fn listen(&mut self) -> Option<Ending> {
        self.try_listen().err().map(Ending::Broken)
    }

    /// Returns how the run ended, where the guest said so.
    pub(super) fn ending(self) -> Option<Ending> {
        Some(match self.outcome? {
            Outcome::Exited { status } => Ending::Exited(status),
            Outcome::Faulted(Fault::MemoryExhausted) => Ending::MemoryLimit,
            Outcome::Faulted(fault) => Ending::Broken(fault.to_string()),
        })
    }

    fn try_listen(&mut self) -> Result<(), String> {
        let Some(stream) = &mut self.stream else {
            return Ok(());
        };
        let mut chunk = [0; 4 << 10];
        match stream.read(&mut chunk) {
            Ok(0) => self.stream = None,
            Ok(read) => self.inbox.push(&chunk[..read]),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(()),
            // The guest died with something of ours unread. Its exit status tells how.
            Err(error) if error.kind() == io::ErrorKind::ConnectionReset => self.stream = None,
            Err(error) => return Err(error.to_string()),
        }
        while let Some(event) = self
            .inbox
            .next_message()
            .map_err(|error| error.to_string())?
        {
            self.answer(event)?;
        }
        Ok(())
    }

    fn answer(&mut self, event: Event) -> Result<(), String> {
        match event {
            Event::Ready {
                protocol: PROTOCOL,
                tier,
                ..
            } if tier == self.session.tier => self.ask(),
            Event::Ready {
                protocol,
                tier,
                version,
            } => Err(format!(
                "the guest holds {version} ({tier}) and speaks protocol {protocol}; {} and {PROTOCOL} \
                 were expected",
                self.session.tier
            )),
            Event::Finished(outcome) => {
                self.outcome = Some(outcome);
                // Closing the session is what lets the guest end.
                self.stream = None;
                Ok(())
            }
        }
    }

    /// Asks for the run.
    fn ask(&mut self) -> Result<(), String> {
        let request = Request::Run {
            program: self.session.program.clone(),
            limits: self.limits,
        };
        let frame = wire::encode(&request).map_err(|error| error.to_string())?;
        let Some(stream) = &mut self.stream else {
            return Ok(());
        };
        // A request is short of the socket's buffer by far, but for arguments of absurd length: then this fails rather
        // than wait for a guest that may not be reading.
        stream
            .write_all(&frame)
            .map_err(|error| format!("the request could not be sent: {error}"))
    }
}
