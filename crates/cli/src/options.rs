//! Options that several verbs share.

use std::path::PathBuf;

use clap::Args;
use pocs::Rounds;
use report::Evidence;

use crate::context::Context;
use crate::failure::Failure;

/// Where the results are.
#[derive(Clone, Debug, Args)]
pub(crate) struct Results {
    /// The results folder [default: results/local, in the working folder]
    #[arg(long = "results", value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// How thorough a run is.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Quick {
    /// The kick-the-tyres run: everything once, the speed programs a few times
    #[arg(long)]
    pub(crate) quick: bool,
}

impl Results {
    /// Returns the results folder.
    pub(crate) fn folder(&self) -> PathBuf {
        self.folder
            .clone()
            .unwrap_or_else(|| PathBuf::from("results/local"))
    }

    /// Returns the folder to read from: the one that was named; or else this machine's own run, from the working folder
    /// or from the project; or else the reference run. None where nothing was measured yet.
    pub(crate) fn folder_to_read(&self, context: &Context) -> Result<Option<PathBuf>, Failure> {
        if let Some(folder) = &self.folder {
            return Ok(Some(folder.clone()));
        }
        let root = context.project()?.root().to_owned();
        let candidates = [
            self.folder(),
            root.join("results/local"),
            root.join("results/reference"),
        ];
        Ok(candidates
            .into_iter()
            .find(|folder| folder.join("records.jsonl").exists()))
    }

    /// Reads the results, which may be none.
    pub(crate) fn evidence(&self, context: &Context) -> Result<Evidence, Failure> {
        self.folder_to_read(context)?
            .map_or_else(|| Ok(Evidence::none()), |folder| load(&folder))
    }
}

/// Reads the results in `folder`.
pub(crate) fn load(folder: &std::path::Path) -> Result<Evidence, Failure> {
    Evidence::load(folder).map_err(|report::EvidenceError::Folder(error)| error.into())
}

impl Quick {
    /// Returns how often the speed programs run.
    pub(crate) fn rounds(self) -> Rounds {
        if self.quick {
            Rounds::Quick
        } else {
            Rounds::Full
        }
    }
}
