//! What can go wrong in the lab itself. What goes wrong in a cell is a record.

use std::path::PathBuf;

/// Why the lab could not go on.
#[derive(Debug, thiserror::Error)]
pub enum LabError {
    /// A file of the project could not be read.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// The results folder could not be read or written.
    #[error(transparent)]
    Results(#[from] record::FolderError),
    /// `cells.toml` is not what it should be.
    #[error("{path}: {why}")]
    Matrix {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// A program in `samples/divergences` is no entry of the catalogue.
    #[error("{path} is no entry of the catalogue: {why}")]
    Divergence {
        /// The file.
        path: PathBuf,
        /// What it lacks.
        why: record::DivergenceError,
    },
    /// There is no project around the given folder.
    #[error("there is no cells.toml in {0} or above it")]
    NoProject(PathBuf),
    /// A sample that was asked for does not exist.
    #[error("there is no sample {name}; there are: {known}")]
    NoSample {
        /// What was asked for.
        name: String,
        /// What there is.
        known: String,
    },
    /// A cell that was asked for does not exist.
    #[error("there is no cell {name} in cells.toml; there are: {known}")]
    NoCell {
        /// What was asked for.
        name: String,
        /// What there is.
        known: String,
    },
    /// No cell runs on the target that was asked for.
    #[error("no cell in cells.toml runs on {target}; there are cells on: {known}")]
    NoTarget {
        /// What was asked for.
        target: String,
        /// What there is.
        known: String,
    },
    /// A cell without which nothing can be done is not on this machine.
    #[error("{cell} is not provisioned; this provides it: {provision}")]
    NotProvisioned {
        /// The cell.
        cell: String,
        /// The command that would help.
        provision: String,
    },
    /// A guest could not be started, or did not come up.
    #[error(transparent)]
    Open(#[from] tiers::OpenError),
    /// A guest could not be asked for a further run.
    #[error(transparent)]
    Served(#[from] tiers::ServedError),
    /// An isolate had no answer where there has to be one.
    #[error(transparent)]
    Ask(#[from] tiers::AskError),
    /// A program that was to leave something behind failed.
    #[error("{program} was to leave something behind, and ended with: {ending}")]
    Leave {
        /// The program's file name.
        program: String,
        /// How it ended.
        ending: String,
    },
    /// What was to count instructions did not.
    #[error("the instructions were not counted: {log}")]
    NotCounted {
        /// What came of it instead.
        log: String,
    },
    /// A histogram could not be written.
    #[error(transparent)]
    Histogram(#[from] stats::HistogramError),
}

impl LabError {
    /// Says whether it is the cell under test that broke. Then that is a record, and the run goes on.
    pub(crate) fn is_of_the_cell(&self) -> bool {
        matches!(
            self,
            Self::Open(_)
                | Self::Served(_)
                | Self::Ask(_)
                | Self::Leave { .. }
                | Self::NotCounted { .. }
        )
    }
}
