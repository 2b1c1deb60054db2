//! The loop that watches one process: its output, its session, its end and its limits, in one thread.

use std::io;
use std::os::fd::AsFd as _;
use std::time::Instant;

use rustix::event::{PollFd, PollFlags};

use super::io::Stream;
use super::session::{Session, Talk};
use super::spawn::{Running, spawn};
use super::wait::poll_until;
use super::{Command, Ending, Finished, Io, Limits};

/// What something was ready for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Ended,
    Stdout,
    Stderr,
    Talk,
}

/// One run under watch.
struct Watch<'a> {
    limits: &'a Limits,
    deadline: Option<Instant>,
    stdout: Stream,
    stderr: Stream,
    output_bytes: u64,
    talk: Option<Talk>,
    /// Why the run was stopped, where it did not end by itself.
    stopped: Option<Ending>,
}

/// Runs `command` to its end within `limits`.
///
/// # Errors
///
/// Where the process could not be started or watched. However it ends once started is an [`Ending`], not an error.
pub fn run_command(command: &Command, io: Io, limits: &Limits) -> io::Result<Finished> {
    let started = Instant::now();
    supervise(started, spawn(command, None)?, None, io, limits)
}

/// Runs a guest that serves, and asks it for one run.
pub(crate) fn run_session(
    command: &Command,
    session: Session,
    io: Io,
    limits: &Limits,
) -> io::Result<Finished> {
    let (talk, inherited) = Talk::begin(session, limits)?;
    let started = Instant::now();
    supervise(
        started,
        spawn(command, Some(inherited))?,
        Some(talk),
        io,
        limits,
    )
}

fn supervise(
    started: Instant,
    mut running: Running,
    talk: Option<Talk>,
    io: Io,
    limits: &Limits,
) -> io::Result<Finished> {
    let (stdout, stderr) = running.take_streams()?;
    let mut watch = Watch {
        limits,
        deadline: limits.time.map(|time| started + time),
        stdout: Stream::new(stdout, io.stdout),
        stderr: Stream::new(stderr, io.stderr),
        output_bytes: 0,
        talk,
        stopped: None,
    };
    watch.until_end(&running)?;
    let wall = started.elapsed();
    if watch.stopped.is_none() {
        watch.drain()?;
    }
    running.end();
    let (own, usage) = running.reap()?;
    let ending = watch
        .stopped
        .or_else(|| watch.talk?.ending())
        .unwrap_or(own);
    let (stdout, stderr) = (watch.stdout.into_kept(), watch.stderr.into_kept());
    Ok(Finished {
        ending,
        stdout,
        stderr,
        wall,
        usage,
    })
}

impl Watch<'_> {
    /// Watches until the process has ended or must be stopped.
    fn until_end(&mut self, running: &Running) -> io::Result<()> {
        while self.stopped.is_none() {
            let ready = self.wait(running)?;
            if ready.is_empty() {
                self.stopped = Some(Ending::TimeLimit);
            }
            for source in &ready {
                self.attend(*source)?;
            }
            if ready.contains(&Source::Ended) {
                break;
            }
        }
        Ok(())
    }

    /// Waits until something is ready, or the time is up: then nothing is.
    fn wait(&self, running: &Running) -> io::Result<Vec<Source>> {
        let candidates = [
            (Source::Ended, Some(running.ended.as_fd())),
            (Source::Stdout, self.stdout.source()),
            (Source::Stderr, self.stderr.source()),
            (Source::Talk, self.talk.as_ref().and_then(Talk::source)),
        ];
        let open: Vec<_> = candidates
            .into_iter()
            .filter_map(|(source, fd)| Some((source, fd?)))
            .collect();
        let mut watched: Vec<PollFd<'_>> = open
            .iter()
            .map(|(_, fd)| PollFd::from_borrowed_fd(*fd, PollFlags::IN))
            .collect();
        poll_until(&mut watched, self.deadline)?;
        let ready = open
            .iter()
            .zip(&watched)
            .filter(|(_, entry)| !entry.revents().is_empty());
        Ok(ready.map(|((source, _), _)| *source).collect())
    }

    fn attend(&mut self, source: Source) -> io::Result<()> {
        let taken = match source {
            Source::Ended => return Ok(()),
            Source::Talk => {
                self.stopped = self.talk.as_mut().and_then(Talk::listen);
                return Ok(());
            }
            Source::Stdout => self.stdout.take(self.output_left(), self.deadline)?,
            Source::Stderr => self.stderr.take(self.output_left(), self.deadline)?,
        };
        self.output_bytes += taken.bytes;
        self.stopped = taken.stopped;
        Ok(())
    }

    /// Takes in what was written before the end, without waiting for what heirs of the process may still write.
    fn drain(&mut self) -> io::Result<()> {
        for source in [Source::Stdout, Source::Stderr, Source::Talk] {
            loop {
                let before = self.output_bytes;
                self.attend(source)?;
                if self.output_bytes == before || self.stopped.is_some() {
                    break;
                }
            }
        }
        Ok(())
    }

    fn output_left(&self) -> u64 {
        self.limits
            .output_bytes
            .map_or(u64::MAX, |limit| limit.saturating_sub(self.output_bytes))
    }
}
