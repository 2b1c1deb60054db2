//! What a host was measured at: what stands in `costs.json`.

use std::path::Path;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{FolderError, write_atomically};

/// The file's name.
const COSTS: &str = "costs.json";

/// The version of the file's shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum HostCostsSchema {
    /// The first.
    #[default]
    #[serde(rename = "tiers.costs/1")]
    V1,
}

/// What runs cost on the two tiers of a host, by the times in the same folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HostCosts {
    /// The version of this shape.
    pub schema: HostCostsSchema,
    /// The model name of the processor that it was measured on.
    pub cpu: String,
    /// The Full tier.
    pub full: TierCosts,
    /// The Light tier, as it runs contained.
    pub light: TierCosts,
}

/// What a run costs on one cell: a start, and each step of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TierCosts {
    /// The cell.
    pub cell: String,
    /// The median time of a program that does next to nothing, in nanoseconds.
    pub start_ns: u64,
    /// One step, in picoseconds: the geometric mean over the speed programs. A step is what the dispatcher counts as one.
    pub step_ps: u64,
}

impl HostCosts {
    /// Reads what is known of the host from the results folder `dir`; none where nothing is.
    pub fn read(dir: &Path) -> Result<Option<Self>, FolderError> {
        let path = dir.join(COSTS);
        let text = match fs_err::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let corrupt = |why: String| FolderError::Corrupt {
            path: path.clone(),
            why,
        };
        let costs: Self =
            serde_json::from_slice(&text).map_err(|error| corrupt(error.to_string()))?;
        if costs.holds_zero() {
            return Err(corrupt("nothing costs nothing".into()));
        }
        Ok(Some(costs))
    }

    /// Writes it into the results folder `dir`. The file appears whole.
    pub fn write(&self, dir: &Path) -> Result<(), FolderError> {
        let path = dir.join(COSTS);
        let mut text = serde_json::to_vec_pretty(self).map_err(crate::LogError::from)?;
        text.push(b'\n');
        Ok(write_atomically(&path, &text)?)
    }

    fn holds_zero(&self) -> bool {
        let costs = [&self.full, &self.light].map(|tier| [tier.start_ns, tier.step_ps]);
        costs.as_flattened().contains(&0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn costs(step_ps: u64) -> HostCosts {
        let tier = |cell: &str| TierCosts {
            cell: cell.into(),
            start_ns: 10_000_000,
            step_ps,
        };
        HostCosts {
            schema: HostCostsSchema::V1,
            cpu: "a processor".into(),
            full: tier("full"),
            light: tier("light"),
        }
    }

    #[test]
    fn what_was_written_is_read() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(HostCosts::read(folder.path()).unwrap(), None);
        costs(50_000).write(folder.path()).unwrap();
        assert_eq!(HostCosts::read(folder.path()).unwrap(), Some(costs(50_000)));
    }

    #[test]
    fn what_is_no_cost_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        costs(0).write(folder.path()).unwrap();
        let error = HostCosts::read(folder.path()).unwrap_err().to_string();
        assert!(error.contains("nothing costs nothing"), "{error}");
        fs_err::write(folder.path().join(COSTS), "{").unwrap();
        let error = HostCosts::read(folder.path()).unwrap_err().to_string();
        assert!(error.contains(COSTS), "{error}");
    }
}
