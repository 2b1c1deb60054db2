//! Every claim judged by both runs.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::parts::{Parts, Topic};
use super::{Difference, Kind, Lack};
use crate::claims::{self, Claim, Judgement, Reference, Tolerance, Verdict};
use crate::evidence::Evidence;
use crate::speed::Estimate;

/// A claim with both verdicts.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ClaimPair {
    /// The claim's name.
    pub id: &'static str,
    /// What the paper says.
    pub words: &'static str,
    /// The value that the paper gives.
    pub paper: String,
    /// How near a measurement must come.
    pub tolerance: String,
    /// What the first run says of it.
    pub first: Judged,
    /// What the second run says of it.
    pub second: Judged,
    /// What kind of thing makes the verdicts differ; null where they are the same.
    pub kind: Option<Kind>,
    /// The parts of the fingerprints that differ and that the differing observations depend on.
    pub reasons: Vec<String>,
}

/// What one run says of a claim.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// What was measured; null where nothing was.
    pub measured: Option<String>,
    /// The measured ratio, where the claim is of one.
    pub interval: Option<Estimate>,
    /// Why the verdict is what it is.
    pub reason: String,
}

/// What the two runs differ in, as far as verdicts rest on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grounds<'a> {
    pub(super) differences: &'a [Difference],
    pub(super) missing: &'a [Lack],
    pub(super) parts: &'a Parts,
}

/// Judges every claim by both runs.
pub(super) fn pairs(runs: [&Evidence; 2], grounds: Grounds<'_>) -> Vec<ClaimPair> {
    let [first, second] = runs.map(claims::judge_all);
    let both = first.into_iter().zip(second);
    both.map(|((claim, first), (_, second))| pair(&claim, [first, second], grounds))
        .collect()
}

fn pair(claim: &Claim, judgements: [Judgement; 2], grounds: Grounds<'_>) -> ClaimPair {
    let references = judgements.iter().flat_map(|judgement| &judgement.evidence);
    let references: Vec<&Reference> = references.collect();
    let touched = Touched::of(claim.tolerance, &references, grounds);
    let verdicts = [&judgements[0], &judgements[1]].map(|judgement| judgement.verdict);
    let kind = (verdicts[0] != verdicts[1]).then(|| touched.kind(claim.tolerance, verdicts));
    let reasons = kind.map(|kind| match touched.reasons(kind) {
        none if none.is_empty() => nearest(kind, &references, grounds.parts),
        reasons => reasons,
    });
    let reasons: Vec<String> = reasons.unwrap_or_default().into_iter().collect();
    let [first, second] = judgements.map(Judged::from);
    ClaimPair {
        id: claim.id,
        words: claim.words,
        paper: claim.paper.to_string(),
        tolerance: claim.tolerance.to_string(),
        first,
        second,
        kind,
        reasons,
    }
}

/// The parts of the fingerprints on which what a judgement looks at depends.
fn nearest(kind: Kind, references: &[&Reference], parts: &Parts) -> BTreeSet<String> {
    let topics = references.iter().map(|reference| Topic {
        kind,
        cell: &reference.cell,
        sample: Some(&reference.sample),
    });
    topics.flat_map(|topic| parts.reasons(topic)).collect()
}

/// The differences that two judgements rest on, and whether one of them lacks what the other rests on.
struct Touched<'a> {
    differences: Vec<&'a Difference>,
    lacks: bool,
}

impl<'a> Touched<'a> {
    fn of(tolerance: Tolerance, references: &[&Reference], grounds: Grounds<'a>) -> Self {
        let rests_on = |difference: &&Difference| {
            let same = |reference: &&Reference| {
                (&reference.cell, &reference.sample, reference.m)
                    == (&difference.cell, &difference.sample, difference.m)
            };
            bears_on(tolerance, difference) && references.iter().any(same)
        };
        let lacks = |lack: &Lack| {
            references.iter().any(|reference| {
                lack.what.is_none()
                    && lack.cell.as_ref() == Some(&reference.cell)
                    && (lack.sample.is_none()
                        || (lack.sample.as_ref(), lack.m) == (Some(&reference.sample), reference.m))
            })
        };
        Self {
            differences: grounds.differences.iter().filter(rests_on).collect(),
            lacks: grounds.missing.iter().any(lacks),
        }
    }

    /// What makes two verdicts differ: behaviour that they rest on; or else that one of the runs cannot tell; or else the
    /// machine, where the claim is of speed or size.
    fn kind(&self, tolerance: Tolerance, verdicts: [Verdict; 2]) -> Kind {
        let of = |kind| {
            self.differences
                .iter()
                .any(|difference| difference.kind == kind)
        };
        if of(Kind::Behaviour) {
            Kind::Behaviour
        } else if self.lacks || of(Kind::Missing) || verdicts.contains(&Verdict::NotMeasurable) {
            Kind::Missing
        } else if is_of_machine(tolerance) {
            Kind::Machine
        } else {
            Kind::Behaviour
        }
    }

    fn reasons(&self, kind: Kind) -> BTreeSet<String> {
        let differences = self.differences.iter();
        let of_kind = differences.filter(|difference| difference.kind == kind);
        let reasons = of_kind.flat_map(|difference| &difference.reasons);
        reasons.cloned().collect()
    }
}

fn is_of_machine(tolerance: Tolerance) -> bool {
    match tolerance {
        Tolerance::Speed | Tolerance::Size | Tolerance::Apart => true,
        Tolerance::Equal | Tolerance::General => false,
    }
}

/// Says whether a difference can move a verdict of that tolerance: one of speed or size is moved by what ran, not by what
/// else is known of the program.
fn bears_on(tolerance: Tolerance, difference: &Difference) -> bool {
    let ran = ["outcome", "stdout", "exit_status"];
    !is_of_machine(tolerance) || ran.contains(&difference.what.as_str())
}

impl From<Judgement> for Judged {
    fn from(judgement: Judgement) -> Self {
        Self {
            verdict: judgement.verdict,
            measured: judgement.measured,
            interval: judgement.interval,
            reason: judgement.reason,
        }
    }
}
