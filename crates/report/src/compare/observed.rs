//! What was observed in both runs and is not the same.

use std::collections::{BTreeMap, BTreeSet};

use record::{Metric, Phase, Role};
use schemars::JsonSchema;
use serde::Serialize;

use super::Kind;
use super::parts::{Parts, Topic};
use super::seen::{Observations, Seen};
use crate::controls;
use crate::evidence::{Evidence, Place};
use crate::fidelity;
use crate::outcome::{self, Outcome};

/// What is compared of a sample beside what was recorded: its verdict.
const VERDICT: &str = "verdict";

/// The sample name under which a cell's own observations stand.
const CELL_ITSELF: &str = "-";

/// One observation that is not the same in both runs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Difference {
    /// `machine`, `behaviour`, or `missing` where one of them tried less.
    pub kind: Kind,
    /// The cell.
    pub cell: String,
    /// The program, or `-` for the cell itself.
    pub sample: String,
    /// The problem size, where there is one.
    pub m: Option<u64>,
    /// Whether anything had been prepared.
    pub mode: Phase,
    /// What was observed: a metric of the records, or `verdict` for what came of comparing the sample with its oracle.
    pub what: String,
    /// The values in the first run: more than one where a program is unsteady.
    pub first: Vec<String>,
    /// The values in the second run.
    pub second: Vec<String>,
    /// The `PoC`s that observed exactly this, in the order of the alphabet.
    pub pocs: Vec<String>,
    /// The parts of the fingerprints that differ and that it depends on; none where nothing that is recorded explains it.
    pub reasons: Vec<String>,
}

/// Returns the differences, and how many observations were compared.
pub(super) fn differences(
    runs: [&Evidence; 2],
    seen: &[Seen; 2],
    parts: &Parts,
) -> (Vec<Difference>, usize) {
    let mut compared = 0;
    // What several PoCs observed alike is one difference.
    let mut found: BTreeMap<Difference, BTreeSet<String>> = BTreeMap::new();
    for (place, first) in seen[0].iter() {
        let Some(second) = seen[1].at(place) else {
            continue;
        };
        let (mut differing, count) = at(runs, place, [first, second]);
        compared += count;
        differing.extend(verdict(runs, place));
        for difference in differing {
            let pocs = found.entry(difference).or_default();
            pocs.insert(place.poc.clone());
        }
    }
    let differences = found.into_iter().map(|(difference, pocs)| Difference {
        pocs: pocs.into_iter().collect(),
        reasons: parts.reasons(Topic {
            kind: difference.kind,
            cell: &difference.cell,
            sample: Some(difference.sample.as_str()).filter(|sample| *sample != CELL_ITSELF),
        }),
        ..difference
    });
    (differences.collect(), compared)
}

fn at(
    runs: [&Evidence; 2],
    place: &Place,
    [first, second]: [&Observations; 2],
) -> (Vec<Difference>, usize) {
    let role = role(runs, &place.cell);
    let unequal = |metric| first.get(&metric) != second.get(&metric);
    let mut compared = 0;
    let mut differences = Vec::new();
    for (metric, value) in first {
        let (Some(other), Some(kind)) = (second.get(metric), Kind::of(*metric, role)) else {
            continue;
        };
        // Of unlike numbers of tries nothing follows for how many of them changed something; and where a part is not
        // provisioned, that is said among what is missing.
        let unlike = *metric == Metric::Changed && unequal(Metric::Checked);
        let absent = *metric == Metric::Outcome && runs.into_iter().any(|run| lacks(run, place));
        // What a control's command says may hold times; whether it notices a fault is its status.
        let said = *metric == Metric::Stdout && place.poc == controls::POC;
        if unlike || absent || said {
            continue;
        }
        compared += 1;
        if value != other {
            let words = |values: &BTreeSet<String>| values.iter().cloned().collect();
            let what = name(*metric);
            differences.push(difference(kind, place, what, [words(value), words(other)]));
        }
    }
    (differences, compared)
}

/// The difference of what came of comparing a sample with its oracle: it may lie in either.
fn verdict(runs: [&Evidence; 2], place: &Place) -> Option<Difference> {
    if place.m.is_some() || place.phase != Phase::Cold {
        return None;
    }
    let judge = |run| fidelity::row(run, &place.poc, &place.cell, &place.sample);
    let [first, second] = runs.map(|run| judge(run).map(|row| row.verdict));
    let (first, second) = (first?, second?);
    let words = [first, second].map(|verdict| vec![verdict.word().to_owned()]);
    let differ = first != second;
    differ.then(|| difference(Kind::Behaviour, place, VERDICT.into(), words))
}

fn difference(
    kind: Kind,
    place: &Place,
    what: String,
    [first, second]: [Vec<String>; 2],
) -> Difference {
    Difference {
        kind,
        cell: place.cell.clone(),
        sample: place.sample.clone(),
        m: place.m,
        mode: place.phase,
        what,
        first,
        second,
        pocs: Vec::new(),
        reasons: Vec::new(),
    }
}

/// What the cell is there for in the run that knows it.
fn role(runs: [&Evidence; 2], cell: &str) -> Role {
    let print = runs.into_iter().find_map(|run| run.cell(cell));
    print.map(|print| print.role).unwrap_or_default()
}

/// Says whether the machine of a run has not what the cell takes.
fn lacks(run: &Evidence, place: &Place) -> bool {
    let outcome = outcome::of(run, &place.poc, &place.cell);
    matches!(outcome, Some((Outcome::NotProvisioned, _)))
}

/// The metric as the records name it.
pub(super) fn name(metric: Metric) -> String {
    let name = serde_json::to_value(metric).unwrap_or_default();
    name.as_str().unwrap_or_default().to_owned()
}
