//! `tiers reproduce`: every PoC, then the report.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use lab::Session;

use crate::context::{Context, print};
use crate::costs;
use crate::failure::Verdict;
use crate::options::{Quick, Results, load};
use crate::progress::Bars;
use crate::tables;
use crate::verbs::controls;
use crate::verbs::poc::{SEED, exit_code};
use crate::verbs::report::build;

/// Run every PoC on every target, judge the claims and build the book
///
/// Results that lie in the folder already are kept under another name, unless --resume goes on with them. Ends with 0 when
/// every cell has an outcome and none failed, and every fault made on purpose is noticed: refuted claims are findings.
#[derive(Debug, Args)]
pub(crate) struct Reproduce {
    #[command(flatten)]
    quick: Quick,
    /// Go on with the run in the results folder: what it recorded is not measured again
    #[arg(long)]
    resume: bool,
    #[command(flatten)]
    results: Results,
    /// Where the book goes
    #[arg(long, value_name = "DIR", default_value = "paper/book")]
    out: PathBuf,
}

impl Reproduce {
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        let lab = context.lab()?;
        let folder = self.results.folder();
        let bars = Bars::new(context.shows_progress());
        let quick = self.quick.quick;
        let (mut session, kept) = Session::open(&lab, &folder, self.resume, quick, SEED, &bars)?;
        if let Some(kept) = kept {
            anstream::eprintln!(
                "tiers: the results that were there are kept in {}",
                kept.display()
            );
        }
        for poc in pocs::ALL {
            anstream::eprintln!("tiers: PoC {}: {}", poc.id, poc.question);
            poc.run(&mut session, &lab.matrix.cells, self.quick.rounds())?;
            // The last PoC chooses by what this host was measured at before it.
            if poc.id == report::costs::POC {
                costs::keep(&lab, &load(&folder)?, &folder)?;
            }
        }
        anstream::eprintln!("tiers: what is wrong on purpose");
        controls::conduct(&mut session)?;
        session.finish()?;
        drop(bars);
        let evidence = load(&folder)?;
        provenance::write(&folder, None)?;
        let book = build(context, &evidence, Some(&folder), &self.out)?;
        print(&tables::claims(&evidence))?;
        anstream::eprintln!("tiers: results in {}", folder.display());
        anstream::eprintln!("tiers: the book is at {}", book.display());
        let pocs: Vec<&str> = pocs::ALL.iter().map(|poc| poc.id).collect();
        let code = exit_code(&evidence, &pocs, |_| true);
        if code != ExitCode::SUCCESS {
            anstream::eprintln!("tiers: a cell failed; the book's matrix says which and how");
            return Ok(code);
        }
        let code = controls::exit_code(&evidence);
        if code != ExitCode::SUCCESS {
            anstream::eprintln!("tiers: a fault went unnoticed; tiers controls says which");
        }
        Ok(code)
    }
}
