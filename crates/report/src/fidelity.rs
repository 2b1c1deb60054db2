//! Does a cell print what CPython prints?

use std::fmt::Write as _;

use record::{CellPrint, Metric};
use schemars::JsonSchema;
use serde::Serialize;

use crate::difference;
use crate::evidence::{Evidence, Place};
use crate::number::count;

/// What came of comparing one sample's run with the oracle's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum SampleVerdict {
    /// The same bytes on stdout and the same exit status.
    Pass,
    /// The status agrees, the bytes do not.
    Diff,
    /// The status differs, or the guest died.
    Fail,
}

impl SampleVerdict {
    /// All verdicts, best first.
    pub const ALL: [Self; 3] = [Self::Pass, Self::Diff, Self::Fail];

    /// Judges a run against the oracle's: whether stdout held the same bytes, and both exit statuses.
    pub fn of(same_bytes: bool, status: u64, oracle_status: u64) -> Self {
        match (status == oracle_status, same_bytes) {
            (true, true) => Self::Pass,
            (true, false) if !died(status) => Self::Diff,
            _ => Self::Fail,
        }
    }

    /// The word in the table.
    pub fn word(self) -> &'static str {
        match self {
            Self::Pass => "PASS",
            Self::Diff => "DIFF",
            Self::Fail => "FAIL",
        }
    }
}

/// One sample on one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleRow {
    /// The sample.
    pub sample: String,
    /// What came of it.
    pub verdict: SampleVerdict,
    /// SHA-256 of what the cell printed.
    pub sha256: String,
    /// SHA-256 of what the oracle printed.
    pub oracle_sha256: String,
    /// The cell's exit status.
    pub status: u64,
    /// The oracle's exit status.
    pub oracle_status: u64,
    /// The verdict in words.
    pub note: String,
}

/// All samples of a `PoC` on one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fidelity {
    /// The cell's name.
    pub cell: String,
    /// The tier with its interpreter, as the summary names it.
    pub title: String,
    /// What the cell is compared with, where that is not the first oracle.
    pub other_oracle: Option<String>,
    /// The samples that ran, sorted.
    pub rows: Vec<SampleRow>,
    /// The samples that there are; in a quick run those that the cell was given.
    pub samples: Vec<String>,
}

impl Fidelity {
    /// Compares the samples of a `PoC` on `cell` with those on its oracle.
    pub fn of(evidence: &Evidence, poc: &str, cell: &CellPrint) -> Self {
        let mut samples = evidence.samples(poc);
        let rows: Vec<_> = samples
            .iter()
            .filter_map(|sample| row(evidence, poc, &cell.name, sample))
            .collect();
        if evidence.is_quick() {
            // A quick run takes a part of the long tables on some cells: of what it took.
            samples.retain(|sample| rows.iter().any(|row| row.sample == *sample));
        }
        let other_oracle = evidence.other_oracle(cell).map(str::to_owned);
        let (cell, title) = (cell.name.clone(), title(&cell.tier));
        Self {
            cell,
            title,
            other_oracle,
            rows,
            samples,
        }
    }

    /// Counts the samples with that verdict.
    pub fn count(&self, verdict: SampleVerdict) -> usize {
        self.rows
            .iter()
            .filter(|row| row.verdict == verdict)
            .count()
    }

    /// Returns the row of a sample, where it ran.
    pub fn row(&self, sample: &str) -> Option<&SampleRow> {
        self.rows.iter().find(|row| row.sample == sample)
    }

    /// Says whether every sample ran and passed.
    pub fn all_pass(&self) -> bool {
        !self.samples.is_empty() && self.count(SampleVerdict::Pass) == self.samples.len()
    }

    /// The last line of the table.
    pub fn summary(&self) -> String {
        format!(
            "=== {} summary: PASS={}  DIFF={}  FAIL={} / {} ===",
            self.title,
            self.count(SampleVerdict::Pass),
            self.count(SampleVerdict::Diff),
            self.count(SampleVerdict::Fail),
            self.samples.len()
        )
    }

    /// The table in the paper's shape. A sample that did not run yet stands in it as `-`.
    pub fn text(&self) -> String {
        let width = self
            .samples
            .iter()
            .map(String::len)
            .max()
            .unwrap_or(0)
            .max(30);
        let mut text = String::new();
        if let Some(oracle) = &self.other_oracle {
            let _ = writeln!(text, "  judged against {oracle}\n");
        }
        let mut line = |sample: &str, verdict: &str, note: &str| {
            let line = format!("  {sample:width$} {verdict:8} {note}");
            let _ = writeln!(text, "{}", line.trim_end());
        };
        line("sample", "verdict", "note");
        line(&"-".repeat(width), "-------", "----");
        for sample in &self.samples {
            match self.row(sample) {
                Some(row) => line(sample, row.verdict.word(), &row.note),
                None => line(sample, "-", "not run yet"),
            }
        }
        text + "\n" + &self.summary() + "\n"
    }
}

/// Compares one sample's run on `cell` with that on its oracle; none where either did not run.
pub fn row(evidence: &Evidence, poc: &str, cell: &str, sample: &str) -> Option<SampleRow> {
    let cell = evidence.cell(cell)?;
    let (measure, here) = (
        evidence.measure(cell),
        Place::sample(poc, &cell.name, sample),
    );
    let oracle = Place::sample(poc, &evidence.oracle_of(cell)?.name, sample);
    let (sha256, oracle_sha256) = (
        evidence.text(&here, Metric::Stdout)?,
        evidence.text(&oracle, Metric::Stdout)?,
    );
    let (status, oracle_status) = (
        evidence.number(&here, Metric::ExitStatus)?,
        evidence.number(&oracle, Metric::ExitStatus)?,
    );
    let verdict = SampleVerdict::of(sha256 == oracle_sha256, status, oracle_status);
    let note = match verdict {
        SampleVerdict::Pass => format!("bit-exact == {measure}"),
        SampleVerdict::Diff => difference_note(evidence, &here, &oracle),
        SampleVerdict::Fail => {
            let statuses = format!("exit status {status}, {measure} {oracle_status}");
            failure_note(evidence, &here, statuses)
        }
    };
    Some(SampleRow {
        sample: sample.into(),
        verdict,
        sha256: sha256.into(),
        oracle_sha256: oracle_sha256.into(),
        status,
        oracle_status,
        note,
    })
}

/// Returns the difference between the stdout of the cell's oracle and of the cell as a unified diff.
pub fn diff(evidence: &Evidence, poc: &str, cell: &str, sample: &str) -> Option<String> {
    let cell = evidence.cell(cell)?;
    let output = |name: &str| evidence.output(&Place::sample(poc, name, sample), Metric::Stdout);
    let oracle = output(&evidence.oracle_of(cell)?.name)?;
    let names = (evidence.measure(cell), cell.name.as_str());
    Some(difference::unified_named(
        oracle,
        output(&cell.name)?,
        names,
    ))
}

/// Ended by a signal (128 + N), by a limit (124, 125), or because the interpreter itself broke (126).
fn died(status: u64) -> bool {
    (124..=126).contains(&status) || (129..=192).contains(&status)
}

fn difference_note(evidence: &Evidence, here: &Place, oracle: &Place) -> String {
    let outputs = (
        evidence.output(oracle, Metric::Stdout),
        evidence.output(here, Metric::Stdout),
    );
    let (Some(expected), Some(printed)) = outputs else {
        return "the bytes differ".into();
    };
    let (differing, all) = (
        difference::lines(expected, printed),
        expected.split(|b| *b == b'\n'),
    );
    let all = all.filter(|line| !line.is_empty()).count();
    format!(
        "{} of {all} differ{}",
        count(differing, "line"),
        if differing == 1 { "s" } else { "" }
    )
}

/// Adds the last line of stderr to the two statuses.
fn failure_note(evidence: &Evidence, here: &Place, mut note: String) -> String {
    let stderr = evidence.output(here, Metric::Stderr).unwrap_or_default();
    let stderr = String::from_utf8_lossy(stderr);
    if let Some(line) = stderr.lines().map(str::trim).rfind(|line| !line.is_empty()) {
        let shown: String = line.chars().filter(|c| !c.is_control()).take(100).collect();
        let _ = write!(note, ": {shown}");
    }
    note
}

/// How the paper calls a tier.
fn title(tier: &str) -> String {
    match tier {
        "full" => "Full tier (CPython isolate)".into(),
        "light" => "Light tier (RustPython)".into(),
        "peer" => "peer".into(),
        other => format!("{other} (python3)"),
    }
}

#[cfg(test)]
mod tests;
