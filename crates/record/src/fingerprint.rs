//! What was measured, on what.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Everything that a run's numbers depend on. Two runs with equal fingerprints but for `machine` measured the same
/// programs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fingerprint {
    /// `tiers.fingerprint/1`.
    pub schema: String,
    /// The machine.
    pub machine: MachinePrint,
    /// How the run was asked for.
    pub settings: Settings,
    /// The cells that were to be measured, in the order of `cells.toml`.
    pub cells: Vec<CellPrint>,
    /// Each cell's program, by the cell's name; a cell without a program here was not provisioned. And each file that
    /// runs programs of another target, by its own name.
    pub binaries: BTreeMap<String, BinaryPrint>,
    /// SHA-256 of each input file (samples, cells, locks), by its path in the project.
    pub inputs: BTreeMap<String, String>,
}

/// The machine, as far as it bears on numbers. No names, no paths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MachinePrint {
    /// Kernel name and release.
    pub kernel: String,
    /// The distribution, as it calls itself.
    pub distribution: String,
    /// The architecture, for instance `x86_64`.
    pub architecture: String,
    /// The processor.
    pub cpu: CpuPrint,
    /// Physical memory, in bytes.
    pub memory_bytes: u64,
    /// The C library's version.
    pub libc: String,
}

/// The processor, and what may make its clock unsteady.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CpuPrint {
    /// Its name.
    pub model: String,
    /// How many processors this process may use.
    pub usable: u64,
    /// The frequency governor, where the kernel tells.
    pub governor: Option<String>,
    /// Whether the frequency may be boosted, where the kernel tells.
    pub boost: Option<bool>,
    /// Whether the machine is a virtual one.
    pub virtual_machine: bool,
}

/// How the run was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Settings {
    /// Whether it was a quick one.
    pub quick: bool,
    /// The seed of everything drawn by chance (orders, bootstrap).
    pub seed: u64,
    /// `PYTHONHASHSEED` of every Python process.
    pub python_hash_seed: u32,
}

/// One cell of the matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CellPrint {
    /// Its name, for instance `light-standalone-x86_64`.
    pub name: String,
    /// `full`, `light`, `oracle` or `peer`.
    pub tier: String,
    /// The way it was built.
    pub build: String,
    /// `x86_64`, `aarch64` or `wasm32-wasip1`; of a peer, also another.
    pub target: String,
    /// What it is there for.
    pub role: Role,
    /// Whether it is the build that the paper measured.
    pub as_paper: bool,
    /// The `PoC`s that it takes part in, by their numbers in the paper.
    pub pocs: Vec<String>,
    /// The one thing in which it differs from the cell before it in the chain of `PoC` 4.5, which begins at the oracle;
    /// none where it is no link of that chain.
    pub factor: Option<String>,
    /// What the output of an attempt must hold for it to count as blocked; none where the cell is no attempt.
    pub obstacle: Option<String>,
    /// The oracle that the cell is compared with, where that is not the first: one of the cell's own Python version.
    #[serde(default)]
    pub oracle: Option<String>,
    /// Whether its machine code runs on an emulator: its bytes count, its times do not.
    #[serde(default)]
    pub emulated: bool,
}

/// What a cell is there for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The python3 that all others are compared with.
    Oracle,
    /// A python3 of another version, which only the cells that name it are compared with.
    #[serde(rename = "other-oracle")]
    OtherOracle,
    /// The oracle once more, under another name: what differs between the two is noise.
    Control,
    /// A way to run Python that is being judged.
    #[default]
    Candidate,
    /// A build as the paper tried it; its command builds. Only such a cell can be blocked.
    Attempt,
    /// Another way to run Python, made by others, which runs beside ours. No claim is judged by it.
    Peer,
}

/// One cell's program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BinaryPrint {
    /// SHA-256 of the file.
    pub sha256: String,
    /// Its size, in bytes.
    pub size_bytes: u64,
    /// How it was built, as its builder wrote down: compiler, profile, features, lock, and for Full the CPython inside.
    pub build: BTreeMap<String, String>,
}

impl Fingerprint {
    /// Returns the names of the parts in which two fingerprints differ, other than the machine.
    pub fn differences(&self, other: &Self) -> Vec<&'static str> {
        let mut parts = Vec::new();
        if self.settings != other.settings {
            parts.push("settings");
        }
        if self.cells != other.cells {
            parts.push("cells");
        }
        if self.binaries != other.binaries {
            parts.push("binaries");
        }
        if self.inputs != other.inputs {
            parts.push("inputs");
        }
        parts
    }
}
