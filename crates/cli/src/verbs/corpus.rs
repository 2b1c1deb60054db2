//! `tiers corpus`: the dispatcher judged over many programs.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use corpus::{Cells, CorpusError, Entry, Score, Scored, Shard, TrialLog};
use lab::Progress as _;
use record::HostCosts;
use schemars::JsonSchema;
use serde::Serialize;

use crate::context::{Context, Format, print, print_json};
use crate::costs;
use crate::decision::Prefer;
use crate::failure::{Failure, Kind, Verdict};
use crate::options::Results;
use crate::progress::Bars;

mod human;

/// Judge the dispatcher over many programs: what it accepts for Light, beside what Light really prints
///
/// Every program runs on python3 (twice), on Full and on Light, contained. What they did is appended to corpus/NAME.jsonl in
/// the results folder: a run that was killed goes on there, and what other machines did of it is merged by appending their
/// files. Decisions are made anew each time; the score of a whole corpus is appended to corpus/scores.jsonl, from which the
/// report is made. Ends with 1 if a program is accepted for which Light prints something else.
#[derive(Debug, Args)]
pub(crate) struct Corpus {
    /// A folder of programs, or a manifest that names them with their checksums
    #[arg(value_name = "DIR|MANIFEST")]
    programs: PathBuf,
    /// Run and score one part of n
    #[arg(long, value_name = "i/n")]
    shard: Option<Shard>,
    /// The corpus' name among the results [default: that of the folder or of the manifest]
    #[arg(long, value_name = "NAME", value_parser = plain_name)]
    name: Option<String>,
    /// The cell of the Light tier [default: Light as it runs contained]
    #[arg(long)]
    cell: Option<String>,
    /// Which tier is wanted where both would do
    #[arg(long, value_enum, default_value_t)]
    prefer: Prefer,
    /// How many programs run at a time [default: one a core]
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
    #[command(flatten)]
    results: Results,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Take every program for safe: what this is for is caught by it
    #[arg(long, hide = true)]
    negative_control: bool,
}

/// The shape `tiers.corpus/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct CorpusReport {
    schema: &'static str,
    /// The corpus' name among the results.
    corpus: String,
    /// SHA-256 over the programs of the corpus.
    corpus_sha256: String,
    /// SHA-256 over the dispatcher's source and evidence.
    rules_sha256: &'static str,
    /// The cell of the Light tier.
    cell: String,
    /// Which tier is wanted where both would do.
    prefer: &'static str,
    /// What runs cost on this host; null where it was not measured, and choices are made by assumed figures.
    costs: Option<HostCosts>,
    /// How many programs were left out because the same program stands in the corpus already.
    duplicates: usize,
    // Flattened: the fields of the score are those that readers rely on.
    #[serde(flatten)]
    score: Score,
}

impl Corpus {
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        let lab = context.lab()?;
        let cells = Cells::of(&lab, self.cell.as_deref())?;
        let guests = cells.digest()?;
        let listing = corpus::list(&self.programs)?;
        let entries = match self.shard {
            Some(shard) => shard.of(listing.entries.clone()),
            None => listing.entries.clone(),
        };
        let name = self.name()?;
        let folder = self.results.folder();
        let path = folder.join("corpus").join(format!("{name}.jsonl"));
        let log = self.tried(context, &cells, &guests, &entries, &path)?;
        let judged = corpus::judge(&entries, &log, self.negative_control)?;
        let costs = costs::known(context, Some(&folder));
        let score = corpus::score(
            judged,
            self.prefer.into(),
            corpus::cost_model(costs.as_ref()),
        );
        if self.shard.is_none() {
            let of = Scored {
                corpus: &name,
                listing: &listing,
                cell: cells.light(),
                guests: &guests,
                costs: costs.as_ref(),
                negative_control: self.negative_control,
            };
            record::append_score(&folder, &corpus::kept(of, &score))?;
        }
        let report = CorpusReport {
            schema: "tiers.corpus/1",
            corpus: name,
            corpus_sha256: listing.sha256,
            rules_sha256: corpus::RULES_SHA256,
            cell: cells.light().to_owned(),
            prefer: self.prefer.name(),
            costs,
            duplicates: listing.duplicates,
            score,
        };
        match self.format {
            Format::Human => print(&human::text(&report))?,
            Format::Json => print_json(&report)?,
        }
        Ok(if report.score.unsafe_accepts == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }

    /// Tries what was not tried yet.
    fn tried(
        &self,
        context: &Context,
        cells: &Cells<'_>,
        guests: &str,
        entries: &[Entry],
        path: &Path,
    ) -> Result<TrialLog, Failure> {
        let mut log = TrialLog::open(path, guests)?;
        let known = entries.iter().filter(|entry| log.get(&entry.key).is_some());
        let pending = entries.len() - known.count();
        let bars = Bars::new(context.shows_progress());
        bars.stage("programs", pending as u64);
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        let workers = self.jobs.unwrap_or_else(cores);
        corpus::conduct(cells, guests, entries, workers, &mut log, |trial| {
            bars.step(&trial.program);
        })?;
        Ok(log)
    }

    fn name(&self) -> Result<String, Failure> {
        if let Some(name) = &self.name {
            return Ok(name.clone());
        }
        let path = fs_err::canonicalize(&self.programs)?;
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        let name =
            stem.ok_or_else(|| Failure::usage("the corpus has no name: give it a --name"))?;
        Ok(name.to_owned())
    }
}

/// A name that stands for a file beside others, and for nothing else.
fn plain_name(name: &str) -> Result<String, String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    if name.is_empty() || name.starts_with('.') || !name.chars().all(plain) {
        return Err("a name is of letters, digits, '-', '_' and '.'".into());
    }
    Ok(name.to_owned())
}

impl From<CorpusError> for Failure {
    fn from(error: CorpusError) -> Self {
        match error {
            CorpusError::Lab(error) => error.into(),
            CorpusError::Empty(_) | CorpusError::Manifest { .. } | CorpusError::NoTier { .. } => {
                Self::new(Kind::Usage, error)
            }
            CorpusError::File(_)
            | CorpusError::Checksum { .. }
            | CorpusError::Log { .. }
            | CorpusError::NotTried(_)
            | CorpusError::Busy(_)
            | CorpusError::Json(_) => Self::new(Kind::Failed, error),
        }
    }
}
