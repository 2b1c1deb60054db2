//! A run's output: where it comes from and where it goes.

use std::io;
use std::os::fd::{AsFd as _, BorrowedFd, OwnedFd};
use std::time::Instant;

use rustix::event::{PollFd, PollFlags};

use super::Ending;
use crate::Cancel;

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
    /// Puts what a run wrote into the sinks, as far as the run's time allows; returns what cut it short, and what was kept.
    pub(crate) fn take_in(
        self,
        stdout: &[u8],
        stderr: &[u8],
        until: Until<'_>,
    ) -> io::Result<TakenIn> {
        let (mut out, mut err) = (
            Stream::without_source(self.stdout),
            Stream::without_source(self.stderr),
        );
        let mut stopped = out.put(stdout, until)?;
        if stopped.is_none() {
            stopped = err.put(stderr, until)?;
        }
        Ok(TakenIn {
            stopped,
            stdout: out.take_kept(),
            stderr: err.take_kept(),
        })
    }

    /// Returns an `Io` that keeps both streams in memory.
    pub fn captured() -> Self {
        Self {
            stdout: Sink::Captured(Vec::new()),
            stderr: Sink::Captured(Vec::new()),
        }
    }
}

/// How long a slow reader is waited for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Until<'a> {
    /// No longer than until then.
    pub(crate) deadline: Option<Instant>,
    /// No longer than until this is cancelled.
    pub(crate) cancel: Option<&'a Cancel>,
}

/// Why something was not passed on.
#[derive(Debug)]
enum Unpassed {
    /// Nobody took it until the deadline.
    Late,
    /// The run was called off before anybody took it.
    Cancelled,
    /// It could not be written.
    Failed(io::Error),
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

/// What became of output that was put into its sinks all at once.
#[derive(Debug)]
pub(crate) struct TakenIn {
    /// Why not all of it went there, where it did not.
    pub(crate) stopped: Option<Ending>,
    /// What was kept of stdout.
    pub(crate) stdout: Vec<u8>,
    /// What was kept of stderr.
    pub(crate) stderr: Vec<u8>,
}

impl Stream {
    /// Returns a stream to `sink` from nowhere.
    fn without_source(sink: Sink) -> Self {
        Self { source: None, sink }
    }

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
    /// no longer than `until` allows.
    pub(super) fn take(&mut self, limit_bytes: u64, until: Until<'_>) -> io::Result<Taken> {
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
        let stopped = self.put(&chunk[..kept], until)?;
        Ok(Taken {
            bytes: read as u64,
            stopped: stopped.or((kept < read).then_some(Ending::OutputLimit)),
        })
    }

    /// Puts `bytes` into the sink; returns why the run cannot go on, where it cannot.
    pub(super) fn put(&mut self, bytes: &[u8], until: Until<'_>) -> io::Result<Option<Ending>> {
        match self.sink.accept(bytes, until) {
            Ok(()) => Ok(None),
            Err(Unpassed::Late) => Ok(Some(Ending::TimeLimit)),
            Err(Unpassed::Cancelled) => Ok(Some(Ending::Cancelled)),
            Err(Unpassed::Failed(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
                // Whoever was reading has gone. The program learns it as it would have without us in between: its next
                // write finds nobody.
                self.source = None;
                Ok(None)
            }
            Err(Unpassed::Failed(error)) => Err(error),
        }
    }
}

impl Sink {
    fn accept(&mut self, bytes: &[u8], until: Until<'_>) -> Result<(), Unpassed> {
        match self {
            Self::Captured(kept) => kept.extend_from_slice(bytes),
            Self::Passed(descriptor) => pass_on(descriptor, bytes, until)?,
            Self::Ignored => {}
        }
        Ok(())
    }
}

fn pass_on(descriptor: &OwnedFd, bytes: &[u8], until: Until<'_>) -> Result<(), Unpassed> {
    for mut chunk in bytes.chunks(UNBLOCKED_BYTES) {
        while !chunk.is_empty() {
            wait_for_room(descriptor, until)?;
            let written = rustix::io::retry_on_intr(|| rustix::io::write(descriptor, chunk))
                .map_err(|error| Unpassed::Failed(error.into()))?;
            chunk = &chunk[written..];
        }
    }
    Ok(())
}

fn wait_for_room(descriptor: &OwnedFd, until: Until<'_>) -> Result<(), Unpassed> {
    let mut watched = vec![PollFd::from_borrowed_fd(descriptor.as_fd(), PollFlags::OUT)];
    if let Some(cancel) = until.cancel {
        watched.push(PollFd::from_borrowed_fd(cancel.source(), PollFlags::IN));
    }
    let ready = super::wait::poll_until(&mut watched, until.deadline).map_err(Unpassed::Failed)?;
    if ready == 0 {
        return Err(Unpassed::Late);
    }
    if watched
        .get(1)
        .is_some_and(|cancel| !cancel.revents().is_empty())
    {
        return Err(Unpassed::Cancelled);
    }
    Ok(())
}
