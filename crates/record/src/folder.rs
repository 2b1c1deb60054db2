//! The folder that a run leaves.

use std::fs::{File, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{Fingerprint, LogError, Metric, Record, RecordLog, Subject, Unit, Value, read_records};

const RECORDS: &str = "records.jsonl";
const FINGERPRINT: &str = "fingerprint.json";
const COMPLETE: &str = "complete.json";

/// Why a results folder could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// A file could not be opened, read or written.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// The log of observations could not be read or written.
    #[error(transparent)]
    Log(#[from] LogError),
    /// There are no results in the folder.
    #[error("{0} holds no results")]
    Empty(PathBuf),
    /// Somebody else is writing to the folder.
    #[error("{0} is being written to by another run")]
    Busy(PathBuf),
    /// The folder's run measured something else than the one that wants to go on with it.
    #[error("{folder} holds a run with other {parts}")]
    OtherRun {
        /// The folder.
        folder: PathBuf,
        /// The parts of the fingerprint that differ.
        parts: String,
    },
    /// A file does not hold what it should.
    #[error("{path}: {why}")]
    Corrupt {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        why: String,
    },
}

/// Written last: what the run consisted of when it was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Completion {
    /// `tiers.completion/1`.
    pub schema: String,
    /// How many records there are.
    pub records: u64,
    /// SHA-256 of `records.jsonl`.
    pub records_sha256: String,
    /// SHA-256 of `fingerprint.json`.
    pub fingerprint_sha256: String,
}

/// A folder being written to. Nobody else can write to it meanwhile.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    log: RecordLog,
    records: Vec<Record>,
    _lock: File,
}

/// A folder as it is read: its complete steps, and what they speak of.
#[derive(Clone, Debug)]
pub struct ReadFolder {
    path: PathBuf,
    /// The records of all complete steps, in order.
    pub records: Vec<Record>,
    /// What was measured.
    pub fingerprint: Fingerprint,
    /// What the finished run says of itself; none while it is unfinished.
    pub completion: Option<Completion>,
}

impl Folder {
    /// Starts a run in `path`. Results that lie there already are kept: their folder is renamed to `path.1`, `path.2`
    /// and so on, which is returned.
    pub fn start(
        path: &Path,
        fingerprint: &Fingerprint,
    ) -> Result<(Self, Option<PathBuf>), FolderError> {
        fs_err::create_dir_all(path)?;
        let lock = lock(path)?;
        if !path.join(RECORDS).exists() {
            return Ok((Self::begin(path, lock, fingerprint)?, None));
        }
        let kept = free_sibling(path);
        fs_err::rename(path, &kept)?;
        fs_err::create_dir(path)?;
        let new_lock = self::lock(path)?;
        drop(lock);
        Ok((Self::begin(path, new_lock, fingerprint)?, Some(kept)))
    }

    /// Goes on with the run in `path`, or starts one where there is none. The run there must have measured the same
    /// things with the same settings.
    pub fn resume(path: &Path, fingerprint: &Fingerprint) -> Result<Self, FolderError> {
        fs_err::create_dir_all(path)?;
        let lock = lock(path)?;
        if !path.join(FINGERPRINT).exists() {
            return Self::begin(path, lock, fingerprint);
        }
        let before: Fingerprint = read_json(&path.join(FINGERPRINT))?;
        let parts = before.differences(fingerprint);
        if !parts.is_empty() {
            return Err(FolderError::OtherRun {
                folder: path.to_owned(),
                parts: parts.join(", "),
            });
        }
        Self::open(path, lock)
    }

    fn begin(path: &Path, lock: File, fingerprint: &Fingerprint) -> Result<Self, FolderError> {
        write_atomically(&path.join(FINGERPRINT), &pretty(fingerprint)?)?;
        Self::open(path, lock)
    }

    fn open(path: &Path, lock: File) -> Result<Self, FolderError> {
        let (log, records) = RecordLog::open(&path.join(RECORDS))?;
        Ok(Self {
            path: path.to_owned(),
            log,
            records,
            _lock: lock,
        })
    }

    /// Returns the folder's path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns all records so far.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// Appends one step; see [`RecordLog::append`]. A completion written before no longer holds and is removed first.
    pub fn append(
        &mut self,
        observations: Vec<(Subject, Metric, Value, Unit)>,
    ) -> Result<(), FolderError> {
        remove_if_there(&self.path.join(COMPLETE))?;
        self.records.extend(self.log.append(observations)?);
        Ok(())
    }

    /// Keeps `bytes` among the blobs and returns their SHA-256.
    pub fn keep(&self, bytes: &[u8]) -> Result<String, FolderError> {
        let name = sha256_hex(bytes);
        let path = blob_path(&self.path, &name);
        if !path.exists() {
            fs_err::create_dir_all(self.path.join("blobs"))?;
            write_atomically(&path, bytes)?;
        }
        Ok(name)
    }

    /// Writes a file derived from the records, such as a histogram, at `name` within the folder.
    pub fn derive(&self, name: &str, bytes: &[u8]) -> Result<(), FolderError> {
        let path = self.path.join(name);
        if let Some(parent) = path.parent() {
            fs_err::create_dir_all(parent)?;
        }
        Ok(write_atomically(&path, bytes)?)
    }

    /// Declares the run done.
    pub fn complete(&self) -> Result<Completion, FolderError> {
        let completion = Completion {
            schema: "tiers.completion/1".into(),
            records: self.records.len() as u64,
            records_sha256: sha256_hex(&fs_err::read(self.path.join(RECORDS))?),
            fingerprint_sha256: sha256_hex(&fs_err::read(self.path.join(FINGERPRINT))?),
        };
        write_atomically(&self.path.join(COMPLETE), &pretty(&completion)?)?;
        Ok(completion)
    }

    /// Reads the folder at `path`. What a finished run says of itself is checked against what lies there.
    pub fn open_for_reading(path: &Path) -> Result<ReadFolder, FolderError> {
        if !path.join(RECORDS).exists() || !path.join(FINGERPRINT).exists() {
            return Err(FolderError::Empty(path.to_owned()));
        }
        let folder = ReadFolder {
            path: path.to_owned(),
            records: read_records(&path.join(RECORDS))?,
            fingerprint: read_json(&path.join(FINGERPRINT))?,
            completion: if path.join(COMPLETE).exists() {
                Some(read_json(&path.join(COMPLETE))?)
            } else {
                None
            },
        };
        folder.check_completion()?;
        Ok(folder)
    }
}

impl ReadFolder {
    /// Returns the bytes whose SHA-256 is `sha256`, having checked that they are.
    pub fn blob(&self, sha256: &str) -> Result<Vec<u8>, FolderError> {
        let path = blob_path(&self.path, sha256);
        let bytes = fs_err::read(&path)?;
        if sha256_hex(&bytes) != sha256 {
            let why = "its SHA-256 is not the one in its name: it was changed".into();
            return Err(FolderError::Corrupt { path, why });
        }
        Ok(bytes)
    }

    fn check_completion(&self) -> Result<(), FolderError> {
        let Some(completion) = &self.completion else {
            return Ok(());
        };
        for (name, expected) in [
            (RECORDS, &completion.records_sha256),
            (FINGERPRINT, &completion.fingerprint_sha256),
        ] {
            let path = self.path.join(name);
            if sha256_hex(&fs_err::read(&path)?) != *expected {
                let why = format!("its SHA-256 is not the one in {COMPLETE}: it was changed");
                return Err(FolderError::Corrupt { path, why });
            }
        }
        Ok(())
    }
}

/// Returns the SHA-256 of `bytes` in hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let digest = Sha256::digest(bytes);
    digest.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn lock(folder: &Path) -> Result<File, FolderError> {
    let path = folder.join("lock");
    let file = fs_err::OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)?;
    let file = file.into_file();
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(FolderError::Busy(folder.to_owned())),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

fn free_sibling(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default();
    let sibling = |n: u32| {
        let mut name = name.to_owned();
        name.push(format!(".{n}"));
        path.with_file_name(name)
    };
    (1..u32::MAX)
        .map(sibling)
        .find(|sibling| !sibling.exists())
        .unwrap_or_else(|| path.to_owned())
}

fn blob_path(folder: &Path, sha256: &str) -> PathBuf {
    folder.join("blobs").join(sha256)
}

fn remove_if_there(path: &Path) -> std::io::Result<()> {
    match fs_err::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Writes a file under another name first, so that a half-written one is never taken for whole.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".unfinished");
    let mut file = fs_err::File::create(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_data()?;
    fs_err::rename(&unfinished, path)
}

fn pretty<T: Serialize>(value: &T) -> Result<Vec<u8>, FolderError> {
    let mut text = serde_json::to_vec_pretty(value).map_err(LogError::from)?;
    text.push(b'\n');
    Ok(text)
}

fn read_json<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T, FolderError> {
    let text = fs_err::read(path)?;
    serde_json::from_slice(&text).map_err(|error| FolderError::Corrupt {
        path: path.to_owned(),
        why: error.to_string(),
    })
}

#[cfg(test)]
mod tests;
