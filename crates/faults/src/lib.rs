//! What becomes of the project's own work when something is taken away from it.
//!
//! [`interruption`] ends commands of the project, or takes the disk or the clock from them, at moments that a seed gives; each
//! must go on afterwards and come to what an undisturbed run comes to. [`programs`] runs programs that mean harm. [`inputs`]
//! takes over what fuzzing counted. [`load`] asks the library for very many runs from many threads, part of which go wrong, and
//! looks at what is left. What comes of it are counts ([`FaultTrials`](record::FaultTrials)); nothing here judges them, and
//! nothing here prints.

mod call;
mod error;
mod inputs;
mod interruption;
mod load;
mod programs;
mod project;

use std::path::{Path, PathBuf};

use lab::{Progress, Project};
use record::FaultTrials;

pub use error::FaultsError;
pub use inputs::inputs;
pub use interruption::interruption;
pub use load::load;
pub use programs::{Hostile, hostile, programs};
pub use project::SmallProject;

/// How much harm a row of trials tells of in words; the rest is counted.
const TOLD: usize = 5;

/// What trials are made with.
pub struct Setting<'a> {
    /// The command line's program.
    pub tiers: PathBuf,
    /// The project.
    pub project: &'a Project,
    /// The folder of guests.
    pub guests: &'a Path,
    /// What chance is drawn from.
    pub seed: u64,
    /// Who is told how far things are.
    pub progress: &'a dyn Progress,
}

/// Where trials go as they are made, and which are there already.
pub trait Keep {
    /// Says whether trials like `wanted` were made before: the same kind, seed, program and number.
    fn has(&self, wanted: &FaultTrials) -> bool;
    /// Keeps trials.
    fn keep(&mut self, trials: &FaultTrials) -> Result<(), FaultsError>;
}
