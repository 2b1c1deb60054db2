//! The cells that a corpus is tried on.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use lab::{Cell, Lab, LabError, Provisioned};
use record::{Role, sha256_hex};
use tiers::{Command, Environment, Finished, Io, Limits, Stdin, run_command};

use crate::CorpusError;

/// Where Light runs contained.
const CONTAINED: &str = "wasm32-wasip1";

/// What a run may use up. A memory limit is kept by guests in a session only, so there is none here.
const LIMITS: Limits = Limits {
    time: Some(Duration::from_secs(20)),
    output_bytes: Some(16 << 20),
    memory_bytes: None,
};

/// The cells that a corpus is tried on, as they are on this machine.
#[derive(Clone, Debug)]
pub struct Cells<'a> {
    pub(crate) oracle: Place<'a>,
    pub(crate) full: Place<'a>,
    pub(crate) light: Place<'a>,
}

/// A cell on this machine.
#[derive(Clone, Debug)]
pub(crate) struct Place<'a> {
    cell: &'a Cell,
    provisioned: Provisioned,
}

impl<'a> Cells<'a> {
    /// Returns the oracle, the Full tier on its target, and the Light tier: as it runs contained, or the cell of that name.
    pub fn of(lab: &'a Lab, light: Option<&str>) -> Result<Self, CorpusError> {
        let (oracle, _) = lab.oracle()?;
        let light = match light {
            Some(name) => lab.matrix.cell(name)?,
            None => tier(lab, "light", CONTAINED)?,
        };
        Ok(Self {
            oracle: place(lab, oracle)?,
            full: place(lab, tier(lab, "full", &oracle.target)?)?,
            light: place(lab, light)?,
        })
    }

    /// Returns the name of the cell of the Light tier.
    pub fn light(&self) -> &str {
        &self.light.cell.name
    }

    /// Returns the names of all three cells.
    pub fn names(&self) -> [&str; 3] {
        [&self.oracle, &self.full, &self.light].map(|place| place.cell.name.as_str())
    }

    /// Returns a digest of the programs of all three cells, and of what runs them.
    pub fn digest(&self) -> Result<String, CorpusError> {
        let mut sums = String::new();
        for place in [&self.oracle, &self.full, &self.light] {
            let provisioned = &place.provisioned;
            let runner = provisioned.runner.first().map(Path::new);
            for file in runner.into_iter().chain([provisioned.program.as_path()]) {
                sums.push_str(&sha256_hex(&fs_err::read(file)?));
            }
        }
        Ok(sha256_hex(sums.as_bytes()))
    }
}

fn tier<'a>(lab: &'a Lab, tier: &str, target: &str) -> Result<&'a Cell, CorpusError> {
    let is_it = |cell: &&Cell| {
        let judged = cell.role == Role::Candidate && cell.session;
        judged && cell.tier == tier && cell.target == target
    };
    let found = lab.matrix.cells.iter().find(is_it);
    found.ok_or_else(|| CorpusError::NoTier {
        tier: tier.to_owned(),
        target: target.to_owned(),
    })
}

fn place<'a>(lab: &Lab, cell: &'a Cell) -> Result<Place<'a>, CorpusError> {
    let provisioned = lab
        .look_for(cell)
        .map_err(|lack| LabError::NotProvisioned {
            cell: cell.name.clone(),
            provision: lack.provision,
        })?;
    Ok(Place { cell, provisioned })
}

impl Place<'_> {
    /// Runs `file` with `args`, from its own folder, so that no folder's name gets into its output.
    pub(crate) fn run(
        &self,
        file: &Path,
        args: &[String],
        hash_seed: u32,
    ) -> Result<Finished, CorpusError> {
        let name = file.file_name().map_or(file, Path::new);
        let args: Vec<OsString> = args.iter().map(OsString::from).collect();
        let program = self.provisioned.program.clone().into_os_string();
        let mut words = self.provisioned.runner.iter().cloned().chain([program]);
        let first = words.next().unwrap_or_default();
        let command = Command {
            program: first.into(),
            args: words.chain(self.cell.arguments(name, &args)).collect(),
            environment: environment(hash_seed),
            directory: file.parent().map(Path::to_owned),
            stdin: Stdin::Empty,
        };
        Ok(run_command(&command, Io::captured(), &LIMITS)?)
    }
}

/// Returns the environment of every run: the same everywhere but for the hash seed.
fn environment(hash_seed: u32) -> Environment {
    let variables = [
        ("LC_ALL", "C.UTF-8".to_owned()),
        ("PATH", "/usr/bin:/bin".to_owned()),
        ("PYTHONDONTWRITEBYTECODE", "1".to_owned()),
        ("PYTHONHASHSEED", hash_seed.to_string()),
    ];
    let variables = variables.map(|(name, value)| (name.into(), value.into()));
    Environment::Exactly(variables.into())
}
