//! `tiers compare`: two runs side by side.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use report::compare::{Comparison, Named};
use report::{Evidence, EvidenceError};

use crate::context::{Context, Format, print, print_json};
use crate::failure::{Failure, Kind, Verdict};

mod human;

/// Compare two runs: judge every claim by both, and tell what is due to the machine from what behaves otherwise
///
/// machine: speed, memory, size, versions. behaviour: other bytes, another exit status, another outcome. What only one of
/// the runs has is missing from the other, and not taken for equal. Reasons are the parts of the two fingerprints that
/// differ. stderr and captured words are not compared: they hold paths and process ids.
///
/// Ends with 0 if nothing that both runs observed behaves otherwise, with 1 if something does, and with 2 if the folders
/// cannot be compared: one of them holds no results or changed ones, or they have no observation in common.
#[derive(Debug, Args)]
pub(crate) struct Compare {
    /// The results folder of one run
    #[arg(value_name = "RESULTS")]
    first: PathBuf,
    /// The results folder of the other run
    #[arg(value_name = "RESULTS")]
    second: PathBuf,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Compare {
    pub(crate) fn run(&self, _context: &Context) -> Verdict {
        let (first, second) = (load(&self.first)?, load(&self.second)?);
        let comparison = Comparison::of(
            named(&self.first.to_string_lossy(), &first),
            named(&self.second.to_string_lossy(), &second),
        );
        if comparison.summary.compared == 0 {
            let (first, second) = (self.first.display(), self.second.display());
            let message = format!("{first} and {second} have no observation in common");
            return Err(Failure::usage(message).hint("name the results of runs of the same PoCs"));
        }
        match self.format {
            Format::Human => print(&human::text(&comparison))?,
            Format::Json => print_json(&comparison)?,
        }
        Ok(if comparison.behaves_alike() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }
}

fn named<'a>(results: &'a str, evidence: &'a Evidence) -> Named<'a> {
    Named { results, evidence }
}

/// Reads the results in `folder`. Status 1 says that behaviour differs, so a folder that cannot be read ends otherwise.
fn load(folder: &Path) -> Result<Evidence, Failure> {
    Evidence::load(folder)
        .map_err(|EvidenceError::Folder(error)| Failure::from(error).of_kind(Kind::Usage))
}
