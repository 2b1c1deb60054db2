//! The files of a folder by their digests.

use std::path::Path;

use record::sha256_hex;
use serde::Serialize;

use crate::{CRATE, ProvenanceError, STATEMENT};

/// Where outputs lie, each under its SHA-256. Records name them, so whoever knows the records knows them.
pub(crate) const BLOBS: &str = "blobs";

/// A file of a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FileDigest {
    /// Its path within the folder, with slashes.
    pub path: String,
    /// Its SHA-256.
    pub sha256: String,
    /// Its size, in bytes.
    pub size_bytes: u64,
}

/// Returns the files of a results folder but its outputs, the lock, and what this crate writes, sorted by path.
pub(crate) fn of_results(folder: &Path) -> std::io::Result<Vec<FileDigest>> {
    let left_out = |path: &str| {
        let unfinished = Path::new(path)
            .extension()
            .is_some_and(|ending| ending == "unfinished");
        unfinished || [CRATE, STATEMENT, BLOBS, "lock"].contains(&path)
    };
    of(folder, left_out)
}

/// Returns the files of a folder, sorted by path, but for those files and folders that are `left_out`.
pub(crate) fn of(
    folder: &Path,
    left_out: impl Fn(&str) -> bool,
) -> std::io::Result<Vec<FileDigest>> {
    let mut files = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(within) = folders.pop() {
        for entry in fs_err::read_dir(folder.join(&within))? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if within.is_empty() {
                name
            } else {
                format!("{within}/{name}")
            };
            if left_out(&path) {
                continue;
            }
            if entry.file_type()?.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs_err::read(entry.path())?;
            files.push(FileDigest {
                path,
                sha256: sha256_hex(&bytes),
                size_bytes: bytes.len() as u64,
            });
        }
    }
    files.sort();
    Ok(files)
}

/// Sees to it that every output is the one that its name says.
pub(crate) fn check_blobs(folder: &Path) -> Result<(), ProvenanceError> {
    let blobs = folder.join(BLOBS);
    if !blobs.exists() {
        return Ok(());
    }
    for entry in fs_err::read_dir(blobs)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if sha256_hex(&fs_err::read(&path)?) != name {
            return Err(ProvenanceError::Blob(path));
        }
    }
    Ok(())
}
