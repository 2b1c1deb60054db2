//! What can go wrong with a corpus. What goes wrong in a program is what it is run for.

use std::path::PathBuf;

use lab::LabError;
use record::FolderError;

/// Why a corpus is not scored.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    /// The lab could not run a cell.
    #[error(transparent)]
    Lab(#[from] LabError),
    /// A file could not be read or written, or a process not be started.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// There is no cell of a tier that a corpus is tried on.
    #[error("there is no {tier} tier for {target} that sessions can be held with")]
    NoTier {
        /// The tier.
        tier: String,
        /// The target.
        target: String,
    },
    /// There is nothing to run.
    #[error("{0} holds no programs")]
    Empty(PathBuf),
    /// A manifest is not what it should be.
    #[error("{path}: {why}")]
    Manifest {
        /// The manifest.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// A program is not the one that the manifest names.
    #[error("{path} is another program than the manifest names: its SHA-256 is {found}")]
    Checksum {
        /// The program.
        path: PathBuf,
        /// What it is.
        found: String,
    },
    /// A line of a log is not what was once written there.
    #[error("{path}, line {line}: {why}")]
    Log {
        /// The log.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        why: String,
    },
    /// A program was not tried.
    #[error("{0} was not tried")]
    NotTried(PathBuf),
    /// Somebody else is writing to a log.
    #[error("{0} is being written to by another run")]
    Busy(PathBuf),
    /// A trial could not be put into JSON.
    #[error("a trial could not be written as JSON")]
    Json(#[from] serde_json::Error),
}

impl CorpusError {
    /// Says whether it is this machine, or the targets that were asked for, that lack a cell.
    pub fn is_lack(&self) -> bool {
        let lacks = |error: &LabError| matches!(error, LabError::NotProvisioned { .. });
        match self {
            Self::Lab(error) => lacks(error),
            Self::NoTier { .. } => true,
            _ => false,
        }
    }
}

impl From<CorpusError> for LabError {
    fn from(error: CorpusError) -> Self {
        match error {
            CorpusError::Lab(error) => error,
            CorpusError::File(error) => Self::File(error),
            CorpusError::Busy(path) => Self::Results(FolderError::Busy(path)),
            other => Self::File(std::io::Error::other(other)),
        }
    }
}
