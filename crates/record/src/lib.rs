//! What stands on disk.
//!
//! A *run* of the artifact leaves a folder:
//!
//! ```text
//! fingerprint.json      what was measured: machine, toolchain, programs, every binary by its SHA-256
//! records.jsonl         the observations, one a line, only ever appended to
//! blobs/SHA256          the outputs that records name by their SHA-256
//! corpus/NAME.jsonl     what each program of a corpus did, one a line
//! corpus/scores.jsonl   how the dispatcher did over each corpus, one a line, only ever appended to
//! hdr/WORK.CELL.hlog    the same times as HdrHistogram interval logs
//! faults.jsonl          what was done to the project's own work, and whether anything was lost, one kind a line
//! rebuilds.jsonl        programs that were built twice, and the parts in which two builds differ
//! second/               a folder like this one: the same run, made once more
//! peers/                a folder like this one: the comparison with peers, which is a run of its own
//! costs.json            what runs cost on the two tiers of the host, by those observations
//! complete.json         written last: how many records, and their SHA-256
//! ro-crate-metadata.json, provenance.intoto.json   the same in the words of others' tools (crate `provenance`)
//! lock                  held while somebody writes
//! ```
//!
//! This crate knows how to write and read such a folder and what its lines mean; and what an entry of the catalogue of
//! divergences, whose text a run keeps, says of itself. It measures nothing, judges nothing and knows no interpreter.

mod corpus;
mod costs;
mod divergence;
mod faults;
mod fingerprint;
mod folder;
mod log;
mod observation;
mod rebuilds;
mod rows;

pub use corpus::{
    ChoiceCounts, CorpusScore, CorpusScoreSchema, Difference, Differing, Fallback, Obstacle,
    UnsafeAccept, append_score, read_scores, scores_in,
};
pub use costs::{HostCosts, HostCostsSchema, TierCosts};
pub use divergence::{Divergence, DivergenceError, Provenance};
pub use faults::{FaultPart, FaultTrials, FaultTrialsSchema, append_faults, read_faults};
pub use fingerprint::{
    BinaryPrint, CellPrint, CpuPrint, Fingerprint, MachinePrint, Role, Settings,
};
pub use folder::{Completion, Folder, FolderError, ReadFolder, sha256_hex, write_atomically};
pub use log::{LogError, RecordLog, read_records, records_in};
pub use observation::{Metric, Phase, Record, Schema, Subject, Unit, Value};
pub use rebuilds::{
    BuiltOnce, Rebuild, RebuildSchema, RebuiltUnder, append_rebuild, read_rebuilds,
};

/// The comparison with peers: the name under which it asks, in the place of a `PoC`'s number, and of its folder within a
/// run's.
pub const PEERS: &str = "peers";

/// What stands in the place of a PoC's number where the programs of a suite that others wrote are timed, and the folder of
/// that run within the results.
pub const SUITE: &str = "suite";

/// The same run, made once more: the name of its folder within the first's.
pub const SECOND: &str = "second";
