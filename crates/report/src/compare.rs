//! Two runs side by side: what is the same in both, what is due to the machine, and what behaves otherwise.
//!
//! A difference is of the *machine* where it is of speed, memory, size or a version: nobody expects these to be the same
//! elsewhere. It is of *behaviour* where the same program printed other bytes, ended otherwise or came to another outcome.
//! What only one of the runs has is neither: it is *missing* from the other, and never taken for equal.
//!
//! Nothing is explained by hand. The reasons of a difference are those parts of the two fingerprints that differ and that
//! it depends on.
//!
//! Not compared are stderr and the captured words of an outcome. They hold paths, addresses and process ids, and decide
//! nothing.

use schemars::JsonSchema;
use serde::Serialize;

use crate::evidence::Evidence;

mod claims;
mod figures;
mod kind;
mod lack;
mod observed;
mod parts;
mod seen;

pub use claims::{ClaimPair, Judged};
pub use figures::{FigurePair, Number};
pub use kind::Kind;
pub use lack::{Lack, Which};
pub use observed::Difference;
pub use parts::Part;

use parts::Parts;
use seen::Seen;

/// Two runs side by side: `tiers.comparison/1`.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Comparison {
    /// `tiers.comparison/1`.
    pub schema: &'static str,
    /// The first run.
    pub first: Side,
    /// The second run.
    pub second: Side,
    /// How much was compared, and what came of it.
    pub summary: Summary,
    /// The parts in which the two fingerprints differ, sorted. Reasons are named by them.
    pub parts: Vec<Part>,
    /// Every claim with both verdicts, in the order of the table of claims.
    pub claims: Vec<ClaimPair>,
    /// What was observed in both and is not the same, sorted by cell and program.
    pub differences: Vec<Difference>,
    /// What was measured in both and has not the same value, `PoC` by `PoC` in the order of the matrix.
    pub figures: Vec<FigurePair>,
    /// What was observed in one run only, sorted.
    pub missing: Vec<Lack>,
}

/// One of the two runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Side {
    /// The folder, as it was named.
    pub results: String,
    /// Whether the run came to its end.
    pub finished: bool,
    /// Whether it was a quick one.
    pub quick: bool,
    /// What its oracle says of itself.
    pub oracle: Option<String>,
}

/// The comparison in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Summary {
    /// How many observations stand in both runs and were compared. The same observation made by several `PoC`s counts as
    /// often.
    pub compared: usize,
    /// Differences of behaviour, claims' verdicts included. The same difference seen by several `PoC`s counts once.
    pub behaviour: usize,
    /// Differences of the machine, claims' verdicts and figures included.
    pub machine: usize,
    /// Things that only one of the runs can tell, claims' verdicts included.
    pub missing: usize,
    /// Claims with the same verdict on both sides.
    pub same_verdicts: usize,
    /// Figures that were measured in both.
    pub figures: usize,
    /// Those of them whose intervals lie apart.
    pub apart: usize,
}

/// A run with the name of its folder.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// The folder, as it was named.
    pub results: &'a str,
    /// What lies there.
    pub evidence: &'a Evidence,
}

impl Comparison {
    /// Compares two runs.
    pub fn of(first: Named<'_>, second: Named<'_>) -> Self {
        let runs = [first.evidence, second.evidence];
        let parts = Parts::between(runs);
        let seen = runs.map(Seen::of);
        let (differences, compared) = observed::differences(runs, &seen, &parts);
        let missing = lack::missing(runs, &seen);
        let (figures, measured) = figures::pairs(runs, &parts);
        let grounds = claims::Grounds {
            differences: &differences,
            missing: &missing,
            parts: &parts,
        };
        let claims = claims::pairs(runs, grounds);
        let mut comparison = Self {
            schema: "tiers.comparison/1",
            first: Side::of(first),
            second: Side::of(second),
            summary: Summary::default(),
            parts: parts.into_vec(),
            claims,
            differences,
            figures,
            missing,
        };
        comparison.summary = comparison.count(compared, measured);
        comparison
    }

    /// Says whether nothing that both runs observed behaves otherwise.
    pub fn behaves_alike(&self) -> bool {
        self.summary.behaviour == 0
    }

    fn count(&self, compared: usize, figures: usize) -> Summary {
        let kinds = self.differences.iter().map(|difference| difference.kind);
        let verdicts = self.claims.iter().filter_map(|claim| claim.kind);
        let kinds: Vec<Kind> = kinds.chain(verdicts).collect();
        let of = |kind| kinds.iter().filter(|other| **other == kind).count();
        let same = self.claims.iter().filter(|claim| claim.kind.is_none());
        let apart = self.figures.iter().filter(|pair| pair.apart == Some(true));
        Summary {
            compared,
            behaviour: of(Kind::Behaviour),
            machine: of(Kind::Machine) + self.figures.len(),
            missing: of(Kind::Missing) + self.missing.len(),
            same_verdicts: same.count(),
            figures,
            apart: apart.count(),
        }
    }
}

impl Side {
    fn of(run: Named<'_>) -> Self {
        let oracle = run.evidence.oracle();
        let said = oracle.and_then(|oracle| run.evidence.said(&oracle.name));
        Self {
            results: run.results.into(),
            finished: run.evidence.finished(),
            quick: run.evidence.is_quick(),
            oracle: said.map(str::to_owned),
        }
    }
}

#[cfg(test)]
mod tests;
