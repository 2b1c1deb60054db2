//! How long decisions took.

use record::Metric;

use crate::evidence::Evidence;
use crate::number;

/// The `PoC` in which their time is taken.
pub const POC: &str = "8";

/// What a decision may take at most, in milliseconds for each thousand lines. Set before the work on speed began.
pub const GOAL_MS: f64 = 1.0;

/// The decisions about one program.
#[derive(Clone, Debug, PartialEq)]
pub struct Decisions {
    /// Its lines.
    pub lines: u64,
    /// How often it was decided.
    pub runs: usize,
    /// The median, in milliseconds.
    pub median_ms: f64,
    /// The same for each thousand lines.
    pub per_thousand_lines_ms: f64,
}

/// Returns the decisions about each program, the shortest first.
pub fn decisions(evidence: &Evidence) -> Vec<Decisions> {
    let taken = evidence.places().filter(|place| place.poc == POC);
    let mut found: Vec<Decisions> = taken
        .filter_map(|place| {
            let lines = place.m?;
            let times = evidence.at(place, Metric::Decision);
            let times: Vec<f64> = times
                .iter()
                .filter_map(|record| Some(number::float(record.number()?) / number::NS_PER_MS))
                .collect();
            let median_ms = stats::median(&times)?;
            Some(Decisions {
                lines,
                runs: times.len(),
                median_ms,
                per_thousand_lines_ms: median_ms / number::float(lines) * 1000.0,
            })
        })
        .collect();
    found.sort_by_key(|decisions| decisions.lines);
    found
}
