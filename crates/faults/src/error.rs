//! Why trials could not be made.

use std::path::PathBuf;

/// Why trials could not be made. That something was harmed is no error: it is counted.
#[derive(Debug, thiserror::Error)]
pub enum FaultsError {
    /// A file could not be read or written, or a program not be started.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// Results could not be kept.
    #[error(transparent)]
    Results(#[from] record::FolderError),
    /// The project's samples cannot be read.
    #[error(transparent)]
    Lab(#[from] lab::LabError),
    /// A guest is not there.
    #[error(transparent)]
    Guest(#[from] tiers::NotProvisioned),
    /// Guests could not be kept ready.
    #[error("guests cannot be kept ready: {0}")]
    Ready(String),
    /// A line that should be JSON is not.
    #[error("{path}, line {line}: {why}")]
    Line {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        why: String,
    },
    /// What a fault is made with is not on this machine.
    #[error("{0} is not provisioned: {1} is made with it")]
    Missing(&'static str, &'static str),
    /// A command fails with nothing done to it.
    #[error("{work} fails undisturbed:\n{said}")]
    Undisturbed {
        /// The command.
        work: &'static str,
        /// What it said.
        said: String,
    },
}
