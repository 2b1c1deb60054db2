//! Digests the dispatcher's source and evidence, so that a score can name the rules that it is of.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest as _, Sha256};

/// What decides, from this crate's folder.
const PARTS: [&str; 2] = ["../dispatch/src", "../dispatch/evidence"];

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut digest = Sha256::new();
    for part in PARTS {
        println!("cargo::rerun-if-changed={part}");
        take_in(&here.join(part), Path::new(part), &mut digest)?;
    }
    let sum = digest.finalize();
    let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
    println!("cargo::rustc-env=TIERS_RULES_SHA256={sum}");
    Ok(())
}

/// Takes in the name and the content of every file below `path`, in an order that is always the same.
fn take_in(path: &Path, name: &Path, digest: &mut Sha256) -> io::Result<()> {
    if path.is_dir() {
        let entries = fs::read_dir(path)?.map(|entry| Ok(entry?.file_name()));
        let mut names = entries.collect::<io::Result<Vec<_>>>()?;
        names.sort();
        for file in names {
            take_in(&path.join(&file), &name.join(&file), digest)?;
        }
        return Ok(());
    }
    let content = fs::read(path)?;
    digest.update(format!("{} {}\n", name.display(), content.len()));
    digest.update(content);
    Ok(())
}
