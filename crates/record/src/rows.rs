//! Append-only logs of rows: one line of JSON for each.

use std::fs::TryLockError;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{FolderError, LogError};

/// Returns the rows of the log at `path`, in the order in which they were made. A line at the end that was interrupted
/// counts for nothing; where there is no log there are no rows.
pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, FolderError> {
    match fs_err::read(path) {
        Ok(text) => Ok(whole(path, &text)?),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error.into()),
    }
}

/// Returns the whole rows of `text`, as if it stood in the log at `path`.
pub(crate) fn whole<T: DeserializeOwned>(path: &Path, text: &[u8]) -> Result<Vec<T>, LogError> {
    parse(path, whole_lines(text))
}

/// Appends `row` to the log at `path`, unless it stands there already as the last one `of_its_kind`: a run that goes on
/// doubles nothing.
pub(crate) fn append<T: Serialize + DeserializeOwned + PartialEq>(
    path: &Path,
    row: &T,
    of_its_kind: impl Fn(&T) -> bool,
) -> Result<(), FolderError> {
    if let Some(folder) = path.parent() {
        fs_err::create_dir_all(folder)?;
    }
    let mut options = fs_err::OpenOptions::new();
    options.create(true).truncate(false).read(true).write(true);
    let mut file = options.open(path)?.into_file();
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(FolderError::Busy(path.to_owned())),
        Err(TryLockError::Error(error)) => return Err(error.into()),
    }
    let mut text = Vec::new();
    file.read_to_end(&mut text)?;
    let kept = whole_lines(&text);
    let rows: Vec<T> = parse(path, kept)?;
    if rows.iter().rfind(|other| of_its_kind(other)) == Some(row) {
        return Ok(());
    }
    file.set_len(kept.len() as u64)?;
    file.seek(SeekFrom::End(0))?;
    let mut line = serde_json::to_vec(row).map_err(LogError::from)?;
    line.push(b'\n');
    file.write_all(&line)?;
    Ok(file.sync_data()?)
}

fn whole_lines(text: &[u8]) -> &[u8] {
    let end = text.iter().rposition(|byte| *byte == b'\n');
    &text[..end.map_or(0, |at| at + 1)]
}

fn parse<T: DeserializeOwned>(path: &Path, lines: &[u8]) -> Result<Vec<T>, LogError> {
    let lines = lines.split_inclusive(|byte| *byte == b'\n').enumerate();
    let rows = lines.map(|(index, line)| {
        serde_json::from_slice(line).map_err(|error| LogError::Corrupt {
            path: path.to_owned(),
            line: index + 1,
            why: error.to_string(),
        })
    });
    rows.collect()
}
