//! Speaking with an interpreter that stays up.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Any, Handle, Outcome, Str};

/// An interpreter that is up, and holds what was put into it.
///
/// Before it answers, an isolate writes out what was printed.
pub trait Isolate {
    /// Does what is asked; or tells how the isolate ended instead: then it is of no more use.
    ///
    /// An isolate that shares its host's process ends only with it, and always answers.
    fn ask(&mut self, ask: Ask) -> Result<Answer, Outcome>;

    /// Ends the interpreter as a program's end does: threads are waited for, exit functions run, output is written.
    fn close(self) -> Outcome;
}

/// What can be asked of an isolate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// Binds a name in `__main__`. Answered with `None`.
    Bind {
        /// The name.
        name: String,
        /// What it is bound to.
        value: Any,
    },
    /// Runs statements in `__main__`. Answered with `None`.
    Exec {
        /// The statements.
        source: String,
    },
    /// Evaluates an expression in `__main__`. Answered with its value.
    Eval {
        /// The expression.
        source: String,
    },
    /// Calls an object. Answered with what it returns.
    Call {
        /// The object.
        callable: Handle,
        /// The positional arguments.
        args: Vec<Any>,
        /// The keyword arguments, in their order.
        kwargs: Vec<(String, Any)>,
    },
    /// Asks for an attribute. Answered with its value.
    Attribute {
        /// The object.
        object: Handle,
        /// The attribute's name.
        name: String,
    },
    /// Gives an object up: its handle is dead from here on. Answered with `None`.
    Release {
        /// The object.
        object: Handle,
    },
}

/// What an isolate answers: a value, or why there is none.
pub type Answer = Result<Any, Failure>;

/// Why there is no value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Failure {
    /// An exception was raised and not caught. `SystemExit` is one like any other: the isolate stays up.
    #[error(transparent)]
    Raised(Box<Raised>),
    /// The handle is not, or no longer, one of this isolate's.
    #[error("the handle of a {} (isolate {}, object {}) is dead here", .0.type_name, .0.isolate, .0.id)]
    DeadHandle(Handle),
    /// The answer is more than one message can carry. What was asked has been done.
    #[error("the answer takes {bytes} bytes, more than a message can carry")]
    TooLong {
        /// Its length as a message, in bytes.
        bytes: u64,
    },
}

/// An exception that came out of an isolate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raised {
    /// The name of its type, for instance `KeyError`.
    pub type_name: String,
    /// What `str()` gives for it.
    pub message: Str,
    /// The traceback as the interpreter prints it; it ends with the type and the message.
    pub traceback: Str,
    /// The exception itself.
    pub exception: Handle,
}

impl fmt::Display for Raised {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.type_name, self.message)
    }
}

impl std::error::Error for Raised {}

impl Failure {
    /// Returns the exception, where one was raised.
    pub fn raised(&self) -> Option<&Raised> {
        match self {
            Self::Raised(raised) => Some(raised),
            Self::DeadHandle(_) | Self::TooLong { .. } => None,
        }
    }
}
