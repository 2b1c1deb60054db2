//! The append-only log of observations.

use std::collections::HashSet;
use std::fs::File;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use crate::{Metric, Record, Schema, Subject, Unit, Value};

/// Why a log could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The file could not be opened, read or written.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// A line in the midst of the file is not what was once written there.
    #[error("{path}, line {line}: {why}")]
    Corrupt {
        /// The log.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        why: String,
    },
    /// A record could not be put into JSON.
    #[error("a record could not be written as JSON")]
    Json(#[from] serde_json::Error),
}

/// A log that can be appended to, one step at a time.
#[derive(Debug)]
pub struct RecordLog {
    file: File,
    bytes: u64,
    next_step: u64,
}

/// What a log holds.
struct Contents {
    records: Vec<Record>,
    /// The length of the complete steps, in bytes; what follows was interrupted.
    bytes: u64,
    next_step: u64,
}

/// Reads the complete steps of the log at `path`. An interrupted step at its end is left out.
pub fn read_records(path: &Path) -> Result<Vec<Record>, LogError> {
    records_in(path, &fs_err::read(path)?)
}

/// Returns what [`read_records`] would if `text` stood in the file at `path`.
pub fn records_in(path: &Path, text: &[u8]) -> Result<Vec<Record>, LogError> {
    Ok(parse(path, text)?.records)
}

impl RecordLog {
    /// Opens the log at `path`, creating it where there is none, and returns the records it holds already. An
    /// interrupted step at its end is cut off: it will be observed again.
    pub fn open(path: &Path) -> Result<(Self, Vec<Record>), LogError> {
        let options = {
            let mut options = fs_err::OpenOptions::new();
            options.create(true).truncate(false).read(true).write(true);
            options
        };
        let mut file = options.open(path)?.into_file();
        let contents = parse(path, &fs_err::read(path)?)?;
        file.set_len(contents.bytes)?;
        file.seek(SeekFrom::End(0))?;
        let log = Self {
            file,
            bytes: contents.bytes,
            next_step: contents.next_step,
        };
        Ok((log, contents.records))
    }

    /// Appends one step: observations that stand or fall together. They are on the disk when this returns.
    ///
    /// Where the disk refuses (it is full, say), what was written of the step is taken back and the log is as before.
    pub fn append(
        &mut self,
        observations: Vec<(Subject, Metric, Value, Unit)>,
    ) -> Result<Vec<Record>, LogError> {
        let records = self.number(observations);
        let mut lines = Vec::new();
        for record in &records {
            serde_json::to_writer(&mut lines, record)?;
            lines.push(b'\n');
        }
        if let Err(error) = self
            .file
            .write_all(&lines)
            .and_then(|()| self.file.sync_data())
        {
            let _ = self.file.set_len(self.bytes);
            let _ = self.file.seek(SeekFrom::End(0));
            return Err(error.into());
        }
        self.bytes += lines.len() as u64;
        self.next_step += 1;
        Ok(records)
    }

    fn number(&self, observations: Vec<(Subject, Metric, Value, Unit)>) -> Vec<Record> {
        let parts = u32::try_from(observations.len()).unwrap_or(u32::MAX);
        let numbered = (0..)
            .zip(observations)
            .map(|(part, (subject, metric, value, unit))| Record {
                schema: Schema::V1,
                step: self.next_step,
                part,
                parts,
                subject,
                metric,
                value,
                unit,
            });
        numbered.collect()
    }
}

fn parse(path: &Path, text: &[u8]) -> Result<Contents, LogError> {
    let corrupt = |line: usize, why: String| LogError::Corrupt {
        path: path.to_owned(),
        line: line + 1,
        why,
    };
    let mut contents = Contents {
        records: Vec::new(),
        bytes: 0,
        next_step: 0,
    };
    let mut step: Vec<Record> = Vec::new();
    let mut seen = HashSet::new();
    let mut offset = 0;
    let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    for (index, line) in lines.iter().enumerate() {
        offset += line.len() as u64;
        let last = index + 1 == lines.len();
        if last && line.last() != Some(&b'\n') {
            break; // torn in the midst of a line
        }
        let record: Record =
            serde_json::from_slice(line).map_err(|error| corrupt(index, error.to_string()))?;
        check_order(&record, contents.next_step, &step).map_err(|why| corrupt(index, why))?;
        if !seen.insert((record.subject.clone(), record.metric)) {
            return Err(corrupt(
                index,
                "this observation stands in the log twice".into(),
            ));
        }
        let parts = record.parts as usize;
        step.push(record);
        if step.len() == parts {
            contents.records.append(&mut step);
            contents.bytes = offset;
            contents.next_step += 1;
        }
    }
    Ok(contents)
}

/// Says what is wrong with a record that should be the next of step number `step`, of which `before` stands in the log already.
fn check_order(record: &Record, step: u64, before: &[Record]) -> Result<(), String> {
    let expected = (step, before.len());
    let found = (record.step, record.part as usize);
    if found != expected {
        return Err(format!(
            "a line is missing or out of place: this is step {}, part {}, where step {}, part {} \
             was due",
            found.0, found.1, expected.0, expected.1
        ));
    }
    if record.part >= record.parts {
        return Err(format!("part {} of {} parts", record.part, record.parts));
    }
    // Or a changed line would say for the whole step when it is whole.
    match before.first() {
        Some(first) if first.parts != record.parts => Err(format!(
            "{} parts, where the first line of the step says {}",
            record.parts, first.parts
        )),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Phase;

    fn subject(sample: &str, process: u32) -> Subject {
        Subject {
            poc: "7".into(),
            sample: sample.into(),
            m: None,
            cell: "c".into(),
            tier: "light".into(),
            build: "stock".into(),
            target: "x86_64".into(),
            phase: Phase::Cold,
            process,
            iteration: 0,
        }
    }

    fn step(process: u32) -> Vec<(Subject, Metric, Value, Unit)> {
        vec![
            (
                subject("a", process),
                Metric::Wall,
                Value::Number(u64::from(process)),
                Unit::Ns,
            ),
            (
                subject("a", process),
                Metric::Version,
                Value::Text("x\ny".into()),
                Unit::Text,
            ),
        ]
    }

    fn log_of(steps: u32) -> (tempfile::TempDir, PathBuf, Vec<Record>) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("records.jsonl");
        let (mut log, before) = RecordLog::open(&path).unwrap();
        assert!(before.is_empty());
        let records = (0..steps)
            .flat_map(|n| log.append(step(n)).unwrap())
            .collect();
        (folder, path, records)
    }

    proptest! {
        /// Wherever a log is cut, exactly the complete steps come back, and going on from there gives the whole log.
        #[test]
        fn a_cut_log_resumes_without_loss_or_double(cut in 0.0..=1.0f64) {
            let (_folder, path, records) = log_of(5);
            let whole = fs_err::read(&path).unwrap();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss,
                     clippy::cast_precision_loss, reason = "a place within a small file")]
            let kept = (whole.len() as f64 * cut) as usize;
            fs_err::write(&path, &whole[..kept]).unwrap();
            let (mut log, found) = RecordLog::open(&path).unwrap();
            prop_assert_eq!(&records[..found.len()], &found[..]);
            prop_assert_eq!(found.len() % 2, 0);
            for n in u32::try_from(found.len() / 2).unwrap()..5 {
                log.append(step(n)).unwrap();
            }
            prop_assert_eq!(fs_err::read(&path).unwrap(), whole);
        }
    }

    #[test]
    fn a_changed_missing_or_doubled_line_is_named() {
        let (_folder, path, _) = log_of(3);
        let lines: Vec<String> = fs_err::read_to_string(&path)
            .unwrap()
            .lines()
            .map(str::to_owned)
            .collect();
        let check = |lines: &[String], line: &str, why: &str| {
            fs_err::write(&path, lines.join("\n") + "\n").unwrap();
            let error = read_records(&path).unwrap_err().to_string();
            assert!(error.contains(line) && error.contains(why), "{error}");
        };
        let mut missing = lines.clone();
        missing.remove(1);
        check(&missing, "line 2:", "missing or out of place");
        let mut rubbish = lines.clone();
        rubbish[2] = "{}".into();
        check(&rubbish, "line 3:", "missing field");
        let mut doubled = lines.clone();
        doubled[4] = lines[0].replace("\"step\":0", "\"step\":2");
        check(&doubled, "line 5:", "twice");
        let mut parted = lines.clone();
        parted[0] = lines[0].replace("\"parts\":2", "\"parts\":3");
        check(&parted, "line 2:", "the first line of the step says 3");
    }
}
