//! The contract between a host and an interpreter.
//!
//! A [`Tier`] runs a [`Program`] and answers with an [`Outcome`]; or it opens an [`Isolate`], an interpreter that stays up
//! and is spoken with in values ([`Any`]). Hosts, guests and the wire between them meet only here, so this crate knows no
//! interpreter, no process and no file format; it depends on nothing of the workspace.
//!
//! ```
//! use tier_api::{Answer, Any, Ask, Fault, Isolate, Outcome, Program, Tier, TierId};
//!
//! /// An interpreter for the language in which every program succeeds.
//! struct Yes;
//!
//! impl Tier for Yes {
//!     const ID: TierId = TierId::Light;
//!     fn version(&self) -> String {
//!         "1".into()
//!     }
//!     fn run(&mut self, _program: &Program) -> Outcome {
//!         Outcome::Exited { status: 0 }
//!     }
//!     type Isolate = Nothing;
//!     fn open(&mut self, _isolate: u64) -> Result<Nothing, Fault> {
//!         Ok(Nothing)
//!     }
//! }
//!
//! /// In which every expression is `None`.
//! struct Nothing;
//!
//! impl Isolate for Nothing {
//!     fn ask(&mut self, _ask: Ask) -> Result<Answer, Outcome> {
//!         Ok(Ok(Any::None))
//!     }
//!     fn close(self) -> Outcome {
//!         Outcome::Exited { status: 0 }
//!     }
//! }
//!
//! let program = Program::new("answer.py").arg("42");
//! assert_eq!(Yes.run(&program), Outcome::Exited { status: 0 });
//! ```

pub mod any;
mod isolate;
pub mod words;

use std::ffi::OsString;
use std::fmt;

use serde::{Deserialize, Serialize};

pub use any::{Any, Float, Handle, HandleKind, Str};
pub use isolate::{Answer, Ask, Failure, Isolate, Raised};

/// Which of the two interpreters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TierId {
    /// CPython, embedded: exact and fast, wherever there is a libpython for the target.
    Full,
    /// RustPython, embedded: runs wherever Rust compiles; not exact, slower.
    Light,
}

impl fmt::Display for TierId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Full => "full",
            Self::Light => "light",
        })
    }
}

/// A Python program in a file, with the arguments it is started with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// The file, as the program will see it in `sys.argv[0]` and `__file__`.
    #[serde(with = "words::one")]
    pub file: OsString,
    /// `sys.argv[1:]`.
    #[serde(with = "words::many")]
    pub args: Vec<OsString>,
}

impl Program {
    /// Returns the program in `file`, without arguments.
    pub fn new(file: impl Into<OsString>) -> Self {
        Self {
            file: file.into(),
            args: Vec::new(),
        }
    }

    /// Returns the program with one more argument.
    #[must_use]
    pub fn arg(mut self, arg: impl Into<OsString>) -> Self {
        self.args.push(arg.into());
        self
    }
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// The program ended by itself. An uncaught exception is status 1, as for `python3`.
    Exited {
        /// What the operating system would see as the exit status.
        status: u8,
    },
    /// The run ended for a reason that is not the program's own.
    Faulted(Fault),
}

/// Why a run ended without the program having ended it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// The interpreter itself broke: a Rust panic.
    Panicked {
        /// The panic's message and place.
        message: String,
    },
    /// The memory limit was hit, and the program did not recover from it.
    MemoryExhausted,
    /// The interpreter could not be started.
    Unavailable {
        /// What the interpreter said.
        reason: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Panicked { message } => write!(formatter, "the interpreter panicked: {message}"),
            Self::MemoryExhausted => formatter.write_str("the memory limit was reached"),
            Self::Unavailable { reason } => {
                write!(formatter, "the interpreter could not be started: {reason}")
            }
        }
    }
}

/// An interpreter that a host can embed.
pub trait Tier {
    /// Which tier this is an implementation of.
    const ID: TierId;

    /// The interpreter's name and version, for instance `CPython 3.12.1`.
    fn version(&self) -> String;

    /// Starts a clean interpreter before it is known what for. The next [`Tier::run`] or [`Tier::open`] takes it, and finds
    /// it as one that it would have started itself: what is started ahead can be copied, with its process or its memory, and
    /// each copy is as good as a start.
    ///
    /// A tier that cannot do so does nothing, and starts its interpreters when they are asked for.
    ///
    /// # Errors
    ///
    /// Where the interpreter could not be started.
    fn prepare(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    /// Runs `program` in a clean interpreter. What it prints goes to the process's own stdout and stderr.
    fn run(&mut self, program: &Program) -> Outcome;

    /// An interpreter of this tier that stays up.
    type Isolate: Isolate;

    /// Starts a clean interpreter that stays up. Its handles carry the number `isolate`, by which they are known to be its
    /// own.
    fn open(&mut self, isolate: u64) -> Result<Self::Isolate, Fault>;
}
