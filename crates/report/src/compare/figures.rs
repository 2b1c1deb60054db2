//! What was measured in both runs and has not the same value.

use schemars::JsonSchema;
use serde::Serialize;

use super::Kind;
use super::parts::{Parts, Topic};
use crate::evidence::Evidence;
use crate::json::{self, Figure};
use crate::poc;

/// One figure of a cell in both runs.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct FigurePair {
    /// The `PoC` that measured it.
    pub poc: String,
    /// The cell.
    pub cell: String,
    /// The figure, named as in `tiers.poc/1`.
    pub figure: String,
    /// What it counts.
    pub unit: &'static str,
    /// Its value in the first run.
    pub first: Number,
    /// Its value in the second run.
    pub second: Number,
    /// The second value over the first; null where the first is 0.
    pub factor: Option<f64>,
    /// Whether the two intervals have nothing in common; null where the figure has no interval.
    pub apart: Option<bool>,
    /// The parts of the fingerprints that differ and that it depends on.
    pub reasons: Vec<String>,
}

/// A value with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Number {
    /// The value.
    pub value: f64,
    /// The interval's lower end, where there is one.
    pub low: Option<f64>,
    /// The interval's upper end, where there is one.
    pub high: Option<f64>,
}

/// Returns the figures of the machine that differ, and how many there are on both sides.
pub(super) fn pairs(runs: [&Evidence; 2], parts: &Parts) -> (Vec<FigurePair>, usize) {
    let mut measured = 0;
    let mut pairs = Vec::new();
    for poc in poc::ALL {
        let [first, second] = runs.map(|run| json::poc(run, poc.id).cells);
        for cell in &first {
            let Some(other) = second.iter().find(|other| other.cell == cell.cell) else {
                continue;
            };
            for figure in cell.figures.iter().filter(|figure| is_of_machine(figure)) {
                let there = |there: &&Figure| there.name == figure.name;
                let Some(there) = other.figures.iter().find(there) else {
                    continue;
                };
                measured += 1;
                let pair = pair(poc.id, &cell.cell, [figure, there]);
                let topic = Topic {
                    kind: Kind::Machine,
                    cell: &cell.cell,
                    sample: figure.name.split('/').next(),
                };
                pairs.extend(pair.map(|pair| FigurePair {
                    reasons: parts.reasons(topic),
                    ..pair
                }));
            }
        }
    }
    (pairs, measured)
}

/// Says whether a figure is of speed, memory or size. The others count things that behave one way or the other, and are
/// compared one by one.
fn is_of_machine(figure: &Figure) -> bool {
    match figure.unit {
        "flag" => false,
        "count" => figure.name.ends_with("instructions"),
        _ => true,
    }
}

fn pair(poc: &str, cell: &str, [first, second]: [&Figure; 2]) -> Option<FigurePair> {
    let (here, there) = (Number::of(first), Number::of(second));
    (here != there).then(|| FigurePair {
        poc: poc.into(),
        cell: cell.into(),
        figure: first.name.clone(),
        unit: first.unit,
        first: here,
        second: there,
        factor: (here.value != 0.0).then(|| there.value / here.value),
        apart: here.apart(there),
        reasons: Vec::new(),
    })
}

impl Number {
    fn of(figure: &Figure) -> Self {
        Self {
            value: figure.value,
            low: figure.low,
            high: figure.high,
        }
    }

    /// An interval without an upper end goes on for ever.
    fn apart(self, other: Self) -> Option<bool> {
        let (low, other_low) = (self.low?, other.low?);
        let high = |number: Self| number.high.unwrap_or(f64::INFINITY);
        Some(high(self) < other_low || high(other) < low)
    }
}
