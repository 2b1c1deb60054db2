//! The programs of a corpus.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use record::sha256_hex;

use crate::{CorpusError, manifest};

/// A program of a corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name in the corpus.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// What it is given.
    pub args: Vec<String>,
    /// SHA-256 of its source and its arguments.
    pub key: String,
}

/// What a corpus holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The programs, in an order that is always the same.
    pub entries: Vec<Entry>,
    /// How many were left out because the same program stands there already.
    pub duplicates: usize,
    /// The seed that the programs were drawn from, where people did not write them.
    pub seed: Option<u64>,
    /// SHA-256 over all programs.
    pub sha256: String,
}

/// One of the parts that a corpus is divided into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Which, from 1.
    pub number: usize,
    /// Of how many.
    pub of: usize,
}

impl Entry {
    pub(crate) fn new(name: String, path: PathBuf, args: Vec<String>, source: &[u8]) -> Self {
        // No argument holds a NUL, so that no two programs come to the same bytes.
        let mut keyed = sha256_hex(source).into_bytes();
        for arg in &args {
            keyed.push(0);
            keyed.extend_from_slice(arg.as_bytes());
        }
        Self {
            name,
            path,
            args,
            key: sha256_hex(&keyed),
        }
    }
}

impl Shard {
    /// Returns the programs of this part. Each program is in one part, and the parts are of one size, or nearly.
    pub fn of(self, entries: Vec<Entry>) -> Vec<Entry> {
        let skipped = self.number - 1;
        entries.into_iter().skip(skipped).step_by(self.of).collect()
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('/');
        let numbers = parts.and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        match numbers {
            Some((number, of)) if (1..=of).contains(&number) => Ok(Self { number, of }),
            _ => Err("a shard is i/n, with i from 1 to n".into()),
        }
    }
}

/// Returns the programs of the corpus at `path`: those in a folder and the folders below it, or those that a manifest names.
pub fn list(path: &Path) -> Result<Listing, CorpusError> {
    let (entries, seed) = if std::fs::metadata(path)?.is_dir() {
        let mut entries = Vec::new();
        for file in python_files(path)? {
            let name = file.strip_prefix(path).unwrap_or(&file);
            let name = name.display().to_string();
            let source = fs_err::read(&file)?;
            entries.push(Entry::new(name, file, Vec::new(), &source));
        }
        (entries, None)
    } else {
        manifest::read(path)?
    };
    if entries.is_empty() {
        return Err(CorpusError::Empty(path.to_owned()));
    }
    let found = entries.len();
    let mut keys = HashSet::new();
    let entries: Vec<Entry> = entries
        .into_iter()
        .filter(|entry| keys.insert(entry.key.clone()))
        .collect();
    Ok(Listing {
        duplicates: found - entries.len(),
        seed,
        sha256: digest(&entries),
        entries,
    })
}

fn digest(entries: &[Entry]) -> String {
    let keys: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
    sha256_hex(keys.join("\n").as_bytes())
}

fn python_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs_err::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<_>>()?;
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(python_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            files.push(path);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_listed_in_order_and_without_doubles() {
        let folder = tempfile::tempdir().unwrap();
        fs_err::create_dir(folder.path().join("b")).unwrap();
        for (name, source) in [
            ("c.py", "1"),
            ("a.py", "2"),
            ("b/d.py", "3"),
            ("e.py", "2"),
            ("f.txt", "4"),
        ] {
            fs_err::write(folder.path().join(name), source).unwrap();
        }
        let listing = list(folder.path()).unwrap();
        let names: Vec<&str> = listing.entries.iter().map(|e| e.name.as_str()).collect();
        assert_eq!(
            (names, listing.duplicates),
            (vec!["a.py", "b/d.py", "c.py"], 1)
        );
        fs_err::write(folder.path().join("a.py"), "5").unwrap();
        assert_ne!(list(folder.path()).unwrap().sha256, listing.sha256);
        let empty = tempfile::tempdir().unwrap();
        assert!(matches!(list(empty.path()), Err(CorpusError::Empty(_))));
    }

    #[test]
    fn shards_divide_a_corpus() {
        let entry = |n: usize| Entry::new(n.to_string(), "p".into(), Vec::new(), b"");
        let all: Vec<Entry> = (0..10).map(entry).collect();
        let mut names: Vec<String> = (1..=3)
            .flat_map(|number| Shard { number, of: 3 }.of(all.clone()))
            .map(|entry| entry.name)
            .collect();
        names.sort();
        assert_eq!(names, (0..10).map(|n| n.to_string()).collect::<Vec<_>>());
    }

    #[test]
    fn a_shard_is_read_or_refused() {
        assert_eq!("2/3".parse(), Ok(Shard { number: 2, of: 3 }));
        for wrong in ["0/3", "4/3", "1", "/", "a/b", "1/0", "-1/2"] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn arguments_are_part_of_a_program() {
        let key = |args: &[&str]| {
            let args = args.iter().map(|&arg| arg.to_owned()).collect();
            Entry::new("n".into(), "p".into(), args, b"source").key
        };
        assert_ne!(key(&[]), key(&["1"]));
        assert_ne!(key(&["1", "2"]), key(&["12"]));
    }
}
