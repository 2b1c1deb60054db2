//! How a cell fared.

use std::fmt;

use record::{CellPrint, Metric};
use schemars::JsonSchema;
use serde::Serialize;

use crate::evidence::{Evidence, Place};

/// What a cell ended in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It ran, and its observations stand.
    Result,
    /// An attempt as the paper made it failed, and its output was captured.
    Blocked,
    /// Something broke that should not have.
    Failed,
    /// A part is missing on this machine.
    NotProvisioned,
}

impl Outcome {
    fn parse(word: &str) -> Option<Self> {
        match word {
            "result" => Some(Self::Result),
            "blocked" => Some(Self::Blocked),
            "failed" => Some(Self::Failed),
            "not-provisioned" => Some(Self::NotProvisioned),
            _ => None,
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Result => "result",
            Self::Blocked => "blocked",
            Self::Failed => "failed",
            Self::NotProvisioned => "not provisioned",
        })
    }
}

/// Returns what `cell` ended in, with the words that go with it; none while the run has not come to it.
pub fn of<'a>(evidence: &'a Evidence, poc: &str, cell: &str) -> Option<(Outcome, &'a str)> {
    let place = Place::still(poc, cell);
    let outcome = Outcome::parse(evidence.text(&place, Metric::Outcome)?)?;
    Some((
        outcome,
        evidence.text(&place, Metric::Detail).unwrap_or_default(),
    ))
}

/// Returns the one line that stands for the words that go with an outcome: the obstacle that an attempt met, else the last
/// of captured output, where it is long.
pub fn gist<'a>(cell: &CellPrint, detail: &'a str) -> &'a str {
    let lines = || {
        detail
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
    };
    let obstacle = cell.obstacle.as_deref();
    let met = obstacle.and_then(|words| lines().rfind(|line| line.contains(words)));
    let line = met.or_else(|| lines().next_back()).unwrap_or_default();
    // How rustc marks what it passes on.
    line.strip_prefix("= note: ").unwrap_or(line)
}
