//! The samples: CPython's bytes, in a component too.

use std::path::{Path, PathBuf};

use crate::guest::{Folder, status, stdout};

/// What asyncio's event loop wakes itself by, and an instance does not have.
const SOCKETS: &[&str] = &["asyncio_tasks"];

/// Returns the programs of a folder of samples.
fn programs(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../samples")
        .join(folder);
    let entries = folder.canonicalize().unwrap().read_dir().unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut programs: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    programs.sort();
    assert!(!programs.is_empty());
    programs
}

fn assert_prints_the_expected(program: &Path) {
    let output = Folder::new().exec(&[program.to_str().unwrap()]);
    let expected = std::fs::read_to_string(program.with_extension("expected")).unwrap();
    assert_eq!(stdout(&output), expected, "{}", program.display());
    assert_eq!(status(output.status), 0, "{}", program.display());
}

#[test]
fn all_idioms_print_the_bytes_of_cpython() {
    for program in programs("idioms") {
        assert_prints_the_expected(&program);
    }
}

#[test]
fn all_constructs_do_that_take_no_sockets() {
    for program in programs("syntax") {
        let name = program.file_stem().unwrap().to_str().unwrap();
        if !SOCKETS.contains(&name) {
            assert_prints_the_expected(&program);
            continue;
        }
        let output = Folder::new().exec(&[program.to_str().unwrap()]);
        assert_eq!(status(output.status), 1, "{name}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("in socketpair\n"), "{name}: {said}");
    }
}
