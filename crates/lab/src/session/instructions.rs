//! Instructions beside time: they are the same on a busy machine.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use record::{Metric, Phase, Subject, Unit, Value};
use tiers::{Command, Ending};

use super::jobs::{Found, Job};
use super::{Session, subject};
use crate::observe::command;
use crate::{Cell, LabError, Sample};

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
                let (Some(provisioned), Ok(counter)) =
                    (lab.provisioned(cell), lab.guests.program(COUNTER))
                else {
                    return Ok(Found::default());
                };
                let scratch = tempfile::tempdir()?;
                let log = scratch.path().join("log");
                let args = [m.to_string().into()];
                let plain = command(cell, &provisioned, &sample.path, &args);
                let observation = lab.observe_command(&counted(plain, counter, &log))?;
                let count = collected(&fs_err::read_to_string(&log).unwrap_or_default());
                let Some(count) = count.filter(|_| observation.ending == Ending::Exited(0)) else {
                    let said = String::from_utf8_lossy(&observation.stderr);
                    let log = format!("{}\n{said}", observation.ending);
                    return Err(LabError::NotCounted { log });
                };
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

/// Returns `command` under the counter, which writes what it finds to `log`.
fn counted(command: Command, counter: PathBuf, log: &Path) -> Command {
    let mut words: Vec<OsString> = ["--tool=callgrind", "--callgrind-out-file=/dev/null"]
        .map(OsString::from)
        .into();
    let mut log_option = OsString::from("--log-file=");
    log_option.push(log);
    words.extend([log_option, command.program.into()]);
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
