//! Digests the dispatcher's source and evidence, so that a score can name the rules that it is of.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use sha2::{Digest as _, Sha256};

/// What decides, from this crate's folder, in which cargo starts a build script.
const PARTS: [&str; 3] = [
    "../dispatch/build.rs",
    "../dispatch/src",
    "../dispatch/evidence",
];

fn main() -> io::Result<()> {
    let mut digest = Sha256::new();
    for part in PARTS {
        println!("cargo::rerun-if-changed={part}");
        take_in(Path::new(part), &mut digest)?;
    }
    let mut sum = String::new();
    for byte in digest.finalize() {
        let _ = write!(sum, "{byte:02x}");
    }
    println!("cargo::rustc-env=TIERS_RULES_SHA256={sum}");
    Ok(())
}

/// Takes in the name and the content of every file below `path`, in an order that is always the same.
fn take_in(path: &Path, digest: &mut Sha256) -> io::Result<()> {
    if path.is_dir() {
        let entries = fs::read_dir(path)?.map(|entry| Ok(entry?.file_name()));
        let mut names = entries.collect::<io::Result<Vec<_>>>()?;
        names.sort();
        for file in names {
            take_in(&path.join(&file), digest)?;
        }
        return Ok(());
    }
    let content = fs::read(path)?;
    digest.update(format!("{} {}\n", path.display(), content.len()));
    digest.update(content);
    Ok(())
}
