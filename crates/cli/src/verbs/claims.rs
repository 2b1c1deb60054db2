//! `tiers claims`: what the data say of the paper's claims.

use std::process::ExitCode;

use clap::Args;

use crate::context::{Context, Format, print, print_json};
use crate::failure::Verdict;
use crate::options::Results;
use crate::tables;

/// Judge the paper's claims from recorded results
#[derive(Debug, Args)]
pub(crate) struct Claims {
    #[command(flatten)]
    results: Results,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Claims {
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        let evidence = self.results.evidence(context)?;
        match self.format {
            Format::Human => print(&tables::claims(&evidence))?,
            Format::Json => print_json(&report::json::claims(&evidence))?,
        }
        Ok(ExitCode::SUCCESS)
    }
}
