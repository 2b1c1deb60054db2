//! An interpreter that stays up, in a process of its own.

mod refuse;

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tier_api::{Answer, Any, Ask, Failure, Handle, Raised, TierId};
use wire::{ChannelError, Event, Request};

use crate::process::{Hello, Origin, Watch};
use crate::{Ending, Finished, Io, Limits, OpenError};
pub(crate) use refuse::check_input;

/// The number that the next isolate gets: no two of a process share one, so that no handle fits two of them.
static NEXT: AtomicU64 = AtomicU64::new(1);

/// An interpreter that is up, in a process of its own. Dropped, it is ended, with everything it started.
///
/// What stays in the interpreter is known here by its [`Handle`]. The isolate keeps an object as long as its handle has
/// not been released.
///
/// # Limits
///
/// [`Limits::time`] holds for each call of a method by itself, and for opening and closing; [`Limits::output_bytes`] for
/// all that is printed as long as the isolate is up; [`Limits::memory_bytes`] for its process. Where a limit is hit, the
/// isolate has ended. While nothing is asked, nothing is watched: threads that the program started go on, until they have
/// filled the pipe that they print into.
#[derive(Debug)]
pub struct Isolate {
    number: u64,
    version: String,
    limits: Limits,
    watch: Watch,
}

/// Why an isolate has no answer.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// An exception was raised and not caught. `SystemExit` is one like any other: the isolate stays up.
    #[error(transparent)]
    Raised(Box<Raised>),
    /// The handle is not, or no longer, one of this isolate's. Nothing was done.
    #[error("the handle of a {} (isolate {}, object {}) is dead here", .0.type_name, .0.isolate, .0.id)]
    DeadHandle(Handle),
    /// What was asked takes more than one message can carry. Nothing was done.
    #[error("the request takes {bytes} bytes, more than a message can carry")]
    RequestTooLong {
        /// Its length as a message, in bytes.
        bytes: u64,
    },
    /// A value is nested more than [`DEPTH_MAX`](tier_api::any::DEPTH_MAX) deep. Nothing was done.
    #[error("a value is nested deeper than one that can cross")]
    TooDeep,
    /// The answer takes more than one message can carry. What was asked has been done.
    #[error("the answer takes {bytes} bytes, more than a message can carry")]
    AnswerTooLong {
        /// Its length as a message, in bytes.
        bytes: u64,
    },
    /// The isolate's process has ended: by itself, by a limit, by a crash. It stays so.
    #[error("the isolate {0}")]
    Ended(Ending),
    /// The isolate's process could not be watched, and was ended.
    #[error("the isolate's process could not be watched")]
    Process(#[from] io::Error),
}

impl Isolate {
    /// Opens one on a guest from `origin`, which is expected to hold `tier`.
    pub(crate) fn start(origin: &Origin, tier: TierId, limits: &Limits) -> Result<Self, OpenError> {
        let mut guest = origin.start(Io::captured(), limits)?;
        // It wakes while it is seen what it is.
        let number = ask_to_open(&mut guest, limits);
        let Some(hello) = guest.greet()? else {
            return Err(OpenError::Ended(Box::new(origin.ended_early(guest)?)));
        };
        if guest.is_held(&hello, tier) {
            return Self::opened(number, guest, hello, limits);
        }
        Err(OpenError::Ended(Box::new(guest.into_finished()?)))
    }

    /// Has the guest that said `hello` open an isolate.
    pub(crate) fn open(mut guest: Watch, hello: Hello, limits: &Limits) -> Result<Self, OpenError> {
        let number = ask_to_open(&mut guest, limits);
        Self::opened(number, guest, hello, limits)
    }

    /// Waits until the guest has opened the isolate that it was asked for.
    fn opened(
        number: u64,
        mut guest: Watch,
        hello: Hello,
        limits: &Limits,
    ) -> Result<Self, OpenError> {
        let event = guest.hear()?;
        // To open an isolate takes no longer than to have another made, so that is left for when this one is at work.
        guest.replenish_last();
        match event {
            Some(Event::Opened) => {
                return Ok(Self {
                    number,
                    version: hello.version,
                    limits: *limits,
                    watch: guest,
                });
            }
            Some(Event::Finished(outcome)) => guest.take_word(outcome),
            Some(Event::Over) => guest.stop(Ending::Broken(
                "an earlier run left something in the process".into(),
            )),
            Some(_) => guest.stop_out_of_turn(),
            None => {}
        }
        Err(OpenError::Ended(Box::new(guest.into_finished()?)))
    }

    /// Returns the interpreter's name and version.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Returns the number of its process, to look at what it takes.
    pub fn process_id(&self) -> u32 {
        self.watch.process_id()
    }

    /// Allows what is asked from now on so much time, each by itself.
    pub(crate) fn allow_time(&mut self, time: Option<Duration>) {
        self.limits.time = time;
    }

    /// Adds to what was printed to stderr.
    pub(crate) fn add_to_stderr(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.watch.add_to_stderr(bytes)
    }

    /// Binds `name` to `value` in `__main__`.
    pub fn bind(&mut self, name: &str, value: impl Into<Any>) -> Result<(), AskError> {
        let (name, value) = (name.into(), value.into());
        self.ask(Ask::Bind { name, value }).map(drop)
    }

    /// Runs statements in `__main__`.
    pub fn exec(&mut self, source: &str) -> Result<(), AskError> {
        let source = source.into();
        self.ask(Ask::Exec { source }).map(drop)
    }

    /// Evaluates an expression in `__main__`; returns its value.
    pub fn eval(&mut self, source: &str) -> Result<Any, AskError> {
        let source = source.into();
        self.ask(Ask::Eval { source })
    }

    /// Calls an object with positional and keyword arguments; returns what it returns.
    pub fn call<'k>(
        &mut self,
        callable: &Handle,
        args: impl IntoIterator<Item = Any>,
        kwargs: impl IntoIterator<Item = (&'k str, Any)>,
    ) -> Result<Any, AskError> {
        let kwargs = kwargs.into_iter();
        self.ask(Ask::Call {
            callable: callable.clone(),
            args: args.into_iter().collect(),
            kwargs: kwargs.map(|(name, value)| (name.into(), value)).collect(),
        })
    }

    /// Returns the attribute `name` of an object.
    pub fn attribute(&mut self, object: &Handle, name: &str) -> Result<Any, AskError> {
        self.ask(Ask::Attribute {
            object: object.clone(),
            name: name.into(),
        })
    }

    /// Gives an object up. Clones of its handle are dead from here on.
    pub fn release(&mut self, object: Handle) -> Result<(), AskError> {
        self.ask(Ask::Release { object }).map(drop)
    }

    /// Takes what was printed to stdout until the last answer and has not been taken before.
    pub fn take_stdout(&mut self) -> Vec<u8> {
        self.watch.take_stdout()
    }

    /// Takes what was printed to stderr until the last answer and has not been taken before.
    pub fn take_stderr(&mut self) -> Vec<u8> {
        self.watch.take_stderr()
    }

    /// Ends the interpreter as the end of a program does (threads are waited for, exit functions run), and tells how it
    /// went, with what was printed and has not been taken. Where the isolate has ended before, it tells of that.
    ///
    /// # Errors
    ///
    /// Where the process could not be watched.
    pub fn close(mut self) -> io::Result<Finished> {
        if !self.watch.is_over() {
            self.watch.allow_time(self.limits.time);
            match self.watch.request(&Request::Close)? {
                Some(Event::Finished(outcome)) => self.watch.take_word(outcome),
                Some(_) => self.watch.stop_out_of_turn(),
                None => {}
            }
        }
        self.watch.into_finished()
    }

    fn ask(&mut self, ask: Ask) -> Result<Any, AskError> {
        if self.watch.is_over() {
            return Err(self.ended());
        }
        refuse::what_cannot_cross(&ask, self.number)?;
        self.watch.allow_time(self.limits.time);
        let answer = self.answer(&Request::Ask(ask));
        if let Err(AskError::Process(error)) = &answer {
            self.watch.stop(Ending::Broken(error.to_string()));
        }
        if self.watch.is_over() {
            return Err(answer.err().unwrap_or_else(|| self.ended()));
        }
        answer
    }

    fn answer(&mut self, request: &Request) -> Result<Any, AskError> {
        self.watch.say(request)?;
        self.watch.replenish();
        match self.watch.hear()? {
            Some(Event::Answered(answer)) => {
                self.watch.drain()?;
                return to_result(answer);
            }
            Some(Event::Finished(outcome)) => self.watch.take_word(outcome),
            Some(_) => self.watch.stop_out_of_turn(),
            None => {}
        }
        Err(self.ended())
    }

    /// Waits for the end, and returns it as the reason why there is no answer.
    fn ended(&mut self) -> AskError {
        match self.watch.end() {
            Ok((ending, _)) => AskError::Ended(ending),
            Err(error) => AskError::Process(error),
        }
    }
}

/// Asks the guest for an isolate; returns its number.
fn ask_to_open(guest: &mut Watch, limits: &Limits) -> u64 {
    let isolate = NEXT.fetch_add(1, Ordering::Relaxed);
    guest.ask(&Request::Open {
        isolate,
        limits: limits.for_guest(),
    });
    isolate
}

fn to_result(answer: Answer) -> Result<Any, AskError> {
    answer.map_err(|failure| match failure {
        Failure::Raised(raised) => AskError::Raised(raised),
        Failure::DeadHandle(handle) => AskError::DeadHandle(handle),
        Failure::TooLong { bytes } => AskError::AnswerTooLong { bytes },
    })
}

impl From<ChannelError> for AskError {
    fn from(error: ChannelError) -> Self {
        match error {
            ChannelError::TooLong { bytes } => Self::RequestTooLong { bytes },
            ChannelError::Stream(error) => Self::Process(error),
            ChannelError::Malformed(error) => Self::Process(io::Error::other(error)),
        }
    }
}
