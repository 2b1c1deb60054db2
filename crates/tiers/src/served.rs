//! A guest that is held, for measurements.

use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use tier_api::{Outcome, Program, TierId};
use wire::{Event, Request};

use crate::process::{Hello, Terms, Watch};
use crate::{Command, Ending, Finished, Io, Isolate, Limits, OpenError};

/// A guest that is ready and waits for what it is asked. Dropped, it is ended, with everything it started.
///
/// For measurements: programs that somebody else wrote are run with [`Host::run`](crate::Host::run), which gives each a
/// process of its own. Here several runs follow one another in one process. Between them the guest puts back what the
/// one before changed of the process; what an interpreter keeps outside of itself stays.
#[derive(Debug)]
pub struct Served {
    watch: Watch,
    hello: Hello,
    /// How long it may take to end.
    time: Option<Duration>,
}

/// One of several runs in a process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ran {
    /// How it ended. Unless this is [`Ending::Exited`], the process is used up.
    pub ending: Ending,
    /// What it wrote to stdout.
    pub stdout: Vec<u8>,
    /// What it wrote to stderr.
    pub stderr: Vec<u8>,
    /// From just before it was asked for to the word that it had ended.
    pub wall: Duration,
}

/// Why there was no run.
#[derive(Debug, thiserror::Error)]
pub enum ServedError {
    /// The process is used up: an earlier run ended it, or left something in it that cannot be put back. Nothing was
    /// begun of this one; another process will do.
    #[error("the guest's process is used up by an earlier run")]
    Over,
    /// The guest could not be watched.
    #[error("the guest could not be watched")]
    Process(#[from] io::Error),
}

impl Served {
    /// Starts `command`, with `serve` and a descriptor after its arguments, and waits until it is ready, within
    /// `limits`.
    ///
    /// # Errors
    ///
    /// [`OpenError::Ended`] where it ended instead, or had to be stopped.
    pub fn start(command: &Command, limits: &Limits) -> Result<Self, OpenError> {
        let mut watch = Watch::start_guest(command, Io::captured(), limits)?;
        match watch.greet()? {
            Some(hello) => Ok(Self {
                watch,
                hello,
                time: limits.time,
            }),
            None => Err(OpenError::Ended(Box::new(watch.into_finished()?))),
        }
    }

    /// Returns the tier that the guest holds.
    pub fn tier(&self) -> TierId {
        self.hello.tier
    }

    /// Returns the interpreter's name and version.
    pub fn version(&self) -> &str {
        &self.hello.version
    }

    /// Runs `program` in a clean interpreter within `limits`. A limit of memory that is above an earlier run's cannot be
    /// set: the ending tells so.
    pub fn run(&mut self, program: &Program, limits: &Limits) -> Result<Ran, ServedError> {
        self.run_in(None, program, limits, &Terms::default())
    }

    /// The same in `folder`, on `terms`.
    pub(crate) fn run_in(
        &mut self,
        folder: Option<&Path>,
        program: &Program,
        limits: &Limits,
        terms: &Terms,
    ) -> Result<Ran, ServedError> {
        self.watch.look()?;
        if self.watch.is_over() {
            return Err(ServedError::Over);
        }
        self.watch.allow_time(limits.time);
        self.watch.allow_output(limits.output_bytes);
        self.watch.set_terms(terms);
        let started = Instant::now();
        let event = self.watch.request(&Request::Run {
            program: program.clone(),
            folder: folder.map(Into::into),
            limits: limits.for_guest(),
        })?;
        let wall = started.elapsed();
        let ending = self.ending(event)?;
        Ok(Ran {
            ending,
            stdout: self.watch.take_stdout(),
            stderr: self.watch.take_stderr(),
            wall,
        })
    }

    /// Returns how a run ended after which the guest said `event`.
    fn ending(&mut self, event: Option<Event>) -> Result<Ending, ServedError> {
        match event {
            Some(Event::Finished(Outcome::Exited { status })) => {
                self.watch.drain()?;
                if !self.watch.is_over() {
                    return Ok(Ending::Exited(status));
                }
            }
            Some(Event::Finished(fault)) => {
                self.watch.drain()?;
                self.watch.take_word(fault);
            }
            Some(Event::Over) => {
                self.watch.end()?;
                return Err(ServedError::Over);
            }
            Some(_) => self.watch.stop_out_of_turn(),
            None => {}
        }
        Ok(self.watch.end()?.0)
    }

    /// Says whether nothing more can be run.
    pub(crate) fn is_over(&self) -> bool {
        self.watch.is_over()
    }

    /// Opens an isolate in the guest's process, within `limits`.
    ///
    /// # Errors
    ///
    /// [`OpenError::Ended`] where it did not come up.
    pub fn open(mut self, limits: &Limits) -> Result<Isolate, OpenError> {
        self.watch.allow_time(limits.time);
        self.watch.allow_output(limits.output_bytes);
        Isolate::open(self.watch, self.hello, limits)
    }

    /// Lets the guest go, and tells what its process came to: how it ended, what it used up over all runs.
    ///
    /// # Errors
    ///
    /// Where the process could not be watched.
    pub fn close(mut self) -> io::Result<Finished> {
        self.watch.allow_time(self.time);
        self.watch.into_finished()
    }
}
