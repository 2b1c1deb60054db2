//! What was done to the project's own work, and whether anything was lost: what stands in `faults.jsonl`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{FolderError, rows};

/// The version of a line's shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum FaultTrialsSchema {
    /// The first.
    #[default]
    #[serde(rename = "tiers.fault-trials/1")]
    V1,
}

/// What kind of harm is tried.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum FaultPart {
    /// The work is interrupted, and goes on.
    Interruption,
    /// A program means harm to its host.
    Program,
    /// What is read was written by chance, or to mislead.
    Input,
    /// Very much is asked at once, and part of it goes wrong.
    Load,
}

/// Trials of one kind: one work, one fault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FaultTrials {
    /// The version of this shape.
    pub schema: FaultTrialsSchema,
    /// What kind of harm is tried.
    pub part: FaultPart,
    /// What it is done to, for instance `reproduce`.
    pub work: String,
    /// What is done, for instance `SIGKILL`.
    pub fault: String,
    /// What chance was drawn from; null where there is none in it.
    pub seed: Option<u64>,
    /// SHA-256 of the program that was tried.
    pub program_sha256: String,
    /// How many trials there were.
    pub tried: u64,
    /// In how many of them the fault came while there still was something to be harmed.
    pub struck: u64,
    /// How many of them ended in harm: something lost, doubled, wrong, or half-written and taken for whole.
    pub harmed: u64,
    /// What the harm was: the first of it, in words.
    pub harm: Vec<String>,
    /// Whatever else was counted, by what it is of, with its unit last.
    #[serde(default)]
    pub counts: BTreeMap<String, u64>,
}

fn path_in(dir: &Path) -> PathBuf {
    dir.join("faults.jsonl")
}

/// Returns the trials in the results folder `dir`: of each kind the last ones. A line at the end that was interrupted
/// counts for nothing; where there is no log there are none.
pub fn read_faults(dir: &Path) -> Result<Vec<FaultTrials>, FolderError> {
    let rows: Vec<FaultTrials> = rows::read(&path_in(dir))?;
    let kind = |row: &FaultTrials| (row.part, row.work.clone(), row.fault.clone());
    let last: BTreeMap<_, _> = rows.into_iter().map(|row| (kind(&row), row)).collect();
    Ok(last.into_values().collect())
}

/// Appends `trials` to the log in the results folder `dir`, unless they stand there already as the last of their kind.
pub fn append_faults(dir: &Path, trials: &FaultTrials) -> Result<(), FolderError> {
    rows::append(&path_in(dir), trials, |other| {
        (other.part, &other.work, &other.fault) == (trials.part, &trials.work, &trials.fault)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trials(work: &str, fault: &str, tried: u64) -> FaultTrials {
        FaultTrials {
            schema: FaultTrialsSchema::V1,
            part: FaultPart::Interruption,
            work: work.into(),
            fault: fault.into(),
            seed: Some(1),
            program_sha256: "00".into(),
            tried,
            struck: tried,
            harmed: 0,
            harm: Vec::new(),
            counts: BTreeMap::new(),
        }
    }

    #[test]
    fn the_last_trials_of_a_kind_count_and_all_stay() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path();
        assert_eq!(read_faults(dir).unwrap(), []);
        for row in [
            trials("report", "SIGKILL", 1),
            trials("corpus", "SIGKILL", 2),
            trials("report", "SIGKILL", 3),
            trials("report", "SIGINT", 4),
        ] {
            append_faults(dir, &row).unwrap();
        }
        let expected = [
            trials("corpus", "SIGKILL", 2),
            trials("report", "SIGINT", 4),
            trials("report", "SIGKILL", 3),
        ];
        assert_eq!(read_faults(dir).unwrap(), expected);
        let lines = fs_err::read_to_string(path_in(dir)).unwrap();
        assert_eq!(lines.lines().count(), 4);
    }
}
