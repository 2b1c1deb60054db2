//! One observation, one line.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of a line's shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Schema {
    /// The first.
    #[default]
    #[serde(rename = "tiers.record/1")]
    V1,
}

/// What was observed: the cell, what ran on it, and which of the repetitions this was.
///
/// Together with the metric it names an observation; no two lines of a run share it.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct Subject {
    /// The PoC that asked, for instance `7`.
    pub poc: String,
    /// What ran: a sample's name, a speed program, or `-` for the cell itself.
    pub sample: String,
    /// The problem size given to the program, where it takes one.
    pub m: Option<u64>,
    /// The cell, for instance `light-standalone-x86_64`.
    pub cell: String,
    /// `full`, `light`, or `oracle` for the python3 that everything is compared with.
    pub tier: String,
    /// The way the cell was built, for instance `static`.
    pub build: String,
    /// `x86_64`, `aarch64` or `wasm32-wasip1`.
    pub target: String,
    /// Whether anything had been prepared.
    pub phase: Phase,
    /// Which process of the series, from 0.
    pub process: u32,
    /// Which run inside that process, from 0.
    pub iteration: u32,
}

/// Whether the interpreter had been prepared before the clock ran.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// A fresh exec with nothing prepared.
    Cold,
    /// A clean interpreter handed out by something that was prepared.
    Warm,
    /// No run is told of: the observation is of a file, or of what one run has beyond another.
    Still,
}

/// What was observed of the subject.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// How the cell fared: `result`, `blocked`, `failed` or `not-provisioned`.
    Outcome,
    /// The words that go with the outcome: captured output, or the command that would help.
    Detail,
    /// The interpreter's version as it gives it itself.
    Version,
    /// SHA-256 of the program's text, where that is kept; the text is among the blobs.
    Source,
    /// SHA-256 of what was written to stdout; the bytes are among the blobs.
    Stdout,
    /// SHA-256 of what was written to stderr; the bytes are among the blobs.
    Stderr,
    /// How the process ended: its status, or 128+N after signal N, or 124 and 125 after a limit.
    ExitStatus,
    /// From the start of the process to its end, by the monotonic clock.
    Wall,
    /// Processor time in user mode.
    CpuUser,
    /// Processor time in the kernel.
    CpuSystem,
    /// The largest resident set.
    PeakMemory,
    /// The memory that a process shares with no other (its unique set size): what one more of them takes.
    UnsharedMemory,
    /// The size of the cell's program file.
    Size,
    /// The size of the program with the files and folders that it reads to run Python: what has to be installed.
    Installed,
    /// The dynamic libraries that the program names (NEEDED), sorted, one a line.
    Needed,
    /// The functions that a WebAssembly program asks of its host, as `module.name`, sorted, one a line.
    Imports,
    /// Whether the program printed the right bytes in a root that holds nothing but itself, its dynamic libraries and
    /// the sample: 1 or 0.
    SelfContained,
    /// From the moment in which a clean interpreter is asked for to its word that it is up.
    Ready,
    /// How many instructions were executed in user mode: counted by callgrind, or by the emulator that executed them.
    Instructions,
    /// SHA-256 of a table of the functions in which they were executed; the table is among the blobs: on each line a number
    /// of instructions and a function, separated by a tab.
    Profile,
    /// How many values were sent to an isolate and came back.
    Checked,
    /// How many of them came back as something else.
    Changed,
    /// Whether a value came back as it was sent: 1 or 0.
    Unchanged,
    /// Whether a program saw what the one before it had left: 1 or 0.
    Crossed,
    /// From a program's source, of as many lines as the problem size says, to the decision where it may run.
    Decision,
}

/// What the value counts.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Nanoseconds.
    Ns,
    /// Bytes.
    Bytes,
    /// An exit status.
    Status,
    /// A SHA-256 digest in hexadecimal.
    Sha256,
    /// Words.
    Text,
    /// 1 for yes, 0 for no.
    Flag,
    /// A number of things.
    Count,
}

/// What was observed: a whole number or words. Nothing here is measured in fractions.
// Untagged, so that a line reads `"value":1234`: the two are told apart by JSON itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Value {
    /// A number, in the record's unit.
    Number(u64),
    /// Words or a digest.
    Text(String),
}

impl fmt::Display for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(formatter),
            Self::Text(text) => text.fmt(formatter),
        }
    }
}

/// One line of `records.jsonl`.
///
/// What is observed together is written together: such a *step* is `parts` lines with the same `step`. A step of which
/// lines are missing at the end of the file was interrupted and counts for nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Record {
    /// The version of this shape.
    pub schema: Schema,
    /// The step's number in this run, from 0.
    pub step: u64,
    /// Which line of its step this is, from 0.
    pub part: u32,
    /// How many lines the step has.
    pub parts: u32,
    /// What was observed.
    pub subject: Subject,
    /// What of it.
    pub metric: Metric,
    /// The observation.
    pub value: Value,
    /// What the value counts.
    pub unit: Unit,
}

impl Record {
    /// Returns the value where it is a number.
    pub fn number(&self) -> Option<u64> {
        match self.value {
            Value::Number(number) => Some(number),
            Value::Text(_) => None,
        }
    }

    /// Returns the value where it is words.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Number(_) => None,
            Value::Text(text) => Some(text),
        }
    }
}
