//! A run's output: where it comes from and where it goes.

use std::io;
use std::os::fd::{AsFd as _, BorrowedFd, OwnedFd};
use std::time::Instant;

use rustix::event::{PollFd, PollFlags};

use super::Ending;

/// A write of at most this many bytes to a pipe that is ready for writing does not block (POSIX, `PIPE_BUF`).
const UNBLOCKED_BYTES: usize = 4096;

/// How much is read at once, in bytes.
const CHUNK_BYTES: usize = 16 << 10;

/// Where one output stream goes.
#[derive(Debug)]
pub enum Sink {
    /// Kept in memory.
    Captured(Vec<u8>),
    /// Passed on to a descriptor as it comes.
    Passed(OwnedFd),
    /// Thrown away.
    Ignored,
}

/// Where both output streams go.
#[derive(Debug)]
pub struct Io {
    /// Where stdout goes.
    pub stdout: Sink,
    /// Where stderr goes.
    pub stderr: Sink,
}

impl Io {
    /// Returns an `Io` that keeps both streams in memory.
    pub fn captured() -> Self {
        Self {
            stdout: Sink::Captured(Vec::new()),
            stderr: Sink::Captured(Vec::new()),
        }
    }
}

/// One output stream of a process.
#[derive(Debug)]
pub(super) struct Stream {
    /// None once nothing more comes from it, or nobody wants it.
    source: Option<OwnedFd>,
    sink: Sink,
}

/// What was taken from a stream.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// How many bytes.
    pub(super) bytes: u64,
    /// Why the run cannot go on, where it cannot.
    pub(super) stopped: Option<Ending>,
}

impl Stream {
    /// Returns the stream from `source`, which does not block, to `sink`.
    pub(super) fn new(source: OwnedFd, sink: Sink) -> Self {
        Self {
            source: Some(source),
            sink,
        }
    }

    /// Returns the descriptor to watch, while there is one.
    pub(super) fn source(&self) -> Option<BorrowedFd<'_>> {
        Some(self.source.as_ref()?.as_fd())
    }

    /// Takes what was kept.
    pub(super) fn take_kept(&mut self) -> Vec<u8> {
        match &mut self.sink {
            Sink::Captured(kept) => std::mem::take(kept),
            Sink::Passed(_) | Sink::Ignored => Vec::new(),
        }
    }

    /// Returns how many bytes wait to be taken.
    pub(super) fn present_bytes(&self) -> io::Result<u64> {
        match &self.source {
            Some(source) => Ok(rustix::io::ioctl_fionread(source)?),
            None => Ok(0),
        }
    }

    /// Takes what is there, up to one chunk, of which the first `limit_bytes` go to the sink. Waits for a slow reader
    /// no longer than until `deadline`.
    pub(super) fn take(
        &mut self,
        limit_bytes: u64,
        deadline: Option<Instant>,
    ) -> io::Result<Taken> {
        let Some(source) = &self.source else {
            return Ok(Taken::default());
        };
        let mut chunk = [0; CHUNK_BYTES];
        let read = match rustix::io::retry_on_intr(|| rustix::io::read(source, &mut chunk)) {
            Ok(read) => read,
            Err(rustix::io::Errno::AGAIN) => return Ok(Taken::default()),
            Err(error) => return Err(error.into()),
        };
        if read == 0 {
            self.source = None;
        }
        let kept = usize::try_from(limit_bytes).map_or(read, |limit| read.min(limit));
        let stopped = match self.sink.accept(&chunk[..kept], deadline) {
            Ok(()) => (kept < read).then_some(Ending::OutputLimit),
            Err(error) if error.kind() == io::ErrorKind::TimedOut => Some(Ending::TimeLimit),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                // Whoever was reading has gone. The program learns it as it would have without us in between: its next
                // write finds nobody.
                self.source = None;
                None
            }
            Err(error) => return Err(error),
        };
        Ok(Taken {
            bytes: read as u64,
            stopped,
        })
    }
}

impl Sink {
    fn accept(&mut self, bytes: &[u8], deadline: Option<Instant>) -> io::Result<()> {
        match self {
            Self::Captured(kept) => kept.extend_from_slice(bytes),
            Self::Passed(descriptor) => pass_on(descriptor, bytes, deadline)?,
            Self::Ignored => {}
        }
        Ok(())
    }
}

fn pass_on(descriptor: &OwnedFd, bytes: &[u8], deadline: Option<Instant>) -> io::Result<()> {
    for mut chunk in bytes.chunks(UNBLOCKED_BYTES) {
        while !chunk.is_empty() {
            let mut ready = [PollFd::from_borrowed_fd(descriptor.as_fd(), PollFlags::OUT)];
            if super::wait::poll_until(&mut ready, deadline)? == 0 {
                return Err(io::ErrorKind::TimedOut.into());
            }
            let written = rustix::io::retry_on_intr(|| rustix::io::write(descriptor, chunk))?;
            chunk = &chunk[written..];
        }
    }
    Ok(())
}
