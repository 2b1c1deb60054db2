//! The modules beside a program, as CPython finds them in `sys.path[0]`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use dispatch::Loader;

use super::read::{self, Source};
use super::shadows;

/// How many modules are read for one program.
const MODULES_MAX: usize = 256;

/// How much of them is read together, in bytes.
const MODULES_BYTES_MAX: usize = 8 << 20;

/// How deep packages may stand in each other.
const DEPTH_MAX: usize = 16;

/// What an extension module's file ends with. CPython prefers one to a source file of the same name.
const EXTENSIONS: [&str; 3] = [".cpython-312-x86_64-linux-gnu.so", ".abi3.so", ".so"];

/// The modules in a program's folder. What was read is kept: a run on Light is given exactly what the analysis saw.
#[derive(Debug)]
pub(super) struct Neighbours {
    /// The folder that the program's file is in once links are followed: that is `sys.path[0]`.
    folder: PathBuf,
    /// Source by its path from the folder.
    read: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Neighbours {
    /// Returns the modules beside the program in `file`.
    pub(super) fn of(file: &Path) -> Self {
        let real = file.canonicalize().unwrap_or_else(|_| file.to_owned());
        Self {
            folder: real.parent().unwrap_or_else(|| Path::new("/")).to_owned(),
            read: Mutex::default(),
        }
    }

    /// Returns the folder that they are in.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns what was read, by its path from the folder.
    pub(super) fn into_read(self) -> Vec<(String, Vec<u8>)> {
        let read = self
            .read
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        read.into_iter().collect()
    }

    /// Returns where the module is whose name has these parts: none where it is not plain source in regular packages.
    fn place(&self, parts: &[&str]) -> Option<String> {
        let (last, packages) = parts.split_last()?;
        let mut path = String::new();
        for package in packages {
            path = format!("{path}{package}/");
            self.folder
                .join(format!("{path}__init__.py"))
                .metadata()
                .ok()?;
        }
        let exists = |ending: &str| self.folder.join(format!("{path}{last}{ending}")).exists();
        if exists("/__init__.py") {
            return Some(format!("{path}{last}/__init__.py"));
        }
        if EXTENSIONS.iter().any(|ending| exists(ending)) {
            return None;
        }
        exists(".py").then(|| format!("{path}{last}.py"))
    }

    /// Reads the file at `path` from the folder, while no bound is passed.
    fn take(&self, path: String) -> Option<Vec<u8>> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(source) = read.get(&path) {
            return Some(source.clone());
        }
        let bytes: usize = read.values().map(Vec::len).sum();
        match read::source(&self.folder.join(&path)) {
            Ok(Source::Text(source))
                if read.len() < MODULES_MAX && bytes + source.len() <= MODULES_BYTES_MAX =>
            {
                read.insert(path, source.clone());
                Some(source)
            }
            _ => None,
        }
    }
}

impl Loader for Neighbours {
    /// What is not loaded is not known, and therefore not safe: so every doubt is a `None`.
    fn load(&self, name: &str) -> Option<Vec<u8>> {
        let parts: Vec<&str> = name.split('.').collect();
        if parts.len() > DEPTH_MAX || !parts.iter().all(|part| is_plain(part)) {
            return None;
        }
        if shadows::is_of_the_library(parts[0]) {
            return None;
        }
        // Importing a module runs the packages it is in: they are part of what was seen.
        for count in 1..parts.len() {
            self.take(self.place(&parts[..count])?)?;
        }
        self.take(self.place(&parts)?)
    }
}

/// Says whether `part` is a name that is one file name, the same in every encoding and normal form.
fn is_plain(part: &str) -> bool {
    let mut letters = part.bytes();
    letters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic() || first == b'_')
        && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == b'_')
        && part.len() <= 200
}
