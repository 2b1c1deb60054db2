//! How do other ways to run Python compare with both tiers, in the same rounds?
//!
//! The comparison with peers is a run of its own, and so its evidence is: [`Evidence::peers`] of a run that has one.

use record::{CellPrint, Metric, Phase, Role};

use crate::evidence::{Evidence, Place};
use crate::fidelity::{Fidelity, SampleVerdict};
use crate::outcome::{self, Outcome};
use crate::poc::PEERS;
use crate::portability::{self, PortabilityRow};
use crate::speed::SpeedRow;

/// A peer, or what runs beside the peers.
#[derive(Clone, Debug)]
pub struct PeerRow<'a> {
    /// Its program, its memory, and what it says it is.
    pub program: PortabilityRow,
    /// What it ended in, with the words that go with it; none while the run has not come to it.
    pub outcome: Option<(Outcome, &'a str)>,
    /// What runs its program.
    pub engine: String,
    /// The size of that, where it is not the machine itself.
    pub engine_bytes: Option<u64>,
    /// The samples that it passes, and how many ran. The oracle, with which all are compared, has none.
    pub passed: Option<(usize, usize)>,
    /// The speed programs on it, each as a fresh process.
    pub works: Vec<&'a SpeedRow>,
}

/// Something that a cell does not do as the oracle does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// The sample or the speed program.
    pub program: String,
    /// The size that the speed program was given.
    pub m: Option<u64>,
    /// What came of it.
    pub verdict: SampleVerdict,
    /// Of output that differs, how much; of a failure, the last line of [`Self::output`].
    pub said: String,
    /// What it wrote to stderr, or where that is nothing, to stdout: not every interpreter complains on stderr.
    pub output: String,
}

impl PeerRow<'_> {
    /// Returns the cell.
    pub fn cell(&self) -> &CellPrint {
        &self.program.cell
    }
}

/// Returns the rows of the comparison, in the order of the matrix. The oracle's second self is there for the noise alone.
pub fn rows(evidence: &Evidence) -> Vec<PeerRow<'_>> {
    let cells = evidence.cells_of(PEERS.id);
    let shown = cells.filter(|cell| cell.role != Role::Control);
    shown.map(|cell| row(evidence, cell)).collect()
}

fn row<'a>(evidence: &'a Evidence, cell: &'a CellPrint) -> PeerRow<'a> {
    let samples = Fidelity::of(evidence, PEERS.id, cell);
    let compared = cell.role != Role::Oracle && !samples.rows.is_empty();
    let passed = samples.count(SampleVerdict::Pass);
    let works = evidence.speed().iter();
    PeerRow {
        program: portability::row(evidence, PEERS.id, cell),
        outcome: outcome::of(evidence, PEERS.id, &cell.name),
        engine: portability::engine(evidence, cell),
        engine_bytes: portability::engine_bytes(evidence, cell),
        passed: compared.then_some((passed, samples.rows.len())),
        works: works
            .filter(|row| row.poc == PEERS.id && row.cell.name == cell.name)
            .filter(|row| row.mode == Phase::Cold)
            .collect(),
    }
}

/// Returns what a cell does not do as the oracle does: samples first, then speed programs.
pub fn shortfalls(evidence: &Evidence, row: &PeerRow<'_>) -> Vec<Shortfall> {
    let cell = row.cell();
    if cell.role == Role::Oracle {
        return Vec::new();
    }
    let samples = Fidelity::of(evidence, PEERS.id, cell).rows.into_iter();
    let apart = samples.filter(|sample| sample.verdict != SampleVerdict::Pass);
    let samples = apart.map(|sample| {
        let place = Place::sample(PEERS.id, &cell.name, &sample.sample);
        let output = output(evidence, &place);
        Shortfall {
            program: sample.sample,
            m: None,
            verdict: sample.verdict,
            said: match sample.verdict {
                SampleVerdict::Fail => last_line(&output),
                SampleVerdict::Pass | SampleVerdict::Diff => sample.note,
            },
            output,
        }
    });
    let works = row.works.iter().filter(|work| work.disagreeing > 0);
    let works = works.map(|work| {
        let place = Place {
            m: Some(work.m),
            phase: Phase::Cold,
            ..Place::sample(PEERS.id, &cell.name, &work.work)
        };
        let failed = evidence.number(&place, Metric::ExitStatus) != Some(0);
        let output = output(evidence, &place);
        Shortfall {
            program: work.work.clone(),
            m: Some(work.m),
            verdict: if failed {
                SampleVerdict::Fail
            } else {
                SampleVerdict::Diff
            },
            said: last_line(&output),
            output,
        }
    });
    samples.chain(works).collect()
}

fn output(evidence: &Evidence, place: &Place) -> String {
    let written = |metric| {
        let bytes = evidence.output(place, metric).unwrap_or_default();
        String::from_utf8_lossy(bytes).into_owned()
    };
    match written(Metric::Stderr) {
        nothing if nothing.trim().is_empty() => written(Metric::Stdout),
        complaint => complaint,
    }
}

fn last_line(output: &str) -> String {
    let line = output.lines().map(str::trim).rfind(|line| !line.is_empty());
    line.unwrap_or("it says nothing").to_owned()
}

#[cfg(test)]
mod tests;
