//! `tiers rebuilt`: are programs that were built twice the same?

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use record::{Rebuild, RebuiltUnder, append_rebuild};

use crate::context::{Context, print};
use crate::failure::Verdict;
use crate::options::Results;

/// Compare guests that were built twice, and keep what comes of it for the book
///
/// ./artifact rebuild builds them and calls this. Two builds that differ are a finding, with the parts in which they do.
#[derive(Debug, Args)]
pub(crate) struct Rebuilt {
    /// How the second build was made
    #[arg(value_enum)]
    under: Names,
    /// The folder of guests of the first build
    first: PathBuf,
    /// The folder of guests of the second build
    second: PathBuf,
    #[command(flatten)]
    results: Results,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Names {
    /// In other folders, under the names of the first's.
    Same,
    /// In folders of other names.
    Other,
}

impl Rebuilt {
    pub(crate) fn run(&self, _context: &Context) -> Verdict {
        let under = match self.under {
            Names::Same => RebuiltUnder::SameNames,
            Names::Other => RebuiltUnder::OtherNames,
        };
        let rebuilds = lab::rebuilt(under, [&self.first, &self.second])?;
        let folder = self.results.folder();
        for rebuild in &rebuilds {
            append_rebuild(&folder, rebuild)?;
        }
        print(&human(&rebuilds))?;
        Ok(ExitCode::SUCCESS)
    }
}

fn human(rebuilds: &[Rebuild]) -> String {
    let mut text = String::new();
    for rebuild in rebuilds {
        let name = &rebuild.program;
        let _ = if rebuild.is_identical() {
            writeln!(text, "identical  {name}: {}", rebuild.builds[0].sha256)
        } else {
            writeln!(
                text,
                "differs    {name}: {}",
                rebuild.differing_parts.join(", ")
            )
        };
    }
    text
}
