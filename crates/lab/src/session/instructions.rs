//! Instructions beside time: they are the same on a busy machine.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use record::{Metric, Phase, Subject, Unit, Value};
use tiers::{Command, Ending};

use super::jobs::{Found, Job};
use super::{Session, subject};
use crate::observe::command;
use crate::{Cell, Lab, LabError, Sample};

/// The counter's name among the guests.
const COUNTER: &str = "valgrind";

impl Session<'_> {
    /// Says whether this machine has the counter.
    pub fn counts_instructions(&self) -> bool {
        self.lab.guests.program(COUNTER).is_ok()
    }
}

impl<'a> Job<'a> {
    /// Runs `sample` for the size `m` on a cell under callgrind and records how many instructions were executed.
    pub fn instructions(
        poc: &str,
        cell: &'a Cell,
        sample: &'a Sample,
        m: u64,
        process: u32,
    ) -> Self {
        Self {
            subject: Subject {
                m: Some(m),
                process,
                ..subject(poc, cell, &sample.name, Phase::Cold)
            },
            mark: Metric::Instructions,
            same_for_all: false,
            work: Box::new(move |lab, subject| {
                let Some(provisioned) = lab.provisioned(cell) else {
                    return Ok(Found::default());
                };
                let args = [m.to_string().into()];
                let plain = command(cell, &provisioned, &sample.path, &args);
                let Counted { count, .. } = counted(lab, plain)?;
                Ok(Found {
                    rows: vec![(
                        subject.clone(),
                        Metric::Instructions,
                        Value::Number(count),
                        Unit::Count,
                    )],
                    blobs: Vec::new(),
                })
            }),
        }
    }
}

/// What the counter found.
pub(super) struct Counted {
    /// How many instructions were executed.
    count: u64,
    /// In which functions, in callgrind's format.
    pub(super) profile: String,
}

/// Runs `command` under the counter to its end.
pub(super) fn counted(lab: &Lab, command: Command) -> Result<Counted, LabError> {
    let counter = lab.guests.program(COUNTER);
    let counter = counter.map_err(|error| LabError::NotCounted {
        log: error.to_string(),
    })?;
    let scratch = tempfile::tempdir()?;
    let [log, profile] = ["log", "profile"].map(|name| scratch.path().join(name));
    let observation = lab.observe_command(&under_counter(command, counter, [&log, &profile]))?;
    let count = collected(&fs_err::read_to_string(&log).unwrap_or_default());
    let Some(count) = count.filter(|_| observation.ending == Ending::Exited(0)) else {
        let said = String::from_utf8_lossy(&observation.stderr);
        let log = format!("{}\n{said}", observation.ending);
        return Err(LabError::NotCounted { log });
    };
    Ok(Counted {
        count,
        profile: fs_err::read_to_string(&profile)?,
    })
}

/// Returns `command` under the counter, which writes what it finds to `log` and `profile`.
fn under_counter(command: Command, counter: PathBuf, [log, profile]: [&Path; 2]) -> Command {
    let option = |name: &str, path: &Path| {
        let mut option = OsString::from(name);
        option.push(path);
        option
    };
    let mut words: Vec<OsString> = vec![
        "--tool=callgrind".into(),
        option("--callgrind-out-file=", profile),
        option("--log-file=", log),
    ];
    words.push(command.program.into());
    words.extend(command.args);
    Command {
        program: counter,
        args: words,
        ..command
    }
}

/// Reads the count from callgrind's log.
fn collected(log: &str) -> Option<u64> {
    let line = log.lines().find_map(|line| line.split_once("Collected : "));
    line?.1.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_is_understood() {
        let log = "==1== Events    : Ir\n==1== Collected : 29484949\n==1== \n";
        assert_eq!(collected(log), Some(29_484_949));
        assert_eq!(collected("valgrind: failed to start"), None);
    }
}
