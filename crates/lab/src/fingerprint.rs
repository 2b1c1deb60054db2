//! What a run measures, before it begins.

use std::collections::BTreeMap;
use std::path::Path;

use record::{BinaryPrint, Fingerprint, Settings, sha256_hex};

use crate::machine::machine;
use crate::{Lab, LabError};

/// The field of a program's build that names the files that run it where the machine itself cannot.
const RUNNER: &str = "runner";

/// `PYTHONHASHSEED` of every Python process that is measured.
pub const PYTHON_HASH_SEED: u32 = 0;

/// Returns the fingerprint of a run of `lab`.
pub(crate) fn fingerprint(lab: &Lab, quick: bool, seed: u64) -> Result<Fingerprint, LabError> {
    Ok(Fingerprint {
        schema: "tiers.fingerprint/1".into(),
        machine: machine(),
        settings: Settings {
            quick,
            seed,
            python_hash_seed: PYTHON_HASH_SEED,
        },
        cells: lab.matrix.cells.iter().map(crate::Cell::print).collect(),
        binaries: binaries(lab)?,
        inputs: inputs(lab)?,
    })
}

pub(crate) fn binaries(lab: &Lab) -> Result<BTreeMap<String, BinaryPrint>, LabError> {
    let mut binaries = BTreeMap::new();
    for cell in &lab.matrix.cells {
        let Some(provisioned) = lab.provisioned(cell) else {
            continue;
        };
        if let Some(compiled) = provisioned.compiled()
            && let Some(name) = compiled.file_name()
        {
            let name = name.to_string_lossy().into_owned();
            binaries.insert(name, binary(&compiled, BTreeMap::new())?);
        }
        let mut print = binary(&provisioned.program, provisioned.build)?;
        let runner: Vec<&str> = cell.runner_names().collect();
        if !runner.is_empty() {
            print.build.insert(RUNNER.into(), runner.join(" "));
        }
        binaries.insert(cell.name.clone(), print);
        for name in runner {
            if !binaries.contains_key(name) {
                let path = lab.guests.folder().join(name);
                binaries.insert(name.to_owned(), binary(&path, lab.build_of(name))?);
            }
        }
    }
    Ok(binaries)
}

fn binary(path: &Path, build: BTreeMap<String, String>) -> Result<BinaryPrint, LabError> {
    let bytes = fs_err::read(path)?;
    Ok(BinaryPrint {
        sha256: sha256_hex(&bytes),
        size_bytes: bytes.len() as u64,
        build,
    })
}

fn inputs(lab: &Lab) -> Result<BTreeMap<String, String>, LabError> {
    let mut inputs = BTreeMap::new();
    for path in lab.project.inputs()? {
        let bytes = fs_err::read(lab.project.root().join(&path))?;
        inputs.insert(path.to_string_lossy().into_owned(), sha256_hex(&bytes));
    }
    Ok(inputs)
}
