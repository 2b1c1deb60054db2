//! What a user's environment holds stays there: records, books and statements are for others to read.

use std::path::{Path, PathBuf};

use crate::support::{SmallProject, called};

/// Variables as they stand in the environment of whoever runs `tiers`, in no way that anything else is called.
const SECRETS: [(&str, &str); 4] = [
    ("AWS_SECRET_ACCESS_KEY", "wJalr-q7zv-secret-of-a-cloud"),
    ("Q7ZV_MADE_UP_VARIABLE", "q7zv-made-up-value"),
    ("HOME", "/nowhere/q7zv-home"),
    ("USER", "q7zv-user"),
];

/// A program that tells all that it is told.
const TELLS: &str =
    "import os\nfor name in sorted(os.environ):\n    print(name, os.environ[name])\n";

/// What every measured process is told, by `METHODOLOGY.md`; some C libraries add to it for themselves.
const TOLD: &str = "LC_ALL C.UTF-8\nPATH /usr/bin:/bin\nPYTHONHASHSEED 0\n";

#[test]
fn nothing_of_a_users_environment_gets_into_results_or_book() {
    let project = SmallProject::new();
    project.write("samples/idioms/99_environment.py", TELLS);
    let args = ["reproduce", "--quick", "--results", "r", "--out", "book"];
    let run = called(&project.command(&args).envs(SECRETS).output().unwrap());
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        files(&project.path("r/blobs")).any(|(_, bytes)| bytes == TOLD.as_bytes()),
        "the program that tells its environment was told something else"
    );
    let mut read = 0;
    for (path, bytes) in files(&project.path("r")).chain(files(&project.path("book"))) {
        for needle in needles() {
            assert!(!holds(&bytes, needle), "{} holds {needle}", path.display());
        }
        read += 1;
    }
    assert!(read > 100, "{read} files");
}

/// The secrets, and the names of those variables that nothing but a secret has.
fn needles() -> impl Iterator<Item = &'static str> {
    let names = SECRETS[..2].iter().map(|(name, _)| *name);
    names.chain(SECRETS.iter().map(|(_, value)| *value))
}

fn holds(bytes: &[u8], needle: &str) -> bool {
    bytes
        .windows(needle.len())
        .any(|window| window == needle.as_bytes())
}

/// All files in `folder` and those below it.
fn files(folder: &Path) -> Box<dyn Iterator<Item = (PathBuf, Vec<u8>)>> {
    let entries = std::fs::read_dir(folder).unwrap();
    Box::new(entries.flat_map(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return files(&path);
        }
        let bytes = std::fs::read(&path).unwrap();
        Box::new(std::iter::once((path, bytes)))
    }))
}
