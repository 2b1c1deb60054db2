//! `tiers poc`: one PoC, measured and judged.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use lab::{Lab, Session};
use record::CellPrint;
use report::Evidence;
use report::outcome::{self, Outcome};

use crate::context::{Context, Format, print, print_json};
use crate::costs;
use crate::failure::{Failure, Verdict};
use crate::options::{Quick, load};
use crate::progress::Bars;
use crate::tables;

/// The seed of everything drawn by chance. It is recorded with the results.
pub(crate) const SEED: u64 = 20_260_604;

/// Run one of the paper's PoCs and print what it shows
#[derive(Debug, Args)]
pub(crate) struct Poc {
    /// Its number in the paper
    #[arg(value_name = "POC", value_parser = clap::builder::PossibleValuesParser::new(
        pocs::ALL.iter().map(|poc| poc.id)))]
    id: String,
    /// The target whose cells run
    #[arg(long, default_value = "all", value_parser = ["x86_64", "aarch64", "wasm32-wasip1", "all"])]
    target: String,
    #[command(flatten)]
    quick: Quick,
    /// Keep the records in this folder
    #[arg(long, value_name = "DIR")]
    results: Option<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Poc {
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        let Some(poc) = pocs::find(&self.id) else {
            return Err(Failure::usage(format!("there is no PoC {}", self.id)));
        };
        let rounds = self.quick.rounds();
        let lab = context.lab()?.on(&self.target)?;
        let evidence = measure(
            context,
            &lab,
            self.results.clone(),
            self.quick.quick,
            |session| poc.run(session, &lab.matrix.cells, rounds),
        )?;
        match self.format {
            Format::Human => print(&tables::poc(&evidence, poc.id))?,
            Format::Json => print_json(&report::json::poc(&evidence, poc.id))?,
        }
        let asked = |cell: &CellPrint| self.target == "all" || cell.target == self.target;
        Ok(exit_code(&evidence, &[poc.id], asked))
    }
}

/// Measures in `folder`, or in one that is thrown away afterwards, and returns the evidence.
pub(crate) fn measure(
    context: &Context,
    lab: &Lab,
    folder: Option<PathBuf>,
    quick: bool,
    work: impl FnOnce(&mut Session<'_>) -> Result<(), lab::LabError>,
) -> Result<Evidence, Failure> {
    let bars = Bars::new(context.shows_progress());
    let scratch = tempfile::tempdir()?;
    let folder = folder.unwrap_or_else(|| scratch.path().join("results"));
    let (mut session, kept) = Session::open(lab, &folder, false, quick, SEED, &bars)?;
    if let Some(kept) = kept {
        anstream::eprintln!(
            "tiers: the results that were there are kept in {}",
            kept.display()
        );
    }
    work(&mut session)?;
    session.finish()?;
    let evidence = load(&folder)?;
    costs::keep(lab, &evidence, &folder)?;
    Ok(evidence)
}

/// Success where every cell of these PoCs that was `asked` for has an outcome and none failed.
pub(crate) fn exit_code(
    evidence: &Evidence,
    pocs: &[&str],
    asked: impl Fn(&CellPrint) -> bool,
) -> ExitCode {
    let done = pocs.iter().all(|poc| {
        let mut cells = evidence.cells_of(poc).filter(|cell| asked(cell));
        cells.all(|cell| {
            let outcome = outcome::of(evidence, poc, &cell.name);
            outcome.is_some_and(|(outcome, _)| outcome != Outcome::Failed)
        })
    });
    if done {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
