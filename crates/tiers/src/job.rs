//! What is to be run, and how.

use std::path::Path;

use tier_api::{Any, Program, TierId};

use crate::{Cancel, Limits, Prefer};

/// A program to be run, with what it may use up and where it is to run: [`Host::execute`](crate::Host::execute) does it.
///
/// ```
/// use std::time::Duration;
/// use tiers::{Any, Job, Limits};
///
/// let job = Job::text("print(sum(cups))")
///     .input("cups", vec![Any::from(2), Any::from(3)])
///     .limits(Limits { time: Some(Duration::from_secs(1)), ..Limits::default() });
/// ```
#[derive(Clone, Debug)]
pub struct Job {
    pub(crate) code: Code,
    pub(crate) on: On,
    pub(crate) prefer: Prefer,
    pub(crate) limits: Limits,
    pub(crate) verified: bool,
    pub(crate) isolated: bool,
    pub(crate) cancel: Option<Cancel>,
}

/// Where the source is.
#[derive(Clone, Debug)]
pub(crate) enum Code {
    /// In a file.
    File(Program),
    /// Here, with values bound to names.
    Text {
        text: String,
        inputs: Vec<(String, Any)>,
    },
}

/// Which tier runs a job.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum On {
    /// Light where that is safe and preferred, and Full otherwise.
    #[default]
    Auto,
    /// This one, whatever a decision would be. Light is contained where the guest for that is there
    /// ([`Guests::contained_light`](crate::Guests::contained_light)); otherwise its program has this user's rights, as on Full.
    Only(TierId),
}

impl Job {
    /// Returns the job of running a program in a file.
    pub fn file(program: Program) -> Self {
        Self::new(Code::File(program))
    }

    /// Returns the job of running source that stands in no file, as `__main__`. It finds no modules of its own beside it.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        Self::new(Code::Text {
            text,
            inputs: Vec::new(),
        })
    }

    fn new(code: Code) -> Self {
        Self {
            code,
            on: On::default(),
            prefer: Prefer::default(),
            limits: Limits::default(),
            verified: false,
            isolated: false,
            cancel: None,
        }
    }

    /// Binds `name` to `value` before the text runs. A program in a file has arguments instead: there this does nothing.
    ///
    /// What is to come back, a program prints: evidence is about what is printed, not about values.
    #[must_use]
    pub fn input(mut self, name: impl Into<String>, value: impl Into<Any>) -> Self {
        if let Code::Text { inputs, .. } = &mut self.code {
            inputs.push((name.into(), value.into()));
        }
        self
    }

    /// Says which tier runs it; otherwise that is decided.
    #[must_use]
    pub fn on(mut self, on: On) -> Self {
        self.on = on;
        self
    }

    /// Says which of the tiers that would do is wanted.
    #[must_use]
    pub fn prefer(mut self, prefer: Prefer) -> Self {
        self.prefer = prefer;
        self
    }

    /// Sets what the whole may use up, a fallback included; otherwise that is [`Limits::default`].
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Has what runs on Light run on Full, too, and compared. What Full printed counts.
    #[must_use]
    pub fn verified(mut self) -> Self {
        self.verified = true;
        self
    }

    /// Takes from it every right that it can do without, wherever it would have this user's: on Full, and on Light where that is
    /// not contained. It may read itself, the modules beside it and its standard library, write to a folder that is gone with it,
    /// and print; nothing else. Which tier runs it stays as it was decided.
    ///
    /// It starts a guest of its own, also where [guests are kept ready](crate::Host::keep_ready). Where this machine cannot
    /// take all of that away, nothing runs: [`NotIsolated`](crate::NotIsolated).
    #[must_use]
    pub fn isolated(mut self) -> Self {
        self.isolated = true;
        self
    }

    /// Returns the file of the program, where it is in one.
    pub(crate) fn file_path(&self) -> Option<&Path> {
        match &self.code {
            Code::File(program) => Some(Path::new(&program.file)),
            Code::Text { .. } => None,
        }
    }

    /// Lets `cancel` call it off.
    #[must_use]
    pub fn cancelled_by(mut self, cancel: &Cancel) -> Self {
        self.cancel = Some(cancel.clone());
        self
    }
}
