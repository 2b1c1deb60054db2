//! Runs cells and records what they do.
//!
//! A [`Matrix`] (the project's `cells.toml`) says which ways to run Python there are; a [`Lab`] knows which of them this
//! machine has; a [`Session`] runs programs on them and appends what it observes to a results folder, skipping what
//! stands there already.
//!
//! No cell is known to this code by name, and nothing here judges: verdicts are the report's, from records alone.
//! Nothing is printed; a [`Progress`] is told how far things are.

mod altered;
mod elf;
mod error;
mod fingerprint;
mod histograms;
mod installed;
mod machine;
mod matrix;
mod observe;
mod program_file;
mod project;
mod provisioned;
mod rebuilt;
mod root;
mod session;
mod wasm;
mod weigh;

pub use altered::Altered;
pub use error::LabError;
pub use fingerprint::PYTHON_HASH_SEED;
pub use matrix::{Cell, Matrix, Warm};
pub use observe::Observation;
pub use project::{Pair, Project, Sample};
pub use provisioned::{Lab, Lack, Provisioned, read_sidecar};
pub use rebuilt::rebuilt;
pub use session::{Job, Progress, Said, Sent, Series, Session, Way};
