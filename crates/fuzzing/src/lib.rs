//! What hostile input is fed to, and what has to hold then.
//!
//! A [`Target`] is a function of bytes that panics where something does not hold that always should. The same functions are
//! fed in two ways:
//!
//! - by a fuzzer, which looks for bytes that nobody thought of: `./artifact fuzz`, over the programs in `fuzz/`, which call
//!   these functions and do nothing else. It takes minutes for each target, and tools that nothing else needs;
//! - by this crate's own test, which feeds what the fuzzer kept (`fuzz/corpus`) and thousands of seeded mutations of it. It
//!   takes seconds, needs nothing, and is a part of `./artifact test`.
//!
//! Whole programs for the command line, by the same [`mutate`], are the binary `mutations`' to make.
//!
//! These functions assert instead of returning errors: whoever feeds them wants to be stopped at the first fault.

mod any;
mod decision;
mod manifests;
pub mod mutate;
mod protocol;
mod records;

use std::path::{Path, PathBuf};

/// Something that is fed with bytes.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name: of its program in `fuzz/fuzz_targets`, and of its folder in `fuzz/corpus`.
    pub name: &'static str,
    /// Feeds it.
    pub feed: fn(&[u8]),
}

/// All of them.
pub const TARGETS: [Target; 5] = [
    Target {
        name: "any",
        feed: any::feed,
    },
    Target {
        name: "decision",
        feed: decision::feed,
    },
    Target {
        name: "manifests",
        feed: manifests::feed,
    },
    Target {
        name: "protocol",
        feed: protocol::feed,
    },
    Target {
        name: "records",
        feed: records::feed,
    },
];

/// Feeds `bytes` to the target called `name`.
pub fn feed(name: &str, bytes: &[u8]) {
    let target = TARGETS.iter().find(|target| target.name == name);
    let known = "a target of that name is among those of the crate `fuzzing`";
    (target.expect(known).feed)(bytes);
}

impl Target {
    /// Returns the inputs that are kept for this target, in the order of their names.
    pub fn kept(&self) -> std::io::Result<Vec<Vec<u8>>> {
        let folder = repository().join("fuzz/corpus").join(self.name);
        let mut files: Vec<PathBuf> = fs_err::read_dir(folder)?
            .map(|entry| Ok(entry?.path()))
            .collect::<std::io::Result<_>>()?;
        files.sort();
        files.into_iter().map(fs_err::read).collect()
    }
}

/// Returns the repository's folder, where this crate was compiled.
fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Splits off the first byte, by which targets with several inputs choose one.
fn choice(bytes: &[u8]) -> Option<(u8, &[u8])> {
    bytes.split_first().map(|(first, rest)| (*first, rest))
}
