//! `tiers provenance`: where results come from, for others' tools.

use std::process::ExitCode;

use clap::Args;
use provenance::State;

use crate::context::{Context, print};
use crate::failure::{Failure, Verdict};
use crate::options::Results;

/// Tell where results come from: as RO-Crate metadata, and as an in-toto statement with SLSA provenance
///
/// Writes ro-crate-metadata.json and provenance.intoto.json beside the records, the same bytes for the same results; tiers
/// reproduce writes them, too. They name files by path and SHA-256, and programs by SHA-256; they are not signed. With --check,
/// nothing is written: ends with 1 if one of the documents is missing or says something else than the results, or if an
/// output is not the one that its name says.
#[derive(Debug, Args)]
pub(crate) struct Provenance {
    #[command(flatten)]
    results: Results,
    /// The day on which the results were published, YYYY-MM-DD. Kept from before where it is not given; a run that nobody
    /// published has none
    #[arg(long, value_name = "DAY", conflicts_with = "check")]
    published: Option<String>,
    /// Write nothing, and say whether what stands there is true
    #[arg(long)]
    check: bool,
}

impl Provenance {
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        let folder = self.results.folder_to_read(context)?.ok_or_else(|| {
            Failure::usage("nothing was measured yet").hint("tiers reproduce makes results")
        })?;
        if !self.check {
            provenance::write(&folder, self.published.as_deref())?;
            for document in [provenance::CRATE, provenance::STATEMENT] {
                anstream::eprintln!("tiers: {}", folder.join(document).display());
            }
            return Ok(ExitCode::SUCCESS);
        }
        let mut code = ExitCode::SUCCESS;
        let mut said = String::new();
        for (document, state) in provenance::check(&folder)? {
            said += document;
            said += match state {
                State::Fresh => ": as the results are\n",
                State::Stale => {
                    ": says something else than the results; tiers provenance writes it anew\n"
                }
                State::Missing => ": missing; tiers provenance writes it\n",
            };
            if state != State::Fresh {
                code = ExitCode::FAILURE;
            }
        }
        print(&said)?;
        Ok(code)
    }
}
