//! `tiers bench`: the speed programs as ratios to python3.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::context::{Context, Format, print, print_json};
use crate::failure::Verdict;
use crate::options::Quick;
use crate::tables;
use crate::verbs::poc::measure;

/// Measure speed: every cell side by side with python3, as ratios with intervals
#[derive(Debug, Args)]
pub(crate) struct Bench {
    /// The speed program
    #[arg(value_enum, default_value_t)]
    work: Work,
    #[command(flatten)]
    quick: Quick,
    /// Keep the records in this folder
    #[arg(long, value_name = "DIR")]
    results: Option<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Work {
    /// A program that does next to nothing.
    Startup,
    /// A loop of integer arithmetic.
    Pure,
    /// Dynamic dispatch.
    Dynamic,
    /// All of them.
    #[default]
    All,
}

impl Bench {
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        let only = match self.work {
            Work::Startup => Some("startup"),
            Work::Pure => Some("pure"),
            Work::Dynamic => Some("dynamic"),
            Work::All => None,
        };
        let rounds = self.quick.rounds();
        let lab = context.lab()?;
        let evidence = measure(
            context,
            &lab,
            self.results.clone(),
            self.quick.quick,
            |session| pocs::bench(session, &lab.matrix.cells, rounds, only),
        )?;
        match self.format {
            Format::Human => print(&tables::speed(&evidence, "7").unwrap_or_default())?,
            Format::Json => print_json(&report::json::bench(&evidence))?,
        }
        Ok(ExitCode::SUCCESS)
    }
}
