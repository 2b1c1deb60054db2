//! The programs of a suite, as a manifest names them.

use std::collections::HashSet;
use std::path::Path;

use corpus::Entry;
use lab::Sample;
use pocs::SuiteProgram;

use crate::failure::Failure;

/// Returns the programs of the suite whose manifest lies at `manifest`.
pub(super) fn programs(manifest: &Path) -> Result<Vec<SuiteProgram>, Failure> {
    let listing = corpus::list(manifest)?;
    let programs: Vec<SuiteProgram> = listing.entries.into_iter().map(program).collect();
    let mut names = HashSet::new();
    match programs.iter().find(|one| !names.insert(&one.sample.name)) {
        Some(twice) => Err(Failure::usage(format_args!(
            "{}: two programs would be called {}",
            manifest.display(),
            twice.sample.name
        ))),
        None => Ok(programs),
    }
}

fn program(entry: Entry) -> SuiteProgram {
    SuiteProgram {
        sample: Sample {
            name: name(&entry.name),
            path: entry.path,
        },
        args: entry.args.into_iter().map(Into::into).collect(),
    }
}

/// Returns what a program of a suite is called: the folder that it has for itself, or its file.
fn name(file: &str) -> String {
    let stem = file.strip_suffix(".py").unwrap_or(file);
    let folder = stem.strip_suffix("/run_benchmark");
    folder.unwrap_or(stem).replace('/', ".")
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_program_is_called_by_its_folder_or_its_file() {
        assert_eq!(name("nbody/run_benchmark.py"), "nbody");
        assert_eq!(name("floats/nbody.py"), "floats.nbody");
    }
}
