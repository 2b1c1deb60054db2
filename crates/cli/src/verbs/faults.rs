//! `tiers faults`: is anything lost when something is taken away?

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use faults::{FaultsError, Keep, Setting};
use record::{FaultPart, FaultTrials, append_faults, read_faults, sha256_hex};
use report::Evidence;

use crate::context::{Context, Format, print, print_json};
use crate::failure::{Failure, Kind, Verdict};
use crate::options::Results;
use crate::progress::Bars;
use crate::verbs::poc::SEED;

/// How often each hostile program runs in each way.
const TIMES: u64 = 3;

/// Take things away from the project's own work, and count what is lost
///
/// Commands of the project are ended, or lose their disk or their clock, at moments that the seed gives, and must go on to what
/// an undisturbed run comes to; programs that mean harm run isolated on Full and contained on Light; very many runs are asked of
/// the library at once, part of which go wrong. Counts are appended to faults.jsonl in the results folder, kind by kind: a call
/// that was killed goes on after the last of them. Ends with 1 if there was any harm.
#[derive(Debug, Args)]
pub(crate) struct Faults {
    /// What to try [default: everything]
    #[arg(value_enum, value_name = "PART")]
    parts: Vec<Part>,
    /// How many interruptions
    #[arg(long, value_name = "N", default_value_t = 100)]
    trials: u64,
    /// How many runs of the library
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    runs: u64,
    /// Keep what ./artifact fuzz counted as well: the file of its --summary
    #[arg(long, value_name = "FILE")]
    inputs: Option<PathBuf>,
    /// What chance is drawn from
    #[arg(long, default_value_t = SEED)]
    seed: u64,
    #[command(flatten)]
    results: Results,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Commands that are interrupted.
    Interruption,
    /// Programs that mean harm.
    Program,
    /// Very many runs at once.
    Load,
}

/// The trials in a results folder.
struct Log<'a> {
    folder: &'a Path,
    known: Vec<FaultTrials>,
}

impl Faults {
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        let folder = self.results.folder();
        if let Some(summary) = &self.inputs {
            return self.keep_inputs(summary, &folder);
        }
        let (project, guests) = (context.project()?, context.guests()?);
        let bars = Bars::new(context.shows_progress());
        let setting = Setting {
            tiers: std::env::current_exe()?,
            project: &project,
            guests: guests.folder(),
            seed: self.seed,
            progress: &bars,
        };
        let mut log = Log {
            known: read_faults(&folder)?,
            folder: &folder,
        };
        if self.wants(Part::Interruption) {
            faults::interruption(&setting, self.trials, &mut log)?;
        }
        if self.wants(Part::Program) {
            faults::programs(&setting, TIMES, &mut log)?;
        }
        if self.wants(Part::Load) {
            faults::load(&setting, self.runs, &mut log)?;
        }
        drop(bars);
        self.tell(&folder)
    }

    /// Takes over what was counted of hostile input; nothing is tried.
    fn keep_inputs(&self, summary: &Path, folder: &Path) -> Verdict {
        let program = sha256_hex(&fs_err::read(std::env::current_exe()?)?);
        for trials in faults::inputs(summary, &program)? {
            append_faults(folder, &trials)?;
        }
        self.tell(folder)
    }

    fn tell(&self, folder: &Path) -> Verdict {
        let evidence = Evidence::none().with_faults(read_faults(folder)?);
        match self.format {
            Format::Human => print(&human(&evidence))?,
            Format::Json => print_json(&report::faults::document(&evidence))?,
        }
        let harmed = evidence
            .faults()
            .iter()
            .any(|row| self.is_of(row) && row.harmed > 0);
        Ok(if harmed {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        })
    }

    fn wants(&self, part: Part) -> bool {
        self.parts.is_empty() || self.parts.contains(&part)
    }

    fn is_of(&self, row: &FaultTrials) -> bool {
        match row.part {
            FaultPart::Interruption => self.wants(Part::Interruption),
            FaultPart::Program => self.wants(Part::Program),
            FaultPart::Load => self.wants(Part::Load),
            FaultPart::Input => self.parts.is_empty(),
        }
    }
}

impl Keep for Log<'_> {
    fn has(&self, wanted: &FaultTrials) -> bool {
        let same = |known: &&FaultTrials| {
            (known.part, &known.work, &known.fault, known.seed)
                == (wanted.part, &wanted.work, &wanted.fault, wanted.seed)
                && (known.tried, &known.program_sha256) == (wanted.tried, &wanted.program_sha256)
        };
        self.known.iter().any(|known| same(&known))
    }

    fn keep(&mut self, trials: &FaultTrials) -> Result<(), FaultsError> {
        Ok(append_faults(self.folder, trials)?)
    }
}

/// What came of each kind, and of each part.
fn human(evidence: &Evidence) -> String {
    let mut text = String::new();
    for row in evidence.faults() {
        let word = if row.harmed == 0 { "no harm" } else { "HARM" };
        let FaultTrials {
            work,
            fault,
            tried,
            struck,
            harmed,
            ..
        } = row;
        let _ = writeln!(
            text,
            "{word:<8} {work}, {fault}: {tried} tried, {struck} in time, {harmed} harmed"
        );
        for harm in &row.harm {
            let _ = writeln!(text, "    {harm}");
        }
    }
    for total in report::faults::totals(evidence) {
        let name = report::faults::name(total.part);
        let (tried, harmed) = (total.tried, total.harmed);
        let _ = writeln!(text, "{name}: {tried} trials, {harmed} of them with harm");
    }
    text
}

impl From<FaultsError> for Failure {
    fn from(error: FaultsError) -> Self {
        match error {
            FaultsError::Lab(error) => error.into(),
            FaultsError::Missing(..) => Self::new(Kind::NotProvisioned, error)
                .hint("./artifact faults provides it and calls this"),
            FaultsError::Guest(_) | FaultsError::Ready(_) => {
                Self::new(Kind::NotProvisioned, error).hint("./artifact build provides the guests")
            }
            _ => Self::new(Kind::Failed, error),
        }
    }
}
