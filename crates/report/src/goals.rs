//! What the tiers are to reach in speed, and how far they are.
//!
//! The goals were set before the work on speed began. A goal is met where the whole interval of the measured ratio, or the
//! median of the measured time, is at or under it.

mod changes;

use record::{CellPrint, Phase, Role};
use serde::Deserialize;

use crate::claims;
use crate::evidence::Evidence;
use crate::ready::{self, ReadyRow};
use crate::speed::{Estimate, SpeedRow};

pub use changes::{Change, changes};

/// The `PoC` by whose rounds they are judged.
pub const POC: &str = "7";

/// What is to be reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// A time of at most so many times python3's.
    Ratio(f64),
    /// A median of at most so many milliseconds.
    Ms(f64),
}

/// What takes the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A speed program of a size, from a fresh process to its end.
    Program(&'static str, u64),
    /// A clean interpreter that was prepared, from being asked for to being up.
    Ready,
}

/// A goal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// In words.
    pub words: &'static str,
    /// What takes the time.
    pub what: What,
    tier: &'static str,
    target: &'static str,
    /// What is to be reached.
    pub limit: Limit,
}

/// A goal beside what was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Reached<'a> {
    /// The goal.
    pub goal: Goal,
    /// The paper's ratio, where it gives one.
    pub paper: Option<f64>,
    /// The ratio, and the median in milliseconds, before interpreters were prepared.
    pub before: Option<Before>,
    /// What was measured of the cell that does best; none where nothing was.
    pub found: Option<Found<'a>>,
    /// Whether it is met; none where nothing was measured.
    pub is_met: Option<bool>,
}

/// What was measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found<'a> {
    /// The cell.
    pub cell: &'a CellPrint,
    /// The time over python3's, where it has one of the same.
    pub ratio: Option<Estimate>,
    /// The median, in milliseconds.
    pub median_ms: f64,
}

/// What was measured before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Before {
    /// The median over python3's.
    pub ratio: f64,
    /// The median, in milliseconds.
    pub median_ms: f64,
}

const START_UP: What = What::Program("startup", 1);
const PURE: What = What::Program("pure", 1_000_000);
const DYNAMIC: What = What::Program("dynamic", 100_000);

/// The goals there are, in the order in which they were set.
pub const GOALS: [Goal; 10] = [
    goal("Full, cold start", START_UP, FULL, Limit::Ratio(0.45)),
    goal("Full, pure loop", PURE, FULL, Limit::Ratio(0.75)),
    goal("Full, dynamic code", DYNAMIC, FULL, Limit::Ratio(0.70)),
    goal(
        "Full, warm: a clean interpreter, ready",
        What::Ready,
        FULL,
        Limit::Ms(1.0),
    ),
    goal(
        "Full, warm: the same, at once",
        What::Ready,
        FULL,
        Limit::Ms(0.1),
    ),
    goal("Light, cold start", START_UP, LIGHT, Limit::Ratio(1.0)),
    goal("Light, pure loop", PURE, LIGHT, Limit::Ratio(2.5)),
    goal("Light, dynamic code", DYNAMIC, LIGHT, Limit::Ratio(3.5)),
    goal(
        "Light in WebAssembly, cold start",
        START_UP,
        WASM,
        Limit::Ratio(1.0),
    ),
    goal(
        "Light in WebAssembly, warm: a fresh instance, ready",
        What::Ready,
        WASM,
        Limit::Ms(1.0),
    ),
];

const FULL: (&str, &str) = ("full", "x86_64");
const LIGHT: (&str, &str) = ("light", "x86_64");
const WASM: (&str, &str) = ("light", "wasm32-wasip1");

const fn goal(
    words: &'static str,
    what: What,
    (tier, target): (&'static str, &'static str),
    limit: Limit,
) -> Goal {
    Goal {
        words,
        what,
        tier,
        target,
        limit,
    }
}

/// Returns every goal beside what was measured.
pub fn reached(evidence: &Evidence) -> Vec<Reached<'_>> {
    let (before, ready) = (before(), ready::rows(evidence));
    GOALS
        .into_iter()
        .map(|goal| {
            let found = match goal.what {
                What::Program(work, m) => goal.best((work, m), evidence.speed()),
                What::Ready => goal.soonest(&ready),
            };
            Reached {
                goal,
                paper: goal.paper(),
                before: goal.before(&before),
                found,
                is_met: found.and_then(|found| goal.is_met(&found)),
            }
        })
        .collect()
}

impl Goal {
    /// Returns what was measured of a program on the fastest build, of those that could meet the goal.
    fn best<'a>(&self, work: (&str, u64), rows: &'a [SpeedRow]) -> Option<Found<'a>> {
        let of_work = rows.iter().filter(|row| {
            row.poc == POC && (row.work.as_str(), row.m) == work && row.mode == Phase::Cold
        });
        let found = of_work.filter_map(|row| {
            Some(Found {
                cell: &row.cell,
                ratio: row.ratio,
                median_ms: row.median_ms?,
            })
        });
        self.fastest(found)
    }

    fn soonest<'a>(&self, rows: &[ReadyRow<'a>]) -> Option<Found<'a>> {
        let found = rows.iter().map(|row| Found {
            cell: row.cell,
            ratio: None,
            median_ms: row.median_ms,
        });
        self.fastest(found)
    }

    fn fastest<'a>(&self, found: impl Iterator<Item = Found<'a>>) -> Option<Found<'a>> {
        let could = found.filter(|found| {
            let cell = found.cell;
            cell.role == Role::Candidate
                && (cell.tier.as_str(), cell.target.as_str()) == (self.tier, self.target)
        });
        could.min_by(|one, other| f64::total_cmp(&one.median_ms, &other.median_ms))
    }

    fn is_met(&self, found: &Found<'_>) -> Option<bool> {
        Some(match self.limit {
            Limit::Ratio(limit) => found.ratio?.high <= limit,
            Limit::Ms(limit) => found.median_ms <= limit,
        })
    }

    fn paper(&self) -> Option<f64> {
        match self.what {
            What::Program(work, m) if self.target == LIGHT.1 => {
                claims::paper_ratio(POC, self.tier, work, m)
            }
            _ => None,
        }
    }

    fn before(&self, before: &[BeforeRow]) -> Option<Before> {
        let What::Program(work, m) = self.what else {
            return None;
        };
        let is_of = |row: &&BeforeRow| {
            (row.work.as_str(), row.m, row.mode) == (work, m, Phase::Cold)
                && (row.tier.as_str(), row.target.as_str()) == (self.tier, self.target)
        };
        let rows = before.iter().filter(is_of);
        let best = rows.min_by(|one, other| f64::total_cmp(&one.median_ms, &other.median_ms))?;
        Some(Before {
            ratio: best.ratio_to_python3,
            median_ms: best.median_ms,
        })
    }
}

/// One line of what was measured before the work on speed.
#[derive(Debug, Deserialize)]
struct BeforeRow {
    work: String,
    m: u64,
    tier: String,
    target: String,
    mode: Phase,
    median_ms: f64,
    ratio_to_python3: f64,
}

/// The file they stand in; it says which run it is of.
#[derive(Debug, Deserialize)]
struct BeforeDocument {
    rows: Vec<BeforeRow>,
}

fn before() -> Vec<BeforeRow> {
    let document = serde_json::from_str(include_str!("goals/before.json"));
    document.map_or_else(|_| Vec::new(), |document: BeforeDocument| document.rows)
}

#[cfg(test)]
mod tests;
