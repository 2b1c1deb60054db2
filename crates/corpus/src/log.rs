//! The append-only log of trials: one line of JSON for each program.

use std::collections::BTreeMap;
use std::fs::TryLockError;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;

use crate::{CorpusError, Trial};

/// A log of trials that can be appended to. Nobody else writes to it meanwhile.
#[derive(Debug)]
pub struct TrialLog {
    file: std::fs::File,
    trials: BTreeMap<String, Trial>,
}

impl TrialLog {
    /// Opens the log at `path`, creating it where there is none. Of the trials in it those count that were made with
    /// `guests`; a program that was tried twice counts as it was tried last. A line at the end that was interrupted is cut
    /// off.
    pub fn open(path: &Path, guests: &str) -> Result<Self, CorpusError> {
        if let Some(folder) = path.parent() {
            fs_err::create_dir_all(folder)?;
        }
        let mut options = fs_err::OpenOptions::new();
        options.create(true).truncate(false).read(true).write(true);
        let mut file = options.open(path)?.into_file();
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(CorpusError::Busy(path.to_owned())),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let text = fs_err::read(path)?;
        let whole = text
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        let mut trials = BTreeMap::new();
        let lines = text[..whole].split_inclusive(|byte| *byte == b'\n');
        for (index, line) in lines.enumerate() {
            let trial: Trial = serde_json::from_slice(line).map_err(|error| CorpusError::Log {
                path: path.to_owned(),
                line: index + 1,
                why: error.to_string(),
            })?;
            if trial.guests == guests {
                trials.insert(trial.key.clone(), trial);
            }
        }
        file.set_len(whole as u64)?;
        file.seek(SeekFrom::End(0))?;
        Ok(Self { file, trials })
    }

    /// Returns what is known of the program with this key.
    pub fn get(&self, key: &str) -> Option<&Trial> {
        self.trials.get(key)
    }

    /// Appends a trial. It is in the file when this returns.
    pub fn append(&mut self, trial: Trial) -> Result<(), CorpusError> {
        let mut line = serde_json::to_vec(&trial)?;
        line.push(b'\n');
        self.file.write_all(&line)?;
        self.trials.insert(trial.key.clone(), trial);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::tests::trial;

    #[test]
    fn a_log_goes_on_where_it_was_cut() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("corpus/x.jsonl");
        let trials = [trial("a", "right\n"), trial("b", "wrong\n")];
        let mut log = TrialLog::open(&path, "g").unwrap();
        assert!(matches!(
            TrialLog::open(&path, "g"),
            Err(CorpusError::Busy(_))
        ));
        for trial in &trials {
            log.append(trial.clone()).unwrap();
        }
        drop(log);
        let whole = fs_err::read(&path).unwrap();
        let first = whole.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        for kept in [
            0,
            1,
            first - 1,
            first,
            first + 1,
            whole.len() - 1,
            whole.len(),
        ] {
            fs_err::write(&path, &whole[..kept]).unwrap();
            let mut log = TrialLog::open(&path, "g").unwrap();
            for trial in &trials {
                if log.get(&trial.key).is_none() {
                    log.append(trial.clone()).unwrap();
                }
            }
            drop(log);
            assert_eq!(fs_err::read(&path).unwrap(), whole, "cut at {kept}");
        }
    }

    #[test]
    fn logs_are_merged_by_appending_and_other_guests_do_not_count() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (folder.path().join("1"), folder.path().join("2"));
        for (path, name) in [(&one, "a"), (&two, "b")] {
            let mut log = TrialLog::open(path, "g").unwrap();
            log.append(trial(name, "right\n")).unwrap();
        }
        let both = [fs_err::read(&one).unwrap(), fs_err::read(&two).unwrap()].concat();
        fs_err::write(&one, both).unwrap();
        let log = TrialLog::open(&one, "g").unwrap();
        assert!(
            ["a", "b"]
                .iter()
                .all(|name| log.get(&trial(name, "").key).is_some())
        );
        drop(log);
        assert!(TrialLog::open(&one, "h").unwrap().trials.is_empty());
    }

    #[test]
    fn a_changed_line_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.jsonl");
        fs_err::write(&path, "{}\n").unwrap();
        let error = TrialLog::open(&path, "g").unwrap_err().to_string();
        assert!(error.contains("line 1: missing field"), "{error}");
    }
}
