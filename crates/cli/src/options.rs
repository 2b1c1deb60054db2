//! Options that several verbs share.

use std::path::PathBuf;

use clap::Args;
use pocs::Rounds;
use record::{PEERS, SUITE};
use report::Evidence;

use crate::context::Context;
use crate::failure::Failure;

/// Where a run's results go unless told otherwise.
pub(crate) const LOCAL: &str = "results/local";

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
        self.folder.clone().unwrap_or_else(|| PathBuf::from(LOCAL))
    }

    /// Returns the folder to read from: the one that was named; or else this machine's own run, from the working folder
    /// or from the project; or else the reference run. None where nothing was measured yet.
    pub(crate) fn folder_to_read(&self, context: &Context) -> Result<Option<PathBuf>, Failure> {
        if let Some(folder) = &self.folder {
            return Ok(Some(folder.clone()));
        }
        self.first_with_records(context, "")
    }

    /// Reads the results, which may be none. The comparison with peers and the programs of a suite are runs of their own: where
    /// no folder was named, they may lie in another one than the rest.
    pub(crate) fn evidence(&self, context: &Context) -> Result<Evidence, Failure> {
        let folder = self.folder_to_read(context)?;
        let evidence = folder.map_or_else(|| Ok(Evidence::none()), |folder| load(&folder))?;
        if self.folder.is_some() {
            return Ok(evidence);
        }
        let elsewhere = |part| {
            let folder = self.first_with_records(context, part)?;
            folder.map(|folder| load(&folder.join(part))).transpose()
        };
        let evidence = match evidence.peers() {
            Some(_) => evidence,
            None => evidence.with_peers(elsewhere(PEERS)?),
        };
        Ok(match evidence.suite() {
            Some(_) => evidence,
            None => evidence.with_suite(elsewhere(SUITE)?),
        })
    }

    /// Returns the first of the folders to read from in which `part` holds records.
    fn first_with_records(
        &self,
        context: &Context,
        part: &str,
    ) -> Result<Option<PathBuf>, Failure> {
        let root = context.project()?.root().to_owned();
        let candidates = [
            self.folder(),
            root.join(LOCAL),
            root.join("results/reference"),
        ];
        let holds_records = |folder: &PathBuf| folder.join(part).join("records.jsonl").exists();
        Ok(candidates.into_iter().find(holds_records))
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
