//! How long does a cell take, compared with python3 in the same rounds?

use std::collections::{BTreeMap, BTreeSet};

use record::{CellPrint, Metric, Phase, Record, Role};
use schemars::JsonSchema;
use serde::Serialize;

use crate::evidence::{Evidence, Place, repetition};
use crate::number::{NS_PER_MS, float};
use crate::outcome::{self, Outcome};
use crate::poc::Poc;

/// What stands in the place of times that a quick run does not take.
pub const NOT_TAKEN: &str = "not taken in a quick run";

/// An estimate with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Estimate {
    /// The median.
    pub median: f64,
    /// The interval's lower end.
    pub low: f64,
    /// The interval's upper end.
    pub high: f64,
}

impl Estimate {
    /// Says whether the whole interval lies within `low..=high`.
    pub fn within(&self, low: f64, high: f64) -> bool {
        low <= self.low && self.high <= high
    }

    /// How far from 1 the interval reaches.
    pub fn reach(&self) -> f64 {
        (self.high - 1.0).abs().max((self.low - 1.0).abs())
    }
}

impl From<stats::Interval> for Estimate {
    fn from(interval: stats::Interval) -> Self {
        Self {
            median: interval.estimate,
            low: interval.low,
            high: interval.high,
        }
    }
}

/// One speed program at one size on one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct SpeedRow {
    /// The `PoC` that measured it.
    pub poc: String,
    /// The program: `startup`, `pure` or `dynamic`.
    pub work: String,
    /// Its problem size.
    pub m: u64,
    /// The cell.
    pub cell: CellPrint,
    /// Whether anything had been prepared.
    pub mode: Phase,
    /// Whether the cell's machine code ran on an emulator: then the row holds no times.
    pub emulated: bool,
    /// How many runs there were.
    pub runs: usize,
    /// How many of them printed something else than the oracle or ended otherwise. If there are any, the row holds no
    /// times: a program that does something else is not slower or faster.
    pub disagreeing: usize,
    /// The wall time of each run, in milliseconds, in the order of the rounds.
    pub walls_ms: Vec<f64>,
    /// Their median.
    pub median_ms: Option<f64>,
    /// The median of the processor time, user and system together.
    pub cpu_ms: Option<f64>,
    /// Round by round, this cell's time over the oracle's.
    pub ratio: Option<Estimate>,
    /// How many runs lie unusually far from the median. They are part of all figures.
    pub outliers: usize,
    /// The steps in which it was measured.
    pub steps: Vec<u64>,
}

impl SpeedRow {
    fn place(&self) -> Place {
        Place {
            m: Some(self.m),
            phase: self.mode,
            ..Place::sample(&self.poc, &self.cell.name, &self.work)
        }
    }
}

/// Returns the row of each speed program, size, mode and cell that was measured: by program as below, then by size,
/// then in the order of the matrix.
pub(crate) fn rows(evidence: &Evidence) -> Vec<SpeedRow> {
    let programs = |place: &&Place| place.m.is_some() && !place.sample.contains('/');
    let places = evidence.places().filter(programs);
    let mut rows: Vec<SpeedRow> = places.filter_map(|place| row(evidence, place)).collect();
    let order = |row: &SpeedRow| {
        let cell = evidence
            .cells()
            .iter()
            .position(|cell| cell.name == row.cell.name);
        (
            row.poc.clone(),
            rank(&row.work),
            row.work.clone(),
            row.m,
            row.mode,
            cell,
        )
    };
    rows.sort_by_key(order);
    rows
}

/// Returns the cells of a `PoC` whose times a quick run does not take: those on other targets than the oracle's, where a
/// full run takes them. None where the run was a full one.
pub fn not_taken<'a>(evidence: &'a Evidence, poc: &Poc) -> Vec<&'a CellPrint> {
    let Some(oracle) = evidence
        .oracle()
        .filter(|_| evidence.is_quick() && poc.timed_elsewhere)
    else {
        return Vec::new();
    };
    let is_left_out = |cell: &&CellPrint| {
        let timed = cell.role == Role::Candidate && !cell.emulated;
        let ended = outcome::of(evidence, poc.id, &cell.name);
        timed && cell.target != oracle.target && matches!(ended, Some((Outcome::Result, _)))
    };
    evidence.cells_of(poc.id).filter(is_left_out).collect()
}

/// Returns the row of `cell` in the given series.
pub fn find<'a>(
    rows: &'a [SpeedRow],
    (poc, work, m): (&str, &str, u64),
    mode: Phase,
    cell: &str,
) -> Option<&'a SpeedRow> {
    rows.iter().find(|row| {
        (row.poc.as_str(), row.work.as_str(), row.m) == (poc, work, m)
            && row.mode == mode
            && row.cell.name == cell
    })
}

/// Returns the row of another build with which `row` is compared: of the same series, tier and target.
pub fn beside<'a>(rows: &'a [SpeedRow], row: &SpeedRow, build: &str) -> Option<&'a SpeedRow> {
    rows.iter().find(|other| {
        (&other.poc, &other.work, other.m, other.mode) == (&row.poc, &row.work, row.m, row.mode)
            && (&other.cell.tier, &other.cell.target) == (&row.cell.tier, &row.cell.target)
            && other.cell.build == build
            && row.cell.build != build
    })
}

/// Returns the time of one row over that of another of the same series, round by round; none where either has no times.
pub fn over(evidence: &Evidence, row: &SpeedRow, base: &SpeedRow) -> Option<Estimate> {
    row.median_ms.and(base.median_ms)?;
    let walls = |row: &SpeedRow| by_repetition(&evidence.at(&row.place(), Metric::Wall));
    let (here, there) = paired(&walls(row), &walls(base));
    stats::paired_ratio(&here, &there, seed(evidence)).map(Estimate::from)
}

/// Returns the ratio of the oracle to itself in the series of `row`: what it shows beside 1 is noise.
pub fn noise(rows: &[SpeedRow], row: &SpeedRow) -> Option<Estimate> {
    let control = rows.iter().find(|other| {
        other.cell.role == Role::Control
            && (&other.poc, &other.work, other.m) == (&row.poc, &row.work, row.m)
    });
    control.and_then(|control| control.ratio)
}

/// The order in which readers expect the programs: the least work first.
fn rank(work: &str) -> usize {
    ["startup", "pure", "dynamic"]
        .iter()
        .position(|known| *known == work)
        .unwrap_or(usize::MAX)
}

fn row(evidence: &Evidence, place: &Place) -> Option<SpeedRow> {
    let cell = evidence.cell(&place.cell)?.clone();
    if cell.role == Role::OtherOracle {
        return None;
    }
    // Nobody prepares python3: what was prepared is compared with its cold run of the same round.
    let oracle = Place {
        cell: evidence.oracle_of(&cell)?.name.clone(),
        phase: Phase::Cold,
        ..place.clone()
    };
    let walls = by_repetition(&evidence.at(place, Metric::Wall));
    if walls.is_empty() {
        return None;
    }
    let disagreeing = disagreeing(evidence, place, &oracle, &walls);
    let mut row = SpeedRow {
        poc: place.poc.clone(),
        work: place.sample.clone(),
        m: place.m?,
        mode: place.phase,
        emulated: cell.emulated,
        cell,
        runs: walls.len(),
        disagreeing,
        walls_ms: Vec::new(),
        median_ms: None,
        cpu_ms: None,
        ratio: None,
        outliers: 0,
        steps: evidence.steps(place),
    };
    if disagreeing == 0 && !row.emulated {
        let oracle_walls = by_repetition(&evidence.at(&oracle, Metric::Wall));
        fill_in_times(&mut row, &walls, &oracle_walls, seed(evidence));
        row.cpu_ms = stats::median(&processor_ms(evidence, place));
    }
    Some(row)
}

fn fill_in_times(row: &mut SpeedRow, walls: &Repetitions, oracle: &Repetitions, seed: u64) {
    row.walls_ms = walls.values().map(|wall| wall / NS_PER_MS).collect();
    row.median_ms = stats::median(&row.walls_ms);
    row.outliers = stats::mad_outliers(&row.walls_ms);
    let (here, there) = paired(walls, oracle);
    row.ratio = stats::paired_ratio(&here, &there, seed).map(Estimate::from);
}

/// The times of the rounds that both have.
fn paired(here: &Repetitions, there: &Repetitions) -> (Vec<f64>, Vec<f64>) {
    let pairs = here
        .iter()
        .filter_map(|(round, wall)| Some((*wall, *there.get(round)?)));
    pairs.unzip()
}

type Repetitions = BTreeMap<(u32, u32), f64>;

fn by_repetition(records: &[&Record]) -> Repetitions {
    let numbers = records
        .iter()
        .filter_map(|record| Some((repetition(record), record.number()?)));
    numbers
        .map(|(round, number)| (round, float(number)))
        .collect()
}

/// Counts the runs that did not print what the oracle's first run printed, or did not end in status 0.
fn disagreeing(evidence: &Evidence, place: &Place, oracle: &Place, runs: &Repetitions) -> usize {
    let Some(expected) = evidence.text(oracle, Metric::Stdout) else {
        return runs.len();
    };
    let stdouts = evidence.at(place, Metric::Stdout);
    let right = stdouts
        .into_iter()
        .filter(|record| record.text() == Some(expected));
    let right: BTreeSet<(u32, u32)> = right.map(repetition).collect();
    let statuses = evidence.at(place, Metric::ExitStatus);
    let well = statuses
        .into_iter()
        .filter(|record| record.number() == Some(0));
    let well: BTreeSet<(u32, u32)> = well.map(repetition).collect();
    runs.keys()
        .filter(|round| !right.contains(round) || !well.contains(round))
        .count()
}

fn processor_ms(evidence: &Evidence, place: &Place) -> Vec<f64> {
    let user = by_repetition(&evidence.at(place, Metric::CpuUser));
    let system = by_repetition(&evidence.at(place, Metric::CpuSystem));
    let both = user
        .iter()
        .filter_map(|(round, user)| Some(user + system.get(round)?));
    both.map(|ns| ns / NS_PER_MS).collect()
}

pub(crate) fn seed(evidence: &Evidence) -> u64 {
    evidence
        .fingerprint()
        .map_or(0, |fingerprint| fingerprint.settings.seed)
}

#[cfg(test)]
mod tests;
