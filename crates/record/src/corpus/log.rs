//! The append-only log of scores: one line of JSON for each.

use std::path::{Path, PathBuf};

use super::CorpusScore;
use crate::{FolderError, LogError, rows};

/// Returns the path of the log in the results folder `dir`.
fn path_in(dir: &Path) -> PathBuf {
    dir.join("corpus/scores.jsonl")
}

/// Returns the scores in the results folder `dir`, in the order in which they were made. A line at the end that was
/// interrupted counts for nothing; where there is no log there are no scores.
pub fn read_scores(dir: &Path) -> Result<Vec<CorpusScore>, FolderError> {
    rows::read(&path_in(dir))
}

/// Returns what [`read_scores`] would if `text` stood in the log at `path`.
pub fn scores_in(path: &Path, text: &[u8]) -> Result<Vec<CorpusScore>, LogError> {
    rows::whole(path, text)
}

/// Appends `score` to the log in the results folder `dir`, unless it stands there already as the last one of its corpus:
/// a run that goes on doubles nothing.
pub fn append_score(dir: &Path, score: &CorpusScore) -> Result<(), FolderError> {
    rows::append(&path_in(dir), score, |other| {
        (&other.corpus, &other.cell, other.negative_control)
            == (&score.corpus, &score.cell, score.negative_control)
    })
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
