//! The loop that watches one process: its output, what it says, its end and its limits, in one thread.

use std::io;
use std::os::fd::AsFd as _;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags};
use tier_api::{Fault, Outcome};
use wire::{ChannelError, Event, Request};

use super::io::{Stream, Until};
use super::line::Line;
use super::running::{Output, Running};
use super::spawn::spawn;
use super::terms::Terms;
use super::wait::poll_until;
use super::zygote::Copy;
use super::{Command, Ending, Finished, Io, Limits, SESSION_FD, Usage};

/// What something was ready for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Cancelled,
    Ended,
    Stdout,
    Stderr,
    Line,
}

/// One process under watch. Dropped, it is ended, with its group.
///
/// Nothing is watched by itself: the loop turns while somebody waits for what the process says ([`Watch::hear`]) or for
/// its end ([`Watch::end`]).
#[derive(Debug)]
pub(crate) struct Watch {
    running: Running,
    started: Instant,
    deadline: Option<Instant>,
    terms: Terms,
    output_left: u64,
    stdout: Stream,
    stderr: Stream,
    /// None for a command that is no guest.
    line: Option<Line>,
    /// Whether another was made ready in the place of this one.
    replenished: bool,
    /// How it ended, as the guest tells it.
    told: Option<Ending>,
    /// Why it was stopped, where it did not end by itself.
    stopped: Option<Ending>,
    /// How long it took until it ended or was stopped.
    wall: Option<Duration>,
    /// What came of it, once it has been reaped.
    end: Option<(Ending, Usage)>,
}

/// Runs `command` to its end within `limits`.
///
/// # Errors
///
/// Where the process could not be started or watched. However it ends once started is an [`Ending`], not an error.
pub fn run_command(command: &Command, io: Io, limits: &Limits) -> io::Result<Finished> {
    let started = Instant::now();
    let (running, output) = spawn(command, None)?;
    output.never_wait()?;
    Watch::new(started, running, output, None, io, limits).into_finished()
}

impl Watch {
    /// Starts `command` with a line to it, as the guest that it is with `serve` and a descriptor for arguments.
    pub(crate) fn start_guest(command: &Command, io: Io, limits: &Limits) -> io::Result<Self> {
        let mut command = command.clone();
        command.args.push("serve".into());
        command.args.push(SESSION_FD.to_string().into());
        let (line, guest) = Line::new()?;
        let started = Instant::now();
        let (running, output) = spawn(&command, Some((guest, SESSION_FD)))?;
        output.never_wait()?;
        let line = Some(line);
        Ok(Self::new(started, running, output, line, io, limits))
    }

    /// Returns the number of the process.
    pub(crate) fn process_id(&self) -> u32 {
        self.running.id()
    }

    /// Has another one made ready in its place, where it was there before it was wanted.
    pub(crate) fn replenish(&mut self) {
        if !self.replenished
            && let Some(zygote) = self.running.zygote()
        {
            zygote.replenish();
            self.replenished = true;
        }
    }

    /// The same at once where none is left that nobody has wanted.
    pub(crate) fn replenish_last(&mut self) {
        if self
            .running
            .zygote()
            .is_some_and(|zygote| zygote.is_drained())
        {
            self.replenish();
        }
    }

    /// Watches a guest that was there before it was wanted, as one that was started just now.
    pub(crate) fn of_copy(copy: Copy, io: Io, limits: &Limits) -> Self {
        let Copy {
            running,
            output,
            line,
        } = copy;
        Self::new(Instant::now(), running, output, Some(line), io, limits)
    }

    /// `output` never waits.
    fn new(
        started: Instant,
        running: Running,
        Output { stdout, stderr }: Output,
        line: Option<Line>,
        io: Io,
        limits: &Limits,
    ) -> Self {
        Self {
            running,
            started,
            deadline: after(started, limits.time),
            terms: Terms::default(),
            output_left: limits.output_bytes.unwrap_or(u64::MAX),
            stdout: Stream::new(stdout, io.stdout),
            stderr: Stream::new(stderr, io.stderr),
            line,
            replenished: false,
            told: None,
            stopped: None,
            wall: None,
            end: None,
        }
    }

    /// The same, in passing.
    pub(crate) fn on(mut self, terms: &Terms) -> Self {
        self.set_terms(terms);
        self
    }

    /// Watches it on `terms` from now on.
    pub(crate) fn set_terms(&mut self, terms: &Terms) {
        self.terms = terms.clone();
    }

    /// Allows `time` from now on.
    pub(crate) fn allow_time(&mut self, time: Option<Duration>) {
        self.deadline = after(Instant::now(), time);
    }

    /// Allows as much output from now on.
    pub(crate) fn allow_output(&mut self, bytes: Option<u64>) {
        self.output_left = bytes.unwrap_or(u64::MAX);
    }

    /// Asks the guest for something.
    ///
    /// # Errors
    ///
    /// Where no message can carry the request; the guest hears nothing then.
    pub(crate) fn say(&mut self, request: &Request) -> Result<(), ChannelError> {
        match &mut self.line {
            Some(line) => line.say(request),
            None => Ok(()),
        }
    }

    /// Waits for what the guest says next; none where it ended, or had to be stopped, before it said anything.
    pub(crate) fn hear(&mut self) -> io::Result<Option<Event>> {
        while self.stopped.is_none() {
            if let Some(event) = self.heard() {
                return Ok(Some(event));
            }
            if self.is_over() {
                break;
            }
            self.turn()?;
        }
        Ok(None)
    }

    /// Takes in what the guest has said so far.
    pub(crate) fn listen(&mut self) -> io::Result<()> {
        self.line.as_mut().map_or(Ok(0), Line::attend).map(drop)
    }

    /// Takes out what the guest has said next. What is no event stops it.
    fn heard(&mut self) -> Option<Event> {
        let said = self.line.as_mut().map_or(Ok(None), Line::next_event);
        said.unwrap_or_else(|error| {
            self.stop(Ending::Broken(error.to_string()));
            None
        })
    }

    /// Takes the guest's word for how it ended, and lets it go.
    pub(crate) fn take_word(&mut self, outcome: Outcome) {
        self.told = Some(match outcome {
            Outcome::Exited { status } => Ending::Exited(status),
            Outcome::Faulted(Fault::MemoryExhausted) => Ending::MemoryLimit,
            Outcome::Faulted(fault) => Ending::Broken(fault.to_string()),
        });
        self.hang_up();
    }

    /// Lets the guest know that nothing more will be asked: it ends then.
    pub(crate) fn hang_up(&mut self) {
        if let Some(line) = &mut self.line {
            line.hang_up();
        }
    }

    /// Gives the process up, for the reason `why`. The first reason counts.
    pub(crate) fn stop(&mut self, why: Ending) {
        self.stopped.get_or_insert(why);
        self.wall.get_or_insert_with(|| self.started.elapsed());
    }

    /// Says whether the process has ended or was given up.
    pub(crate) fn is_over(&self) -> bool {
        self.wall.is_some()
    }

    /// Looks what has happened, without waiting.
    pub(crate) fn look(&mut self) -> io::Result<()> {
        if self.is_over() {
            return Ok(());
        }
        let ready = self.wait(Some(Instant::now()))?;
        self.attend_all(&ready)
    }

    /// Takes in what has been written, without waiting for more.
    pub(crate) fn drain(&mut self) -> io::Result<()> {
        for source in [Source::Stdout, Source::Stderr] {
            // No more than is there now: somebody else may go on writing for ever.
            let mut left = match source {
                Source::Stdout => self.stdout.present_bytes()?,
                _ => self.stderr.present_bytes()?,
            };
            while left > 0 && self.stopped.is_none() {
                match self.take(source)? {
                    0 => break,
                    taken => left = left.saturating_sub(taken),
                }
            }
        }
        Ok(())
    }

    /// Adds to what was written to stderr, as if the process had written it.
    pub(crate) fn add_to_stderr(&mut self, bytes: &[u8]) -> io::Result<()> {
        let limit = usize::try_from(self.output_left).unwrap_or(usize::MAX);
        let until = Until {
            deadline: self.deadline,
            cancel: self.terms.cancel.as_ref(),
        };
        let kept = bytes.len().min(limit);
        let stopped = self.stderr.put(&bytes[..kept], until)?;
        self.output_left = self.output_left.saturating_sub(bytes.len() as u64);
        if let Some(why) = stopped.or((kept < bytes.len()).then_some(Ending::OutputLimit)) {
            self.stop(why);
        }
        Ok(())
    }

    /// Takes what was kept of stdout.
    pub(crate) fn take_stdout(&mut self) -> Vec<u8> {
        self.stdout.take_kept()
    }

    /// Takes what was kept of stderr.
    pub(crate) fn take_stderr(&mut self) -> Vec<u8> {
        self.stderr.take_kept()
    }

    /// Hangs up, waits for the end, and sees to it that nothing is left. Asked again, it tells the same.
    pub(crate) fn end(&mut self) -> io::Result<(Ending, Usage)> {
        if let Some(end) = &self.end {
            return Ok(end.clone());
        }
        self.hang_up();
        while !self.is_over() {
            self.turn()?;
        }
        self.running.end();
        let (own, usage) = self.running.reap()?;
        let own = self.terms.without_a_word(own);
        let ending = self.stopped.clone().or(self.told.clone()).unwrap_or(own);
        Ok(self.end.insert((ending, usage)).clone())
    }

    /// Waits for the end, and tells all about it.
    pub(crate) fn into_finished(mut self) -> io::Result<Finished> {
        let (ending, usage) = self.end()?;
        Ok(Finished {
            ending,
            stdout: self.take_stdout(),
            stderr: self.take_stderr(),
            wall: self.wall.unwrap_or_default(),
            usage,
        })
    }

    /// Waits until something happens, and sees to it.
    fn turn(&mut self) -> io::Result<()> {
        let ready = self.wait(self.deadline)?;
        self.attend_all(&ready)?;
        let is_late = |deadline| deadline <= Instant::now();
        if !self.is_over() && self.deadline.is_some_and(is_late) {
            self.stop(Ending::TimeLimit);
        }
        Ok(())
    }

    /// Waits until something is ready, or until `deadline`: then nothing is.
    fn wait(&self, deadline: Option<Instant>) -> io::Result<Vec<Source>> {
        let read = |fd| (fd, PollFlags::IN);
        let candidates = [
            (
                Source::Cancelled,
                self.terms
                    .cancel
                    .as_ref()
                    .map(|cancel| read(cancel.source())),
            ),
            (Source::Ended, Some(read(self.running.ended.as_fd()))),
            (Source::Stdout, self.stdout.source().map(read)),
            (Source::Stderr, self.stderr.source().map(read)),
            (Source::Line, self.line.as_ref().and_then(Line::source)),
        ];
        let open: Vec<_> = candidates
            .into_iter()
            .filter_map(|(source, fd)| Some((source, fd?)))
            .collect();
        let mut watched: Vec<PollFd<'_>> = open
            .iter()
            .map(|(_, (fd, flags))| PollFd::from_borrowed_fd(*fd, *flags))
            .collect();
        poll_until(&mut watched, deadline)?;
        let ready = open
            .iter()
            .zip(&watched)
            .filter(|(_, entry)| !entry.revents().is_empty());
        Ok(ready.map(|((source, _), _)| *source).collect())
    }

    fn attend_all(&mut self, ready: &[Source]) -> io::Result<()> {
        for source in ready {
            match source {
                Source::Cancelled => self.stop(Ending::Cancelled),
                Source::Ended => {}
                Source::Stdout | Source::Stderr => {
                    self.take(*source)?;
                }
                Source::Line => {
                    self.line.as_mut().map_or(Ok(0), Line::attend)?;
                }
            }
        }
        if ready.contains(&Source::Ended) && !self.is_over() {
            self.wall = Some(self.started.elapsed());
            self.drain()?;
            self.drain_line()?;
        }
        Ok(())
    }

    /// Takes in what was said, without waiting for more.
    fn drain_line(&mut self) -> io::Result<()> {
        let Some(line) = &mut self.line else {
            return Ok(());
        };
        let mut left = line.present_bytes()?;
        while left > 0 {
            match line.attend()? {
                0 => break,
                taken => left = left.saturating_sub(taken),
            }
        }
        Ok(())
    }

    /// Takes in a part of what was written to one of the streams; returns how many bytes that were.
    fn take(&mut self, source: Source) -> io::Result<u64> {
        let stream = match source {
            Source::Stdout => &mut self.stdout,
            _ => &mut self.stderr,
        };
        let until = Until {
            deadline: self.deadline,
            cancel: self.terms.cancel.as_ref(),
        };
        let taken = stream.take(self.output_left, until)?;
        self.output_left = self.output_left.saturating_sub(taken.bytes);
        if let Some(why) = taken.stopped {
            self.stop(why);
        }
        Ok(taken.bytes)
    }
}

/// Returns when `time` after `start` is over; none where that is never, or later than any clock will show.
fn after(start: Instant, time: Option<Duration>) -> Option<Instant> {
    time.and_then(|time| start.checked_add(time))
}

/// One that was never at work was taken all the same.
impl Drop for Watch {
    fn drop(&mut self) {
        self.replenish();
    }
}
