//! The paper's claims as values: what it says, and what the records must show for it to hold.
//!
//! No verdict is written down anywhere. Each is computed from records by a predicate, and where the records do not
//! suffice the verdict is "not measurable here" with the reason.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::evidence::{Evidence, Place};
use crate::number;
use crate::speed::Estimate;

mod attempts;
mod dispatch;
mod fidelity;
mod gate;
mod paper;
mod portability;
mod speed;
mod targets;
mod travel;
mod wording;

pub use dispatch::{MINIMUM_COVERAGE, MINIMUM_PROGRAMS};
pub use gate::{MINIMUM_ROUNDS, is_cpython_3_12};
pub use paper::{SAMPLES, paper_ratio};

/// How far the whole interval of a speed ratio may lie from the paper's ratio, as a fraction of it.
pub const SPEED_TOLERANCE: f64 = 0.25;

/// How far a size may lie from the paper's size, as a fraction of it.
pub const SIZE_TOLERANCE: f64 = 0.01;

/// How far the interval of the oracle against itself may reach from 1. Noise as large as the tolerance would decide
/// the verdicts.
pub const NOISE_LIMIT: f64 = SPEED_TOLERANCE;

/// What the data say of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub enum Verdict {
    /// It holds within the tolerance.
    #[serde(rename = "reproduced")]
    Reproduced,
    /// The direction holds, the magnitude does not.
    #[serde(rename = "partly")]
    Partly,
    /// The data show the contrary.
    #[serde(rename = "refuted")]
    Refuted,
    /// These records cannot tell, and the reason says why.
    #[serde(rename = "not measurable here")]
    NotMeasurable,
}

impl Verdict {
    /// All verdicts, best first.
    pub const ALL: [Self; 4] = [
        Self::Reproduced,
        Self::Partly,
        Self::Refuted,
        Self::NotMeasurable,
    ];
}

impl fmt::Display for Verdict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Reproduced => "reproduced",
            Self::Partly => "partly",
            Self::Refuted => "refuted",
            Self::NotMeasurable => "not measurable here",
        })
    }
}

/// What the paper gives for a claim.
#[derive(Clone, Debug, PartialEq)]
pub enum PaperValue {
    /// Words.
    Words(&'static str),
    /// How many of how many.
    Count {
        /// How many.
        holds: u64,
        /// Of how many.
        of: u64,
    },
    /// A cell's time over python3's, with the two medians where it gives them.
    Ratio {
        /// The ratio.
        ratio: f64,
        /// The medians of python3 and of the cell, in milliseconds.
        medians_ms: Option<(f64, f64)>,
    },
    /// Ratios from one to another.
    Range {
        /// The smaller.
        low: f64,
        /// The larger.
        high: f64,
    },
    /// A size in bytes.
    Bytes(u64),
}

impl fmt::Display for PaperValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => formatter.write_str(words),
            Self::Count { holds, of } => write!(formatter, "{holds}/{of}"),
            Self::Ratio { ratio, .. } => formatter.write_str(&number::ratio(*ratio)),
            Self::Range { low, high } => write!(formatter, "{low}–{high}×"),
            Self::Bytes(bytes) => formatter.write_str(&number::bytes(*bytes)),
        }
    }
}

/// How near a measurement must come, fixed before anything was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// A count or a yes or no must be equal.
    Equal,
    /// A size must lie within [`SIZE_TOLERANCE`].
    Size,
    /// A ratio's whole interval must lie within [`SPEED_TOLERANCE`].
    Speed,
    /// One interval must lie wholly above the other.
    Apart,
    /// One counterexample refutes it.
    General,
}

impl fmt::Display for Tolerance {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Equal => formatter.write_str("equal"),
            Self::Size => write!(formatter, "within ±{}", number::percent(SIZE_TOLERANCE)),
            Self::Speed => write!(
                formatter,
                "the whole {} interval within ±{}",
                number::percent(stats::CONFIDENCE),
                number::percent(SPEED_TOLERANCE)
            ),
            Self::Apart => formatter.write_str("the intervals lie apart"),
            Self::General => formatter.write_str("one counterexample refutes it"),
        }
    }
}

/// Where in the records a judgement comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reference {
    /// The cell.
    pub cell: String,
    /// The sample or speed program, or `-` for the cell itself.
    pub sample: String,
    /// The problem size, where there is one.
    pub m: Option<u64>,
    /// The numbers of the steps in `records.jsonl`; of a corpus, the lines in `corpus/scores.jsonl`.
    pub steps: Vec<u64>,
}

impl Reference {
    fn to(evidence: &Evidence, place: &Place) -> Self {
        Self {
            cell: place.cell.clone(),
            sample: place.sample.clone(),
            m: place.m,
            steps: evidence.steps(place),
        }
    }
}

/// A program that does what a claim says none does, with what it printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counterexample {
    /// The sample.
    pub sample: String,
    /// What CPython printed.
    pub oracle: String,
    /// What the cell printed.
    pub cell: String,
}

/// A claim's verdict with its grounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// What was measured; none where nothing was.
    pub measured: Option<String>,
    /// The measured ratio, where the claim is of one.
    pub interval: Option<Estimate>,
    /// Why the verdict is what it is.
    pub reason: String,
    /// Where in the records it comes from.
    pub evidence: Vec<Reference>,
    /// The program that refutes a general statement.
    pub counterexample: Option<Counterexample>,
}

impl Judgement {
    fn new(verdict: Verdict, measured: impl Into<String>, reason: impl Into<String>) -> Self {
        let (measured, reason) = (Some(measured.into()), reason.into());
        Self {
            verdict,
            measured,
            interval: None,
            reason,
            evidence: Vec::new(),
            counterexample: None,
        }
    }

    fn not_measurable(reason: impl Into<String>) -> Self {
        Self {
            measured: None,
            ..Self::new(Verdict::NotMeasurable, "", reason)
        }
    }

    fn from(mut self, evidence: Vec<Reference>) -> Self {
        self.evidence = evidence;
        self
    }
}

/// Why a claim cannot be judged from these records.
type Obstacle = String;

type Predicate = Box<dyn Fn(&Evidence) -> Result<Judgement, Obstacle> + Send + Sync>;

/// One of the paper's claims.
pub struct Claim {
    /// Its name, for instance `C7.1`.
    pub id: &'static str,
    /// What the paper says, in short and in English.
    pub words: &'static str,
    /// The value that the paper gives.
    pub paper: PaperValue,
    /// How near a measurement must come.
    pub tolerance: Tolerance,
    /// The part of the paper that says it.
    pub section: &'static str,
    /// The command that measures it alone.
    pub command: &'static str,
    predicate: Predicate,
}

impl Claim {
    /// Judges the claim by `evidence`.
    pub fn judge(&self, evidence: &Evidence) -> Judgement {
        (self.predicate)(evidence).unwrap_or_else(Judgement::not_measurable)
    }
}

impl fmt::Debug for Claim {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Claim")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// Returns all claims: fidelity, speed, portability.
pub fn all() -> Vec<Claim> {
    let mut claims = fidelity::claims();
    claims.extend(wording::claims());
    claims.push(fidelity::of_full());
    claims.extend(speed::claims());
    claims.extend(portability::claims());
    claims.extend(attempts::claims());
    claims.extend(targets::claims());
    claims.push(travel::claim());
    claims.push(dispatch::claim());
    claims
}

/// Returns all claims with their judgements.
pub fn judge_all(evidence: &Evidence) -> Vec<(Claim, Judgement)> {
    let judge = |claim: Claim| {
        let judgement = claim.judge(evidence);
        (claim, judgement)
    };
    all().into_iter().map(judge).collect()
}

#[cfg(test)]
mod tests;
