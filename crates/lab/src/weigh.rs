//! How much memory a process takes.
//!
//! What `wait4` tells of a child is at least what its parent held when it started it: the kernel counts the memory from
//! before the `exec`. This host holds more than most guests do. So a small process stands between, which forks: the
//! oracle, with a program of a few lines.

use std::ffi::OsString;

use tiers::Command;

use crate::{Lab, LabError, Observation};

const PROGRAM: &str = include_str!("weigh.py");

impl Lab {
    /// Runs a command as every measured process is run, and returns the largest resident set that it had, in bytes; none
    /// where it had to be stopped. It takes longer so, and is not to be timed.
    pub(crate) fn weigh(&self, command: Command) -> Result<(Observation, Option<u64>), LabError> {
        let (_, oracle) = self.oracle()?;
        let folder = tempfile::tempdir()?;
        let report = folder.path().join("bytes");
        let options = ["-I", "-S", "-c", PROGRAM].map(OsString::from);
        let words = [report.clone().into(), command.program.into()];
        let weighed = Command {
            program: oracle.program,
            args: options
                .into_iter()
                .chain(words)
                .chain(command.args)
                .collect(),
            ..command
        };
        let observation = self.observe_command(&weighed)?;
        let bytes = fs_err::read_to_string(report).ok();
        Ok((observation, bytes.and_then(|bytes| bytes.parse().ok())))
    }
}

#[cfg(test)]
mod tests;
