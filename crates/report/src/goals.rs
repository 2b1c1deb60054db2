//! What the tiers are to reach in speed, and how far they are.
//!
//! The goals were set before the work on speed began. A goal is met where the whole interval of the measured ratio, or the
//! median of the measured time, is at or under it.

use record::{Phase, Role};
use serde::Deserialize;

use crate::claims;
use crate::evidence::Evidence;
use crate::speed::SpeedRow;

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

/// A goal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// In words.
    pub words: &'static str,
    /// The speed program, and its size.
    pub work: (&'static str, u64),
    tier: &'static str,
    target: &'static str,
    /// Whether the interpreter may be prepared.
    pub mode: Phase,
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
    /// The row that does best; none where nothing was measured.
    pub row: Option<&'a SpeedRow>,
    /// Whether it is met; none where nothing was measured.
    pub is_met: Option<bool>,
}

/// What was measured before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Before {
    /// The median over python3's.
    pub ratio: f64,
    /// The median, in milliseconds.
    pub median_ms: f64,
}

const START_UP: (&str, u64) = ("startup", 1);
const PURE: (&str, u64) = ("pure", 1_000_000);
const DYNAMIC: (&str, u64) = ("dynamic", 100_000);

/// The goals there are, in the order in which they were set.
pub const GOALS: [Goal; 10] = [
    goal(
        "Full, cold start",
        START_UP,
        FULL,
        Phase::Cold,
        Limit::Ratio(0.45),
    ),
    goal(
        "Full, pure loop",
        PURE,
        FULL,
        Phase::Cold,
        Limit::Ratio(0.75),
    ),
    goal(
        "Full, dynamic code",
        DYNAMIC,
        FULL,
        Phase::Cold,
        Limit::Ratio(0.70),
    ),
    goal(
        "Full, warm: a program in a clean interpreter",
        START_UP,
        FULL,
        Phase::Warm,
        Limit::Ms(1.0),
    ),
    goal(
        "Light, cold start",
        START_UP,
        LIGHT,
        Phase::Cold,
        Limit::Ratio(1.0),
    ),
    goal(
        "Light, pure loop",
        PURE,
        LIGHT,
        Phase::Cold,
        Limit::Ratio(2.5),
    ),
    goal(
        "Light, dynamic code",
        DYNAMIC,
        LIGHT,
        Phase::Cold,
        Limit::Ratio(3.5),
    ),
    goal(
        "Light, warm: a program in a clean interpreter",
        START_UP,
        LIGHT,
        Phase::Warm,
        Limit::Ms(1.0),
    ),
    goal(
        "Light in WebAssembly, cold start",
        START_UP,
        WASM,
        Phase::Cold,
        Limit::Ratio(1.0),
    ),
    goal(
        "Light in WebAssembly, warm: a program in a new instance",
        START_UP,
        WASM,
        Phase::Warm,
        Limit::Ms(1.0),
    ),
];

const FULL: (&str, &str) = ("full", "x86_64");
const LIGHT: (&str, &str) = ("light", "x86_64");
const WASM: (&str, &str) = ("light", "wasm32-wasip1");

const fn goal(
    words: &'static str,
    work: (&'static str, u64),
    (tier, target): (&'static str, &'static str),
    mode: Phase,
    limit: Limit,
) -> Goal {
    Goal {
        words,
        work,
        tier,
        target,
        mode,
        limit,
    }
}

/// Returns every goal beside what was measured.
pub fn reached(evidence: &Evidence) -> Vec<Reached<'_>> {
    let before = before();
    GOALS
        .into_iter()
        .map(|goal| {
            let row = goal.best(evidence.speed());
            Reached {
                goal,
                paper: goal.paper(),
                before: goal.before(&before),
                row,
                is_met: row.and_then(|row| goal.is_met(row)),
            }
        })
        .collect()
}

impl Goal {
    /// Returns the row of the fastest build, of those that could meet it.
    fn best<'a>(&self, rows: &'a [SpeedRow]) -> Option<&'a SpeedRow> {
        let is_of = |row: &&SpeedRow| {
            row.poc == POC
                && (row.work.as_str(), row.m) == self.work
                && row.mode == self.mode
                && row.cell.role == Role::Candidate
                && (row.cell.tier.as_str(), row.cell.target.as_str()) == (self.tier, self.target)
        };
        let timed = rows
            .iter()
            .filter(is_of)
            .filter(|row| row.median_ms.is_some());
        timed.min_by(|one, other| f64::total_cmp(&median(one), &median(other)))
    }

    fn is_met(&self, row: &SpeedRow) -> Option<bool> {
        Some(match self.limit {
            Limit::Ratio(limit) => row.ratio?.high <= limit,
            Limit::Ms(limit) => row.median_ms? <= limit,
        })
    }

    fn paper(&self) -> Option<f64> {
        let native = self.target == LIGHT.1 && self.mode == Phase::Cold;
        let (work, m) = self.work;
        native.then(|| claims::paper_ratio(POC, self.tier, work, m))?
    }

    fn before(&self, before: &[BeforeRow]) -> Option<Before> {
        let is_of = |row: &&BeforeRow| {
            (row.work.as_str(), row.m) == self.work
                && (row.tier.as_str(), row.target.as_str()) == (self.tier, self.target)
                && row.mode == self.mode
        };
        let rows = before.iter().filter(is_of);
        let best = rows.min_by(|one, other| f64::total_cmp(&one.median_ms, &other.median_ms))?;
        Some(Before {
            ratio: best.ratio_to_python3,
            median_ms: best.median_ms,
        })
    }
}

fn median(row: &SpeedRow) -> f64 {
    row.median_ms.unwrap_or(f64::INFINITY)
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
