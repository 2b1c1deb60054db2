//! `tiers bench`: the speed programs as ratios to python3.

mod suite;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use record::{PEERS, SUITE};

use crate::context::{Context, Format, print, print_json};
use crate::failure::Verdict;
use crate::options::{LOCAL, Quick};
use crate::tables;
use crate::verbs::poc::{exit_code, measure};

/// Measure speed: every cell side by side with python3, as ratios with intervals
///
/// With --suite, the programs of a suite that others wrote run instead, each as a whole, and their outputs are compared.
///
/// With --peers, other ways to run Python run beside both tiers in the same rounds, and run the 20 idiom samples: ends with 1
/// if one of them is there and broken.
#[derive(Debug, Args)]
pub(crate) struct Bench {
    /// The speed program
    #[arg(value_enum, default_value_t)]
    work: Work,
    #[command(flatten)]
    quick: Quick,
    /// Compare with other ways to run Python; those that this machine lacks are named with the command that brings them. The
    /// book shows what is kept
    #[arg(long)]
    peers: bool,
    /// Time the programs of a suite, which this manifest names by checksum; the book shows what is kept
    #[arg(long, value_name = "MANIFEST", conflicts_with_all = ["work", "peers"])]
    suite: Option<PathBuf>,
    /// Keep the records in this folder; those of peers and of a suite always are, in its folders peers and suite [there:
    /// results/local]
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
        if let Some(manifest) = &self.suite {
            return self.of_suite(context, manifest);
        }
        if self.peers {
            return self.beside_peers(context, only);
        }
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
            Format::Human => print(&tables::bench(&evidence))?,
            Format::Json => print_json(&report::json::bench(&evidence))?,
        }
        Ok(ExitCode::SUCCESS)
    }

    fn of_suite(&self, context: &Context, manifest: &Path) -> Verdict {
        let folder = self.folder_of(SUITE);
        let programs = suite::programs(manifest)?;
        let rounds = self.quick.rounds();
        let lab = context.lab()?.for_suite();
        let evidence = measure(context, &lab, Some(folder), self.quick.quick, |session| {
            pocs::suite(session, &lab.matrix.cells, rounds, &programs)
        })?;
        match self.format {
            Format::Human => print(&tables::suite(&evidence))?,
            Format::Json => print_json(&report::json::suite(&evidence))?,
        }
        Ok(exit_code(&evidence, &[SUITE], |_| true))
    }

    fn folder_of(&self, run: &str) -> PathBuf {
        let results = self.results.clone();
        results.unwrap_or_else(|| PathBuf::from(LOCAL)).join(run)
    }

    fn beside_peers(&self, context: &Context, only: Option<&str>) -> Verdict {
        let folder = self.folder_of(PEERS);
        let rounds = self.quick.rounds();
        let lab = context.lab_with_peers()?.beside_peers();
        let evidence = measure(context, &lab, Some(folder), self.quick.quick, |session| {
            pocs::peers(session, &lab.matrix.cells, rounds, only)
        })?;
        match self.format {
            Format::Human => print(&tables::peers(&evidence))?,
            Format::Json => print_json(&report::json::peers(&evidence))?,
        }
        Ok(exit_code(&evidence, &[PEERS], |_| true))
    }
}
