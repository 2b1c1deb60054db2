//! A decision, for people and for programs.

mod human;

use clap::ValueEnum;
use schemars::JsonSchema;
use serde::Serialize;
use tiers::{Choice, Decision};

pub(crate) use human::{human, verdict};

/// Which of the tiers that would do is wanted. None of them trades safety
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Prefer {
    /// Light where it is safe and the program is not hot
    #[default]
    Balanced,
    /// Light wherever it is safe
    Light,
    /// The cheaper by the cost model
    Speed,
}

impl Prefer {
    /// Returns its name on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Balanced => "balanced",
            Self::Light => "light",
            Self::Speed => "speed",
        }
    }
}

impl From<Prefer> for tiers::Prefer {
    fn from(prefer: Prefer) -> Self {
        match prefer {
            Prefer::Balanced => Self::Balanced,
            Prefer::Light => Self::Light,
            Prefer::Speed => Self::Speed,
        }
    }
}

/// The shape `tiers.decision/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DecisionReport<'a> {
    schema: &'static str,
    /// Where the program runs; `refused` where it is not safe on Light and there is no Full.
    tier: Tier,
    /// Whether Light prints what CPython prints, as far as evidence goes.
    light_safe: bool,
    /// Whether loops would be most of a run on Light.
    hot: bool,
    reasons: Vec<Reason<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Tier {
    Full,
    Light,
    Refused,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Reason<'a> {
    /// The rule's name.
    rule: &'a str,
    /// The line, from 1; 0 where the reason is not in the source.
    line: usize,
    /// The column in characters, from 1; 0 where the reason is not in the source.
    column: usize,
    /// What stands in the way, in a sentence.
    message: &'a str,
}

impl<'a> From<&'a Decision> for DecisionReport<'a> {
    fn from(decision: &'a Decision) -> Self {
        let reasons = decision.reasons.iter().map(|reason| Reason {
            rule: &reason.rule,
            line: reason.line,
            column: reason.column,
            message: &reason.message,
        });
        Self {
            schema: "tiers.decision/1",
            tier: match decision.tier {
                Choice::Full => Tier::Full,
                Choice::Light => Tier::Light,
                Choice::Refused => Tier::Refused,
            },
            light_safe: decision.light_safe,
            hot: decision.hot,
            reasons: reasons.collect(),
        }
    }
}
