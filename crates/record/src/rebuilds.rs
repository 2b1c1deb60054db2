//! Programs that were built twice: what stands in `rebuilds.jsonl`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{FolderError, rows};

/// The version of a line's shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum RebuildSchema {
    /// The first.
    #[default]
    #[serde(rename = "tiers.rebuild/1")]
    V1,
}

/// Under which names of folders a program was built again, at another time and in another folder.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum RebuiltUnder {
    /// Under the same: other folders were mounted there.
    SameNames,
    /// Under others.
    OtherNames,
}

/// One of two builds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BuiltOnce {
    /// SHA-256 of the program.
    pub sha256: String,
    /// Its size, in bytes.
    pub size_bytes: u64,
}

/// A program that was built twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rebuild {
    /// The version of this shape.
    pub schema: RebuildSchema,
    /// The program.
    pub program: String,
    /// How the second build was made.
    pub under: RebuiltUnder,
    /// Both builds.
    pub builds: [BuiltOnce; 2],
    /// The parts in which they differ (sections, by their names), sorted; none where they are the same.
    pub differing_parts: Vec<String>,
    /// Words that stand in one of them only, the first few, for each: the place, the time or the order that a builder put there.
    pub differing_words: [Vec<String>; 2],
}

impl Rebuild {
    /// Says whether both builds are the same, bit by bit.
    pub fn is_identical(&self) -> bool {
        self.builds[0].sha256 == self.builds[1].sha256
    }
}

fn path_in(dir: &Path) -> PathBuf {
    dir.join("rebuilds.jsonl")
}

/// Returns the rebuilds in the results folder `dir`: of each program and way the last. Where there is no log there are none.
pub fn read_rebuilds(dir: &Path) -> Result<Vec<Rebuild>, FolderError> {
    let rows: Vec<Rebuild> = rows::read(&path_in(dir))?;
    let kind = |row: &Rebuild| (row.program.clone(), row.under);
    let last: BTreeMap<_, _> = rows.into_iter().map(|row| (kind(&row), row)).collect();
    Ok(last.into_values().collect())
}

/// Appends `rebuild` to the log in the results folder `dir`, unless it stands there already as the last of its kind.
pub fn append_rebuild(dir: &Path, rebuild: &Rebuild) -> Result<(), FolderError> {
    rows::append(&path_in(dir), rebuild, |other| {
        (&other.program, other.under) == (&rebuild.program, rebuild.under)
    })
}
