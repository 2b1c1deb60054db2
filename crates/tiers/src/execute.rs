//! Running a job: on Light first where that is safe, transactionally, and on Full otherwise.
//!
//! A try on Light is contained in a WebAssembly instance that can change nothing outside of itself, and its output is kept
//! back. So a try that [tripped](Trip) can be discarded: nobody saw it, and the repetition on Full is the only run there was.

mod attempt;
mod execution;
mod plan;
mod stage;
mod text;
mod trip;

use std::io;
use std::path::PathBuf;
use std::time::Instant;

use tier_api::TierId;

use crate::tally::Tally;
use crate::{AskError, Choice, Decision, Finished, Host, Io, Job, NotIsolated, NotProvisioned, On};
use execution::Execution;
pub use plan::Plan;
pub use trip::Trip;

/// A job that is done.
#[derive(Clone, Debug, PartialEq)]
pub struct Completed {
    /// The tier whose output this is.
    pub tier: TierId,
    /// What was decided for it; none where it was to run on Full anyway.
    pub decision: Option<Decision>,
    /// Why a try on Light was discarded, where there was one: then this is the repetition on Full.
    pub fallback: Option<Trip>,
    /// What comparing both tiers showed, where that was asked for and the program ran to its end on both.
    pub comparison: Option<Comparison>,
    /// How it ended, and what it printed.
    pub finished: Finished,
}

/// What comparing both tiers showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// The same bytes on stdout, and the same exit status.
    Same,
    /// Something else.
    Differs(Box<Difference>),
}

/// What both tiers made of a program, where that is not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What Light made of it.
    pub light: Finished,
    /// What Full made of it, which counts.
    pub full: Finished,
}

/// Why a job was not done.
#[derive(Debug, thiserror::Error)]
pub enum ExecuteError {
    /// The program's file is not there, or cannot be read.
    #[error("{file} cannot be read")]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// It is not safe on Light, and there is no Full. The decision says why.
    #[error("it is not safe on Light, and there is no Full tier")]
    Refused(Box<Decision>),
    /// A guest that it needs is not on this machine.
    #[error(transparent)]
    NotProvisioned(#[from] NotProvisioned),
    /// The try on Light was discarded, and there is no Full to repeat it on.
    #[error("Light {0}, and there is no Full tier to repeat it on")]
    Tripped(Trip),
    /// An input cannot be given to an interpreter.
    #[error("the input {name} cannot be bound")]
    Input {
        /// Its name.
        name: String,
        /// Why not.
        source: Box<AskError>,
    },
    /// The text cannot be given to an interpreter.
    #[error("the text cannot be run")]
    Text(#[source] Box<AskError>),
    /// It was to be isolated, and could not be.
    #[error(transparent)]
    NotIsolated(#[from] NotIsolated),
    /// A guest could not be started or watched.
    #[error("the guest could not be run")]
    Process(#[source] io::Error),
}

impl From<io::Error> for ExecuteError {
    fn from(error: io::Error) -> Self {
        match error.downcast::<NotIsolated>() {
            Ok(refusal) => Self::NotIsolated(refusal),
            Err(error) => Self::Process(error),
        }
    }
}

impl Host {
    /// Does `job`; what it printed is kept.
    pub fn execute(&self, job: &Job) -> Result<Completed, ExecuteError> {
        self.carry_out(&self.plan(job)?, Io::captured())
    }

    /// Does what was planned; what the program prints goes where `io` says: on Full as it comes, on Light when it has run
    /// to a good end.
    pub fn carry_out(&self, plan: &Plan<'_>, io: Io) -> Result<Completed, ExecuteError> {
        let started = Instant::now();
        let execution = Execution {
            host: self,
            plan,
            started,
        };
        let completed = match (plan.job.on, plan.choice()) {
            (On::Only(TierId::Light), _) if !plan.job.verified => execution.only_light(io),
            (On::Only(TierId::Light), _) | (On::Auto, Choice::Light) => execution.light_first(io),
            (On::Only(TierId::Full), _) | (On::Auto, Choice::Full) => execution.full(io, None),
            (On::Auto, Choice::Refused) => Err(execution.refused()),
        }?;
        self.count(&completed);
        Ok(completed)
    }

    fn count(&self, completed: &Completed) {
        let tally = self.tally_of();
        Tally::count(match completed.tier {
            TierId::Light => &tally.on_light,
            TierId::Full => &tally.on_full,
        });
        if completed.fallback.is_some() {
            Tally::count(&tally.fallbacks);
        }
        if completed.is_unsafe_accept() {
            Tally::count(&tally.unsafe_accepts);
        }
    }
}

impl Completed {
    /// Says whether Light was decided for and turned out to print something else than Full.
    pub fn is_unsafe_accept(&self) -> bool {
        let accepted = self
            .decision
            .as_ref()
            .is_some_and(|decision| decision.light_safe);
        accepted && matches!(self.comparison, Some(Comparison::Differs(_)))
    }
}

#[cfg(test)]
mod tests;
