//! What calls cost where time says nothing: in instructions, which an emulator can count.

use std::path::Path;

use record::{Metric, Subject, Unit, Value, sha256_hex};

use super::calls::{Way, call};
use super::jobs::{Found, Job};
use super::subject;
use crate::{Cell, Lab, LabError, Lack, Provisioned, Sample};

/// What an emulator's name among the guests ends in, where it is one that takes plugins.
const COUNTING: &str = "-counting";

/// The plugin that counts, among the guests. Its source is `crates/lab/plugin`.
const PLUGIN: &str = "count-instructions.so";

/// What stands before the number in what the plugin writes.
const COUNTED: &str = "instructions: ";

impl Lab {
    /// Returns an emulated cell's program on an emulator that counts, or what this machine lacks for it. Each process
    /// writes its count to a file in `folder`.
    fn counting(&self, cell: &Cell, folder: &Path) -> Result<Provisioned, Lack> {
        let provisioned = self.look_for(cell)?;
        let options = provisioned.runner.get(1..).unwrap_or_default();
        let name = cell.runner_names().next().unwrap_or_default();
        let has = |name: &str| {
            let found = self.guests.program(name);
            found.map_err(|_| Lack {
                missing: name.to_owned(),
                provision: cell.provision.clone(),
            })
        };
        let emulator = has(&format!("{name}{COUNTING}"))?;
        let plugin = has(PLUGIN)?;
        let words = [
            "-plugin".into(),
            plugin.into_os_string(),
            "-d".into(),
            "plugin".into(),
        ];
        // The emulator puts the process's number there.
        let log = ["-D".into(), folder.join("%d").into_os_string()];
        let runner = [emulator.into_os_string()]
            .into_iter()
            .chain(words)
            .chain(log);
        Ok(Provisioned {
            runner: runner.chain(options.iter().cloned()).collect(),
            ..provisioned
        })
    }

    /// Returns what this machine lacks for counting the instructions of an emulated cell; none where it lacks nothing.
    pub fn lacks_for_counting(&self, cell: &Cell) -> Option<Lack> {
        self.counting(cell, Path::new("")).err()
    }
}

impl<'a> Job<'a> {
    /// Calls `sample` so many times on an emulated cell and records how many instructions all its processes executed.
    pub fn counted_calls(
        poc: &str,
        cell: &'a Cell,
        sample: &'a Sample,
        way: Way,
        count: u64,
    ) -> Self {
        Self {
            subject: Subject {
                m: Some(count),
                ..subject(poc, cell, &way.recorded(), way.phase())
            },
            mark: Metric::Instructions,
            same_for_all: false,
            work: Box::new(move |lab, subject| {
                let folder = tempfile::tempdir()?;
                let Ok(counting) = lab.counting(cell, folder.path()) else {
                    return Ok(Found::default());
                };
                let (_, stdout) = call(lab, cell, &counting, way, sample, count)?;
                let instructions = Value::Number(sum(folder.path())?);
                let sha256 = Value::Text(sha256_hex(&stdout));
                let row = |metric, value, unit| (subject.clone(), metric, value, unit);
                Ok(Found {
                    rows: vec![
                        row(Metric::Instructions, instructions, Unit::Count),
                        row(Metric::Stdout, sha256, Unit::Sha256),
                    ],
                    blobs: vec![stdout],
                })
            }),
        }
    }
}

/// Adds up what the processes wrote, each to a file of its own. One that wrote no number is not left out.
fn sum(folder: &Path) -> Result<u64, LabError> {
    let mut total = 0;
    for entry in fs_err::read_dir(folder)? {
        let log = fs_err::read_to_string(entry?.path())?;
        total += counted(&log).ok_or(LabError::NotCounted { log })?;
    }
    if total == 0 {
        let log = "the emulator wrote no number".into();
        return Err(LabError::NotCounted { log });
    }
    Ok(total)
}

fn counted(log: &str) -> Option<u64> {
    let line = log.lines().find_map(|line| line.strip_prefix(COUNTED))?;
    line.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_processes_count() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, log: &str| fs_err::write(folder.path().join(name), log).unwrap();
        assert!(sum(folder.path()).is_err(), "nothing was counted");
        write("1", "instructions: 12\n");
        write("2", "warning: something\ninstructions: 30\n");
        assert_eq!(sum(folder.path()).unwrap(), 42);
        write("3", "qemu: unknown option 'plugin'\n");
        let error = sum(folder.path()).unwrap_err().to_string();
        assert!(error.contains("unknown option"), "{error}");
    }
}
