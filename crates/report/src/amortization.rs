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
    /// Whether the cell's target was emulated; such times are shown and compared with nothing.
    pub emulated: bool,
    /// For each number of calls, the median time of all of them together in milliseconds.
    pub medians_ms: Vec<(u64, f64)>,
    /// How many rounds there were.
    pub rounds: usize,
    /// How many runs printed something else than the oracle. If there are any, the series has no times.
    pub disagreeing: usize,
    /// The line t(M) = a + b·M, in milliseconds; none where fewer than two numbers of calls were tried.
    pub line: Option<Fit>,
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
        let emulated = here.emulated || there.emulated;
        let lines = here.line.as_ref().zip(there.line.as_ref());
        let (line, other) = lines.filter(|_| !emulated)?;
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
    let mut rounds: BTreeMap<u32, Vec<stats::Point>> = BTreeMap::new();
    let mut times: BTreeMap<u64, Vec<f64>> = BTreeMap::new();
    let mut disagreeing = 0;
    for place in places {
        let Some(m) = place.m else { continue };
        let walls = evidence.at(place, Metric::Wall);
        disagreeing += walls.len().saturating_sub(agreeing(evidence, place));
        for record in walls {
            let ms = float(record.number()?) / NS_PER_MS;
            let round = rounds.entry(record.subject.process).or_default();
            round.push((float(m), ms));
            times.entry(m).or_default().push(ms);
        }
    }
    if times.is_empty() {
        return None;
    }
    let count = rounds.len();
    if disagreeing > 0 {
        (rounds, times) = (BTreeMap::new(), BTreeMap::new());
    }
    let rounds: Vec<Vec<stats::Point>> = rounds.into_values().collect();
    let medians = times
        .iter()
        .filter_map(|(m, times)| Some((*m, stats::median(times)?)));
    Some(Series {
        cell: cell.clone(),
        way,
        emulated: speed::emulated(evidence, cell),
        medians_ms: medians.collect(),
        rounds: count,
        disagreeing,
        line: stats::fit(&rounds, speed::seed(evidence)),
    })
}

/// Counts the runs that printed what as many calls of the oracle's first run printed.
fn agreeing(evidence: &Evidence, place: &Place) -> usize {
    let Some(oracle) = evidence.oracle() else {
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
