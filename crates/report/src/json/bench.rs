//! The speed programs, alone and beside peers.

use record::{Phase, Role};
use schemars::JsonSchema;
use serde::Serialize;

use super::oracle;
use crate::evidence::Evidence;
use crate::goals::{self, Limit, Reached};
use crate::outcome::Outcome;
use crate::peers::{self, PeerRow};
use crate::poc::{PEERS, SUITE};
use crate::ready::{self, ReadyRow};
use crate::speed::{self, Estimate, SpeedRow};
use crate::suite::{self, Mean, Ratios};

/// The `PoC` that measures speed on all cells.
const BENCH_POC: &str = "7";

/// The speed programs: `tiers.bench/1`.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct BenchDocument {
    /// `tiers.bench/1`.
    pub schema: &'static str,
    /// Whether the run came to its end.
    pub finished: bool,
    /// What the oracle says of itself.
    pub oracle: Option<String>,
    /// One row for each program, size, mode and cell.
    pub rows: Vec<BenchRow>,
    /// The goals, and what was reached; none beside peers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<BenchGoal>,
    /// The interpreters that were prepared; none beside peers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ready: Vec<BenchReady>,
    /// Of a suite: what all programs together come to on each cell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub means: Vec<BenchMean>,
    /// Beside peers: what each cell is, and how it fared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<BenchCell>,
}

/// A goal for speed.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct BenchGoal {
    /// What is to be fast.
    pub goal: &'static str,
    /// The most that its time over python3's may be, where the goal is one.
    pub limit_ratio: Option<f64>,
    /// The most that its median may be, where the goal is one.
    pub limit_ms: Option<f64>,
    /// The fastest cell of those that could meet it; null where nothing was measured.
    pub cell: Option<String>,
    /// The time over python3's, round by round, where the limit is a ratio.
    pub ratio_to_python3: Option<Estimate>,
    /// The median.
    pub median_ms: Option<f64>,
    /// Whether the whole interval, or the median, is within the limit; null where nothing was measured.
    pub met: Option<bool>,
}

/// All programs of a suite on a cell.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct BenchMean {
    /// The cell's name.
    pub cell: String,
    /// How many programs come to the same as on python3.
    pub same: usize,
    /// How many there are.
    pub programs: usize,
    /// The ratios to python3 of those that do.
    pub ratios_to_python3: Option<Ratios>,
}

/// The prepared interpreters of a cell.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct BenchReady {
    /// The cell's name.
    pub cell: String,
    /// How many were asked for.
    pub runs: usize,
    /// From being asked for to being up: the median.
    pub median_ms: f64,
    /// The time within which nine of ten were up.
    pub p90_ms: f64,
    /// The memory that each shares with no other process: the median.
    pub unshared_bytes: Option<f64>,
}

/// One cell in the comparison with peers.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct BenchCell {
    /// The cell's name.
    pub cell: String,
    /// `full`, `light`, `oracle` or `peer`.
    pub tier: String,
    /// The way it was built.
    pub build: String,
    /// `x86_64`, `aarch64`, `wasm32-wasip1` or another.
    pub target: String,
    /// `oracle`, `candidate` or `peer`.
    pub role: Role,
    /// What it ended in; null while the run has not come to it.
    pub outcome: Option<Outcome>,
    /// The words that go with the outcome: of a cell that is not provisioned, the command that would help.
    pub detail: String,
    /// What it says of itself.
    pub version: Option<String>,
    /// What runs its program.
    pub engine: String,
    /// The size of that; null where it is the machine itself.
    pub engine_bytes: Option<u64>,
    /// The size of its program.
    pub size_bytes: Option<u64>,
    /// The size of all that has to be installed for it to run Python, what runs its program apart.
    pub installed_bytes: Option<u64>,
    /// The largest resident set over the runs of the samples, of what runs its program included.
    pub peak_memory_bytes: Option<u64>,
    /// How many of the samples it passes; null for the oracle.
    pub passed: Option<usize>,
    /// How many of them ran on it; null likewise.
    pub samples: Option<usize>,
}

/// One speed program at one size on one cell.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct BenchRow {
    /// `startup`, `pure`, `dynamic` …
    pub work: String,
    /// The problem size.
    pub m: u64,
    /// The cell's name.
    pub cell: String,
    /// `full`, `light` or `oracle`; beside peers also `peer`.
    pub tier: String,
    /// The way it was built.
    pub build: String,
    /// `x86_64`, `aarch64` or `wasm32-wasip1`; of a peer, also another.
    pub target: String,
    /// `oracle`, `control` or `candidate`; beside peers also `peer`.
    pub role: Role,
    /// `cold` or `warm`.
    pub mode: Phase,
    /// Whether the target was emulated, so that its time is no speed.
    pub emulated: bool,
    /// The median wall time; null where a run printed something else than the oracle.
    pub median_ms: Option<f64>,
    /// The median processor time; null likewise.
    pub cpu_ms: Option<f64>,
    /// The time over python3's, round by round; null likewise, or where python3 did not run beside it.
    pub ratio_to_python3: Option<Estimate>,
    /// How far python3 against itself reaches from 1 in the same rounds.
    pub noise: Option<f64>,
    /// How many runs there were.
    pub runs: usize,
    /// How many of them printed something else than the oracle, or failed.
    pub disagreeing: usize,
    /// How many lie unusually far from the median. They are part of all figures.
    pub outliers: usize,
}

/// Returns the document of the speed programs, as PoC 7 runs them.
pub fn bench(evidence: &Evidence) -> BenchDocument {
    BenchDocument {
        schema: "tiers.bench/1",
        finished: evidence.finished(),
        oracle: oracle(evidence),
        rows: bench_rows(evidence, BENCH_POC),
        goals: goals::reached(evidence).iter().map(bench_goal).collect(),
        ready: ready::rows(evidence).iter().map(bench_ready).collect(),
        means: Vec::new(),
        cells: Vec::new(),
    }
}

/// Returns the document of a suite's programs, of whose run `evidence` is.
pub fn suite(evidence: &Evidence) -> BenchDocument {
    let means = suite::means(evidence).into_iter();
    BenchDocument {
        rows: bench_rows(evidence, SUITE.id),
        goals: Vec::new(),
        ready: Vec::new(),
        means: means.map(bench_mean).collect(),
        ..bench(evidence)
    }
}

/// Returns the document of the comparison with peers, of which `evidence` is.
pub fn peers(evidence: &Evidence) -> BenchDocument {
    let cells = peers::rows(evidence);
    BenchDocument {
        rows: bench_rows(evidence, PEERS.id),
        goals: Vec::new(),
        ready: Vec::new(),
        cells: cells.into_iter().map(bench_cell).collect(),
        ..bench(evidence)
    }
}

fn bench_rows(evidence: &Evidence, poc: &str) -> Vec<BenchRow> {
    let rows = evidence.speed();
    let of_poc = rows.iter().filter(|row| row.poc == poc);
    of_poc
        .map(|row| bench_row(row, speed::noise(rows, row)))
        .collect()
}

fn bench_row(row: &SpeedRow, noise: Option<Estimate>) -> BenchRow {
    BenchRow {
        work: row.work.clone(),
        m: row.m,
        cell: row.cell.name.clone(),
        tier: row.cell.tier.clone(),
        build: row.cell.build.clone(),
        target: row.cell.target.clone(),
        role: row.cell.role,
        mode: row.mode,
        emulated: row.emulated,
        median_ms: row.median_ms,
        cpu_ms: row.cpu_ms,
        ratio_to_python3: row.ratio,
        noise: noise.map(|noise| noise.reach()),
        runs: row.runs,
        disagreeing: row.disagreeing,
        outliers: row.outliers,
    }
}

fn bench_mean(mean: Mean<'_>) -> BenchMean {
    BenchMean {
        cell: mean.cell.name.clone(),
        same: mean.same,
        programs: mean.of,
        ratios_to_python3: mean.ratios,
    }
}

fn bench_goal(reached: &Reached<'_>) -> BenchGoal {
    let (limit_ratio, limit_ms) = match reached.goal.limit {
        Limit::Ratio(limit) => (Some(limit), None),
        Limit::Ms(limit) => (None, Some(limit)),
    };
    let found = reached.found;
    BenchGoal {
        goal: reached.goal.words,
        limit_ratio,
        limit_ms,
        cell: found.map(|found| found.cell.name.clone()),
        ratio_to_python3: found.and_then(|found| found.ratio),
        median_ms: found.map(|found| found.median_ms),
        met: reached.is_met,
    }
}

fn bench_ready(row: &ReadyRow<'_>) -> BenchReady {
    BenchReady {
        cell: row.cell.name.clone(),
        runs: row.runs,
        median_ms: row.median_ms,
        p90_ms: row.p90_ms,
        unshared_bytes: row.unshared_bytes,
    }
}

fn bench_cell(row: PeerRow<'_>) -> BenchCell {
    let (outcome, detail) = row.outcome.unzip();
    let (passed, samples) = row.passed.unzip();
    let program = row.program;
    BenchCell {
        cell: program.cell.name,
        tier: program.cell.tier,
        build: program.cell.build,
        target: program.cell.target,
        role: program.cell.role,
        outcome,
        detail: detail.unwrap_or_default().to_owned(),
        version: program.version,
        engine: row.engine,
        engine_bytes: row.engine_bytes,
        size_bytes: program.size_bytes,
        installed_bytes: program.installed_bytes,
        peak_memory_bytes: program.peak_memory_bytes,
        passed,
        samples,
    }
}
