//! The append-only log of scores: one line of JSON for each.

use std::fs::TryLockError;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use super::CorpusScore;
use crate::{FolderError, LogError};

/// Returns the path of the log in the results folder `dir`.
fn path_in(dir: &Path) -> PathBuf {
    dir.join("corpus/scores.jsonl")
}

/// Returns the scores in the results folder `dir`, in the order in which they were made. A line at the end that was
/// interrupted counts for nothing; where there is no log there are no scores.
pub fn read_scores(dir: &Path) -> Result<Vec<CorpusScore>, FolderError> {
    let path = path_in(dir);
    match fs_err::read(&path) {
        Ok(text) => Ok(scores_in(&path, &text)?),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error.into()),
    }
}

/// Returns what [`read_scores`] would if `text` stood in the log at `path`.
pub fn scores_in(path: &Path, text: &[u8]) -> Result<Vec<CorpusScore>, LogError> {
    parse(path, whole_lines(text))
}

/// Appends `score` to the log in the results folder `dir`, unless it stands there already as the last one of its corpus:
/// a run that goes on doubles nothing.
pub fn append_score(dir: &Path, score: &CorpusScore) -> Result<(), FolderError> {
    let path = path_in(dir);
    if let Some(folder) = path.parent() {
        fs_err::create_dir_all(folder)?;
    }
    let mut options = fs_err::OpenOptions::new();
    options.create(true).truncate(false).read(true).write(true);
    let mut file = options.open(&path)?.into_file();
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(FolderError::Busy(path)),
        Err(TryLockError::Error(error)) => return Err(error.into()),
    }
    let mut text = Vec::new();
    file.read_to_end(&mut text)?;
    let kept = whole_lines(&text);
    let of_its_kind = |other: &&CorpusScore| {
        (&other.corpus, &other.cell, other.negative_control)
            == (&score.corpus, &score.cell, score.negative_control)
    };
    let scores = parse(&path, kept)?;
    if scores.iter().rfind(of_its_kind) == Some(score) {
        return Ok(());
    }
    file.set_len(kept.len() as u64)?;
    file.seek(SeekFrom::End(0))?;
    let mut line = serde_json::to_vec(score).map_err(LogError::from)?;
    line.push(b'\n');
    file.write_all(&line)?;
    Ok(file.sync_data()?)
}

fn whole_lines(text: &[u8]) -> &[u8] {
    let end = text.iter().rposition(|byte| *byte == b'\n');
    &text[..end.map_or(0, |at| at + 1)]
}

fn parse(path: &Path, lines: &[u8]) -> Result<Vec<CorpusScore>, LogError> {
    let lines = lines.split_inclusive(|byte| *byte == b'\n').enumerate();
    let scores = lines.map(|(index, line)| {
        serde_json::from_slice(line).map_err(|error| LogError::Corrupt {
            path: path.to_owned(),
            line: index + 1,
            why: error.to_string(),
        })
    });
    scores.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(corpus: &str, programs: u64) -> CorpusScore {
        CorpusScore {
            corpus: corpus.into(),
            programs,
            ..CorpusScore::default()
        }
    }

    #[test]
    fn scores_stay_and_none_is_doubled() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path();
        assert_eq!(read_scores(dir).unwrap(), []);
        let control = CorpusScore {
            negative_control: true,
            ..score("a", 1)
        };
        for score in [
            &score("a", 1),
            &score("b", 1),
            &score("a", 1),
            &control,
            &score("a", 1),
            &score("a", 2),
            &score("a", 1),
        ] {
            append_score(dir, score).unwrap();
        }
        let expected = [
            score("a", 1),
            score("b", 1),
            control,
            score("a", 2),
            score("a", 1),
        ];
        assert_eq!(read_scores(dir).unwrap(), expected);
    }

    #[test]
    fn a_torn_line_is_cut_off_and_a_changed_one_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path();
        append_score(dir, &score("a", 1)).unwrap();
        let whole = fs_err::read(path_in(dir)).unwrap();
        fs_err::write(path_in(dir), [&whole[..], b"{\"schema\":"].concat()).unwrap();
        assert_eq!(read_scores(dir).unwrap(), [score("a", 1)]);
        append_score(dir, &score("b", 1)).unwrap();
        assert_eq!(read_scores(dir).unwrap(), [score("a", 1), score("b", 1)]);
        fs_err::write(path_in(dir), [b"{}\n", &whole[..]].concat()).unwrap();
        let error = read_scores(dir).unwrap_err().to_string();
        assert!(error.contains("line 1: missing field"), "{error}");
    }
}
