//! When does embedding pay? What calls cost in each way of making them.

use std::collections::BTreeMap;
use std::fmt;

use record::{CellPrint, Metric, Role};
use stats::{BreakEven, Fit};

use crate::evidence::{Evidence, Place};
use crate::number::{NS_PER_MS, float};
use crate::speed;

/// The `PoC` that measures it.
pub const POC: &str = "4";

/// How the names of these programs begin.
const PREFIX: &str = "calls/";

/// A way to make many calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// One process for each call.
    Process,
    /// One isolate for each call, in a host that stays.
    Isolate,
    /// One isolate for all calls.
    Shared,
}

impl Way {
    /// All ways, the most separate first.
    pub const ALL: [Self; 3] = [Self::Process, Self::Isolate, Self::Shared];

    /// Returns the way of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.to_string() == name)
    }

    /// The way in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Process => "a process for each call",
            Self::Isolate => "an isolate for each call",
            Self::Shared => "one isolate for all calls",
        }
    }
}

impl fmt::Display for Way {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Process => "process",
            Self::Isolate => "isolate",
            Self::Shared => "shared",
        })
    }
}

/// Calls made in one way on one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The cell.
    pub cell: CellPrint,
    /// The way.
    pub way: Way,
    /// Whether the cell's machine code ran on an emulator: then the series has no times.
    pub emulated: bool,
    /// For each number of calls, the median time of all of them together in milliseconds.
    pub medians_ms: Vec<(u64, f64)>,
    /// How many rounds there were.
    pub rounds: usize,
    /// How many runs printed something else than the oracle. If there are any, the series has no times.
    pub disagreeing: usize,
    /// The line t(M) = a + b·M, in milliseconds; none where fewer than two numbers of calls were tried.
    pub line: Option<Fit>,
    /// The same line through the numbers of instructions, where they were counted.
    pub instructions: Option<Fit>,
}

/// From how many calls on one series costs no more than another.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison<'a> {
    /// The one.
    pub here: &'a Series,
    /// The other.
    pub there: &'a Series,
    /// From how many calls on.
    pub even: BreakEven,
}

/// Returns each series that was measured, in the order of the matrix, and in a cell the most separate way first.
pub fn series(evidence: &Evidence) -> Vec<Series> {
    let cells = evidence.cells_of(POC);
    let each = cells.flat_map(|cell| Way::ALL.map(|way| one(evidence, cell, way)));
    each.flatten().collect()
}

/// Compares each way on each candidate with python3 in a process for each call, and with the more separate ways on the
/// same cell.
pub fn comparisons(series: &[Series]) -> Vec<Comparison<'_>> {
    let compared = |here: &Series, there: &Series| {
        let python3 = there.cell.role == Role::Oracle;
        let same = here.cell.name == there.cell.name && there.way < here.way;
        here.cell.role == Role::Candidate && (python3 || same)
    };
    let pairs = series
        .iter()
        .flat_map(|here| series.iter().map(move |there| (here, there)));
    let pairs = pairs.filter(|(here, there)| compared(here, there));
    let comparisons = pairs.filter_map(|(here, there)| {
        let (line, other) = here.line.as_ref().zip(there.line.as_ref())?;
        let even = stats::break_even(line, other);
        Some(Comparison { here, there, even })
    });
    comparisons.collect()
}

impl Comparison<'_> {
    /// What it is compared with: `python3`, or another way on the same cell.
    pub fn with(&self) -> String {
        match self.there.cell.role {
            Role::Oracle => "python3".into(),
            _ => self.there.way.to_string(),
        }
    }
}

fn one(evidence: &Evidence, cell: &CellPrint, way: Way) -> Option<Series> {
    let sample = format!("{PREFIX}{way}");
    let places = evidence
        .places()
        .filter(|place| place.poc == POC && place.cell == cell.name && place.sample == sample);
    let (mut times, mut counts) = (Points::default(), Points::default());
    let mut disagreeing = 0;
    for place in places {
        times.add(evidence, place, Metric::Wall, NS_PER_MS);
        counts.add(evidence, place, Metric::Instructions, 1.0);
        let runs = [Metric::Wall, Metric::Stdout].map(|metric| evidence.at(place, metric).len());
        let runs = runs.into_iter().max().unwrap_or(0);
        disagreeing += runs.saturating_sub(agreeing(evidence, place));
    }
    if times.is_empty() && counts.is_empty() {
        return None;
    }
    let rounds = times.rounds.len().max(counts.rounds.len());
    if disagreeing > 0 {
        (times, counts) = (Points::default(), Points::default());
    }
    if cell.emulated {
        times = Points::default();
    }
    let seed = speed::seed(evidence);
    Some(Series {
        cell: cell.clone(),
        way,
        emulated: cell.emulated,
        medians_ms: times.medians(),
        rounds,
        disagreeing,
        line: times.line(seed),
        instructions: counts.line(seed),
    })
}

/// What was measured of one way: points (M, value), round by round.
#[derive(Default)]
struct Points {
    rounds: BTreeMap<u32, Vec<stats::Point>>,
    by_m: BTreeMap<u64, Vec<f64>>,
}

impl Points {
    fn add(&mut self, evidence: &Evidence, place: &Place, metric: Metric, scale: f64) {
        let Some(m) = place.m else { return };
        for record in evidence.at(place, metric) {
            let Some(number) = record.number() else {
                continue;
            };
            let value = float(number) / scale;
            let round = self.rounds.entry(record.subject.process).or_default();
            round.push((float(m), value));
            self.by_m.entry(m).or_default().push(value);
        }
    }

    fn is_empty(&self) -> bool {
        self.rounds.is_empty()
    }

    fn medians(&self) -> Vec<(u64, f64)> {
        let medians = self.by_m.iter();
        medians
            .filter_map(|(m, values)| Some((*m, stats::median(values)?)))
            .collect()
    }

    fn line(self, seed: u64) -> Option<Fit> {
        let rounds: Vec<Vec<stats::Point>> = self.rounds.into_values().collect();
        stats::fit(&rounds, seed)
    }
}

/// Counts the runs that printed what as many calls of the oracle's first run printed.
fn agreeing(evidence: &Evidence, place: &Place) -> usize {
    let cell = evidence.cell(&place.cell);
    let Some(oracle) = cell.and_then(|cell| evidence.oracle_of(cell)) else {
        return 0;
    };
    let oracle = Place {
        m: place.m,
        ..Place::sample(POC, &oracle.name, &format!("{PREFIX}{}", Way::Process))
    };
    let Some(expected) = evidence.text(&oracle, Metric::Stdout) else {
        return 0;
    };
    let stdouts = evidence.at(place, Metric::Stdout);
    stdouts
        .iter()
        .filter(|record| record.text() == Some(expected))
        .count()
}

#[cfg(test)]
mod tests;
