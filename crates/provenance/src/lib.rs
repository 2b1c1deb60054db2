//! Where a run's results come from, and where a book comes from, in the words that others' tools read.
//!
//! [`write`] puts two documents beside a run's results: `ro-crate-metadata.json`, which describes the folder as an
//! [RO-Crate](https://w3id.org/ro/crate/1.1) of the profile
//! [Process Run Crate](https://w3id.org/ro/wfrun/process/0.5), and `provenance.intoto.json`, an
//! [in-toto statement](https://in-toto.io/Statement/v1) with a [SLSA provenance](https://slsa.dev/provenance/v1) predicate.
//! [`check`] tells whether those that lie there still say what the results say. [`of_book`] is such a statement about a
//! built book. All three are functions of what lies on the disk: the same folder gives the same bytes.
//!
//! Nothing is named that was not made: identifiers are relative paths, and content hashes as
//! [RFC 6920](https://www.rfc-editor.org/rfc/rfc6920) writes them. No document holds a time of day, because no record
//! does; the one date that RO-Crate asks for, that of publication, is told by whoever publishes.
//!
//! This crate signs nothing, runs nothing and reads no environment.

mod crate_metadata;
mod files;
mod identifier;
mod statement;

use std::path::{Path, PathBuf};

use record::{Fingerprint, Folder, FolderError, write_atomically};
use serde_json::Value;

pub use files::FileDigest;
pub use statement::of_book;

/// The RO-Crate's description of the folder, as the specification names it.
pub const CRATE: &str = "ro-crate-metadata.json";

/// The in-toto statement.
pub const STATEMENT: &str = "provenance.intoto.json";

/// Why provenance could not be told.
#[derive(Debug, thiserror::Error)]
pub enum ProvenanceError {
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// The results cannot be read, or are not what they say they are.
    #[error(transparent)]
    Results(#[from] FolderError),
    /// A document is no JSON.
    #[error("{0} is not JSON: {1}")]
    Json(PathBuf, serde_json::Error),
    /// Only a run that was finished has results to tell of.
    #[error("the run in {0} is unfinished")]
    Unfinished(PathBuf),
    /// An output is not the one that its name says.
    #[error("{0}: its SHA-256 is not the one in its name: it was changed")]
    Blob(PathBuf),
    /// A day is not written as a day.
    #[error("{0:?} is not a day of the form YYYY-MM-DD")]
    Day(String),
}

/// What a document was found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It says what the results say.
    Fresh,
    /// It says something else.
    Stale,
    /// It is not there.
    Missing,
}

/// The results of one run with the digests of their files.
struct Run {
    fingerprint: Fingerprint,
    files: Vec<FileDigest>,
}

/// Writes both documents beside the results in `folder`. The day on which they were `published` is kept from the document
/// that lies there, where none is given; a run that nobody published has none.
pub fn write(folder: &Path, published: Option<&str>) -> Result<(), ProvenanceError> {
    if let Some(day) = published.filter(|day| !is_day(day)) {
        return Err(ProvenanceError::Day(day.to_owned()));
    }
    for (name, text) in documents(folder, published)? {
        write_atomically(&folder.join(name), text.as_bytes())?;
    }
    Ok(())
}

/// Says of each document beside the results in `folder` whether it tells what the results tell. Every output is read.
pub fn check(folder: &Path) -> Result<Vec<(&'static str, State)>, ProvenanceError> {
    files::check_blobs(folder)?;
    let made = documents(folder, None)?;
    let state = |(name, text): (&'static str, String)| {
        let path = folder.join(name);
        let state = if !path.exists() {
            State::Missing
        } else if fs_err::read_to_string(path)? == text {
            State::Fresh
        } else {
            State::Stale
        };
        Ok((name, state))
    };
    made.into_iter().map(state).collect()
}

/// Returns both documents by their names.
fn documents(
    folder: &Path,
    published: Option<&str>,
) -> Result<[(&'static str, String); 2], ProvenanceError> {
    let results = Folder::open_for_reading(folder)?;
    if results.completion.is_none() {
        return Err(ProvenanceError::Unfinished(folder.to_owned()));
    }
    let run = Run {
        fingerprint: results.fingerprint,
        files: files::of_results(folder)?,
    };
    let kept = published_before(folder)?;
    let published = published.or(kept.as_deref());
    Ok([
        (CRATE, text(&crate_metadata::of(&run, published))),
        (STATEMENT, text(&statement::of_run(&run))),
    ])
}

/// The day of publication that the document in `folder` tells.
fn published_before(folder: &Path) -> Result<Option<String>, ProvenanceError> {
    let path = folder.join(CRATE);
    if !path.exists() {
        return Ok(None);
    }
    let text = fs_err::read_to_string(&path)?;
    let document: Value =
        serde_json::from_str(&text).map_err(|error| ProvenanceError::Json(path, error))?;
    let entities = document["@graph"].as_array().into_iter().flatten();
    let root = entities.into_iter().find(|entity| entity["@id"] == "./");
    let day = root.and_then(|root| root["datePublished"].as_str());
    Ok(day.filter(|day| is_day(day)).map(str::to_owned))
}

/// Says whether `text` has the form of a day. That there is such a day is for its teller to know.
fn is_day(text: &str) -> bool {
    let pattern = "dddd-dd-dd";
    text.len() == pattern.len()
        && text
            .chars()
            .zip(pattern.chars())
            .all(|(found, wanted)| match wanted {
                'd' => found.is_ascii_digit(),
                _ => found == wanted,
            })
}

/// Writes a document as it stands on the disk: keys sorted, for the same bytes each time.
pub(crate) fn text(document: &Value) -> String {
    format!("{document:#}\n")
}

#[cfg(test)]
mod tests;
