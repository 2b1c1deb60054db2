//! No entry of the catalogue of divergences is safe, and some of the programs that were written without a thought of Light are.

use std::path::{Path, PathBuf};

use dispatch::{NoModules, analyse};

/// The programs under a folder of the samples.
fn programs(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../samples")
        .join(folder);
    let mut found = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "py") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn is_safe(path: &Path) -> bool {
    analyse(&std::fs::read(path).unwrap(), &NoModules).light_safe()
}

#[test]
fn every_divergence_is_refused() {
    let entries = programs("divergences");
    assert!(entries.len() >= 150, "{}", entries.len());
    let accepted: Vec<_> = entries.into_iter().filter(|path| is_safe(path)).collect();
    assert!(accepted.is_empty(), "{accepted:#?}");
}

#[test]
fn some_ordinary_programs_are_accepted() {
    let programs = programs("corpora/ordinary/tune");
    let accepted = programs.iter().filter(|path| is_safe(path)).count();
    assert!(
        accepted * 4 >= programs.len(),
        "{accepted} of {}",
        programs.len()
    );
}
