//! The shapes that other programs read.
//!
//! They are documents of their own rather than the inner types: what is inside may change where it reads better, and
//! what others rely on may not.

use record::{CellPrint, CorpusScore, Fingerprint, Record, Role};
use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;

use crate::claims::{self, Counterexample, Reference, Verdict};
use crate::corpora;
use crate::evidence::Evidence;
use crate::fidelity::{Fidelity, SampleRow, SampleVerdict};
use crate::outcome::{self, Outcome};
use crate::portability;
use crate::speed::Estimate;

mod bench;
mod figures;

pub use bench::{
    BenchCell, BenchDocument, BenchGoal, BenchMean, BenchReady, BenchRow, bench, peers, suite,
};

/// One `PoC`, cell by cell: `tiers.poc/1`.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PocDocument {
    /// `tiers.poc/1`.
    pub schema: &'static str,
    /// The `PoC`.
    pub poc: String,
    /// Whether the run came to its end.
    pub finished: bool,
    /// What the oracle says of itself.
    pub oracle: Option<String>,
    /// The cells that take part in it, in the order of the matrix.
    pub cells: Vec<PocCell>,
    /// How the dispatcher did over corpora, where it takes some: each as it was scored last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corpora: Vec<CorpusScore>,
}

/// One cell of a `PoC`.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PocCell {
    /// The cell's name.
    pub cell: String,
    /// `full`, `light` or `oracle`.
    pub tier: String,
    /// The way it was built.
    pub build: String,
    /// `x86_64`, `aarch64` or `wasm32-wasip1`.
    pub target: String,
    /// `oracle`, `other-oracle`, `control`, `candidate` or `attempt`.
    pub role: Role,
    /// The cell that its samples are compared with; null where it is itself what others are compared with, or builds.
    pub oracle: Option<String>,
    /// Whether its machine code ran on an emulator. Then it has no figures of time.
    pub emulated: bool,
    /// What it ended in; null while the run has not come to it.
    pub outcome: Option<Outcome>,
    /// The words that go with the outcome: of an attempt that is blocked, the captured output.
    pub detail: String,
    /// What its interpreter says of itself.
    pub version: Option<String>,
    /// The dynamic libraries that its program names.
    pub needed: Option<Vec<String>>,
    /// The functions that its program, where it is WebAssembly, asks of its host, as `module.name`.
    pub imports: Option<Vec<String>>,
    /// The one thing in which it differs from the cell before it in the chain of PoC 4.5; null where it is no link of it.
    pub factor: Option<String>,
    /// The samples and probes that ran. An oracle, which others are compared with, has none.
    pub samples: Vec<PocSample>,
    /// What was measured, beside the samples.
    pub figures: Vec<Figure>,
}

/// One sample on one cell.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PocSample {
    /// The sample.
    pub sample: String,
    /// What came of comparing it with the oracle's run.
    pub verdict: SampleVerdict,
    /// SHA-256 of what the cell printed.
    pub sha256: String,
    /// SHA-256 of what the oracle printed.
    pub oracle_sha256: String,
    /// The verdict in words.
    pub note: String,
}

/// One number.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Figure {
    /// What it is of.
    ///
    /// - `size`, `self_contained`, `needed`, `imports`: the program as a file, with how many dynamic libraries it names and
    ///   how many functions it asks of its host.
    /// - `peak_memory`: the largest resident set over the runs of the PoC's samples; of a program that an engine or an
    ///   emulator runs it is that one's, with the program inside.
    /// - `WORK/M/median`, `WORK/M/ratio_to_python3`: a speed program; `WORK/M/ratio_to_BUILD` where a PoC compares with
    ///   another build too, for instance `pure/1000000/ratio_to_shared`.
    /// - `values/table`, `values/unchanged`, `values/checked`, `values/changed`: values sent to an isolate and back, those
    ///   of a fixed table and generated ones.
    /// - `calls/WAY/M/median`, `calls/WAY/a`, `calls/WAY/b`: M calls made in one way (`process`, `isolate`, `shared`), and
    ///   the line a + b·M through their times; `calls/WAY/a_instructions`, `calls/WAY/b_instructions`: the same line through
    ///   the numbers of instructions, where they were counted.
    /// - `break_even/WAY/OTHER`: from how many calls on a way costs no more than another (`python3`, or a way on the same
    ///   cell); 0 where it never costs more, and left out where it never costs as little.
    /// - `isolation/WAY/tried`, `isolation/WAY/crossed`: kinds of things that a program may leave, and those of them that
    ///   the next program saw.
    /// - `factor/WORK/share`, `factor/WORK/fraction`, `factor/WORK/instructions`: what a link of the chain of PoC 4.5 adds
    ///   to the link before it that was measured, in time, as a fraction of the whole, and in instructions.
    pub name: String,
    /// The number.
    pub value: f64,
    /// Its interval's lower end, where it has one.
    pub low: Option<f64>,
    /// Its interval's upper end, where it has one; of a break-even, null where the interval has no end.
    pub high: Option<f64>,
    /// What it counts: `ms`, `ms/call`, `ratio`, `bytes`, `calls`, `count`, `count/call` or `flag`.
    pub unit: &'static str,
}

/// The claims with their verdicts: `tiers.claims/1`.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ClaimsDocument {
    /// `tiers.claims/1`.
    pub schema: &'static str,
    /// Whether the run came to its end.
    pub finished: bool,
    /// Whether it was a quick one.
    pub quick: bool,
    /// What the oracle says of itself.
    pub oracle: Option<String>,
    /// The claims: fidelity, speed, portability.
    pub claims: Vec<ClaimRow>,
}

/// One claim with its verdict.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ClaimRow {
    /// The claim's name.
    pub id: &'static str,
    /// What the data say of it.
    pub verdict: Verdict,
    /// What the paper says.
    pub words: &'static str,
    /// The value that the paper gives.
    pub paper: String,
    /// How near a measurement must come, fixed before anything was measured.
    pub tolerance: String,
    /// What was measured; null where nothing was.
    pub measured: Option<String>,
    /// The measured ratio, where the claim is of one.
    pub interval: Option<Estimate>,
    /// Why the verdict is what it is.
    pub reason: String,
    /// The part of the paper that says it.
    pub section: &'static str,
    /// The command that measures it alone.
    pub command: &'static str,
    /// Where in the records the verdict comes from.
    pub evidence: Vec<Reference>,
    /// The program that refutes a general statement.
    pub counterexample: Option<Counterexample>,
}

/// Returns the document of one `PoC`.
pub fn poc(evidence: &Evidence, poc: &str) -> PocDocument {
    PocDocument {
        schema: "tiers.poc/1",
        poc: poc.into(),
        finished: evidence.finished(),
        oracle: oracle(evidence),
        cells: evidence
            .cells_of(poc)
            .map(|cell| poc_cell(evidence, poc, cell))
            .collect(),
        corpora: corpora_of(evidence, poc),
    }
}

/// Returns the document of the claims.
pub fn claims(evidence: &Evidence) -> ClaimsDocument {
    ClaimsDocument {
        schema: "tiers.claims/1",
        finished: evidence.finished(),
        quick: evidence.is_quick(),
        oracle: oracle(evidence),
        claims: claims::judge_all(evidence)
            .into_iter()
            .map(claim_row)
            .collect(),
    }
}

/// Returns the JSON Schema of each document and of what stands on disk, with the file name that it is published under.
pub fn schemas() -> Vec<(&'static str, Schema)> {
    vec![
        ("tiers.bench.json", schema_for!(BenchDocument)),
        ("tiers.claims.json", schema_for!(ClaimsDocument)),
        ("tiers.fingerprint.json", schema_for!(Fingerprint)),
        ("tiers.poc.json", schema_for!(PocDocument)),
        ("tiers.record.json", schema_for!(Record)),
    ]
}

fn oracle(evidence: &Evidence) -> Option<String> {
    evidence.said(&evidence.oracle()?.name).map(str::to_owned)
}

fn corpora_of(evidence: &Evidence, poc: &str) -> Vec<CorpusScore> {
    if poc != corpora::POC {
        return Vec::new();
    }
    let scored = corpora::scored(evidence).into_iter();
    scored.map(|scored| scored.score.clone()).collect()
}

fn poc_cell(evidence: &Evidence, poc: &str, cell: &CellPrint) -> PocCell {
    let (outcome, detail) = outcome::of(evidence, poc, &cell.name).unzip();
    let portability = portability::row(evidence, poc, cell);
    PocCell {
        cell: cell.name.clone(),
        tier: cell.tier.clone(),
        build: cell.build.clone(),
        target: cell.target.clone(),
        role: cell.role,
        oracle: compared(cell)
            .then(|| Some(evidence.oracle_of(cell)?.name.clone()))
            .flatten(),
        emulated: cell.emulated,
        outcome,
        detail: detail.unwrap_or_default().to_owned(),
        figures: figures::of(evidence, poc, &portability),
        factor: cell.factor.clone(),
        version: portability.version,
        needed: portability.needed,
        imports: portability.imports,
        samples: samples(evidence, poc, cell),
    }
}

/// Says whether what the cell prints is compared with an oracle's.
fn compared(cell: &CellPrint) -> bool {
    matches!(cell.role, Role::Control | Role::Candidate | Role::Peer)
}

fn samples(evidence: &Evidence, poc: &str, cell: &CellPrint) -> Vec<PocSample> {
    if !compared(cell) {
        return Vec::new();
    }
    let samples = Fidelity::of(evidence, poc, cell).rows;
    let probes = evidence.probes();
    let probes = probes
        .iter()
        .filter_map(|probe| crate::fidelity::row(evidence, poc, &cell.name, probe));
    samples.into_iter().chain(probes).map(poc_sample).collect()
}

fn poc_sample(row: SampleRow) -> PocSample {
    let SampleRow {
        sample,
        verdict,
        sha256,
        oracle_sha256,
        note,
        ..
    } = row;
    PocSample {
        sample,
        verdict,
        sha256,
        oracle_sha256,
        note,
    }
}

fn claim_row((claim, judgement): (claims::Claim, claims::Judgement)) -> ClaimRow {
    ClaimRow {
        id: claim.id,
        verdict: judgement.verdict,
        words: claim.words,
        paper: claim.paper.to_string(),
        tolerance: claim.tolerance.to_string(),
        measured: judgement.measured,
        interval: judgement.interval,
        reason: judgement.reason,
        section: claim.section,
        command: claim.command,
        evidence: judgement.evidence,
        counterexample: judgement.counterexample,
    }
}

#[cfg(test)]
mod tests;
