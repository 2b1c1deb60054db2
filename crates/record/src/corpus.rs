//! How the dispatcher did over a corpus: what stands in `corpus/scores.jsonl`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::HostCosts;

mod log;

pub use log::{append_score, read_scores, scores_in};

/// The version of a line's shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum CorpusScoreSchema {
    /// The first.
    #[default]
    #[serde(rename = "tiers.corpus-score/1")]
    V1,
}

/// What one scoring of a corpus counted. Nothing in it is a fraction: those are for whoever reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CorpusScore {
    /// The version of this shape.
    pub schema: CorpusScoreSchema,
    /// The corpus' name.
    pub corpus: String,
    /// SHA-256 over the programs of the corpus: a corpus in which one program is another is another one.
    pub corpus_sha256: String,
    /// The seed that its programs were drawn from; null where people wrote them.
    pub seed: Option<u64>,
    /// The cell of the Light tier.
    pub cell: String,
    /// SHA-256 over the programs of all cells that it ran on.
    pub guests_sha256: String,
    /// SHA-256 over the dispatcher's source and evidence.
    pub rules_sha256: String,
    /// SHA-256 over what was decided for each program. A dispatcher that was written otherwise and decides the same has
    /// other rules by their digest, and the same decisions by this one.
    pub decisions_sha256: String,
    /// What runs cost on the host, by which the choices are made; null where it was not measured, and assumed figures were
    /// taken.
    #[serde(default)]
    pub costs: Option<HostCosts>,
    /// Whether every program was taken for safe on purpose, to see that this is caught.
    pub negative_control: bool,
    /// How many programs the corpus has, those left out and those not tried included.
    pub listed: u64,
    /// How many programs are scored.
    pub programs: u64,
    /// How many are left out because two runs on python3 do not print the same.
    pub unstable: u64,
    /// How many are left out because python3 came to no end with them within the limits.
    pub unfinished: u64,
    /// For how many of those scored Light prints python3's bytes and ends with its status.
    pub light_identical: u64,
    /// How many are accepted: evidence says that Light prints what python3 prints.
    pub light_safe: u64,
    /// How many are accepted, and Light is right.
    pub covered: u64,
    /// How many are accepted although Light prints something else, without a trip.
    pub unsafe_accepts: u64,
    /// How many are accepted and trip on Light, so that they are repeated on Full and nobody saw it.
    pub fallbacks: u64,
    /// In how many the dispatcher finds no use of an exception's text.
    pub message_free: u64,
    /// In how many of those Light prints something else all the same.
    pub message_free_differing: u64,
    /// The first of those.
    pub message_free_example: Option<Differing>,
    /// What was accepted that should not have been.
    pub unsafe_accepted: Vec<UnsafeAccept>,
    /// What was accepted and tripped.
    pub fell_back: Vec<Fallback>,
    /// The rules that refuse programs for which Light is right, with most programs first.
    pub obstacles: Vec<Obstacle>,
    /// What this and other ways to choose come to.
    pub choices: Vec<ChoiceCounts>,
}

/// A program that prints something else on Light.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Differing {
    /// The program.
    pub program: String,
    /// Where the outputs part; null where only the statuses do.
    pub difference: Option<Difference>,
}

/// The first line in which two outputs part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Difference {
    /// Its number, from 1.
    pub line: usize,
    /// What python3 prints there; null where its output is over.
    pub cpython: Option<String>,
    /// What Light prints there; null where its output is over.
    pub light: Option<String>,
}

/// A program that was accepted although Light prints something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UnsafeAccept {
    /// The program.
    pub program: String,
    /// The status on python3 and that on Light.
    pub statuses: [u8; 2],
    /// Where the outputs part; null where only the statuses do.
    pub difference: Option<Difference>,
}

/// A program that was accepted and tripped on Light.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fallback {
    /// The program.
    pub program: String,
    /// What it tripped over.
    pub trip: String,
    /// Whether it had printed the right bytes.
    pub identical: bool,
}

/// A rule that refuses programs for which Light is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Obstacle {
    /// The rule.
    pub rule: String,
    /// How many programs it refuses.
    pub programs: usize,
    /// How many programs it alone refuses.
    pub alone: usize,
}

/// What a way to choose a tier comes to over a corpus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChoiceCounts {
    /// Its name.
    pub name: String,
    /// How many programs it sends to Light.
    pub light_chosen: u64,
    /// How many of them print something else there, and nobody notices.
    pub unsafe_accepts: u64,
    /// How many of them trip there, and are repeated on Full.
    pub fallbacks: u64,
    /// The time of all programs, repeated ones twice.
    pub spent_ns: u64,
    /// The time of all programs with the fastest right choice for each.
    pub best_ns: u64,
    /// The time of all programs on python3.
    pub python3_ns: u64,
}
