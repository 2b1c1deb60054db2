//! What a cell is, and how it fared.

use std::ffi::OsString;

use record::{Metric, Phase, Subject, Unit, Value};

use super::{CELL_ITSELF, Row, Session, outcome, subject};
use crate::program_file::{self, ProgramFile};
use crate::{Cell, LabError, Provisioned};

/// What is read from a program's file.
const OF_THE_FILE: [Metric; 3] = [Metric::Size, Metric::Needed, Metric::Imports];

impl Session<'_> {
    /// Records what can be recorded of a cell without running a sample: its size, its libraries or imports, its version; or that it is
    /// not provisioned, or does not start. Says whether samples can be run on it.
    pub fn describe(&mut self, poc: &str, cell: &Cell) -> Result<bool, LabError> {
        let still = subject(poc, cell, CELL_ITSELF, Phase::Still);
        let cold = subject(poc, cell, CELL_ITSELF, Phase::Cold);
        let provisioned = match self.lab.look_for(cell) {
            Ok(provisioned) => provisioned,
            Err(lack) => {
                self.record_once(outcome(&still, "not-provisioned", &lack.provision))?;
                return Ok(false);
            }
        };
        if self.has(&still, Metric::Size) {
            return Ok(self.has(&cold, Metric::Version));
        }
        let mut rows = self.known(&still, |metric| OF_THE_FILE.contains(&metric));
        if rows.is_empty() {
            rows = of_the_file(&still, &program_file::read(&provisioned.program)?);
        }
        let known = self.known(&cold, |metric| metric == Metric::Version);
        let version = if known.is_empty() {
            let version = match self.lab.altered(cell)? {
                None => self.version(cell, &provisioned),
                // Whatever it prints, it is not the program that the record names.
                Some(altered) => Err(altered.to_string()),
            };
            version.map(|version| vec![(cold, Metric::Version, Value::Text(version), Unit::Text)])
        } else {
            Ok(known)
        };
        let runs = version.is_ok();
        rows.extend(version.unwrap_or_else(|output| outcome(&still, "failed", &output)));
        self.record_once(rows)?;
        Ok(runs)
    }

    /// Records how much has to be installed for a cell, where all of it is there.
    pub fn measure_installation(&mut self, poc: &str, cell: &Cell) -> Result<(), LabError> {
        let still = subject(poc, cell, CELL_ITSELF, Phase::Still);
        let Some(bytes) = self.lab.installed_bytes(cell)? else {
            return Ok(());
        };
        let bytes = Value::Number(bytes);
        self.record_once(vec![(still, Metric::Installed, bytes, Unit::Bytes)])
    }

    /// Records that a cell gave its results, with what has to be said of them; nothing, as a rule.
    pub fn conclude(&mut self, poc: &str, cell: &Cell, detail: &str) -> Result<(), LabError> {
        let subject = subject(poc, cell, CELL_ITSELF, Phase::Still);
        self.record_once(outcome(&subject, "result", detail))
    }

    fn version(&self, cell: &Cell, provisioned: &Provisioned) -> Result<String, String> {
        let file = self.version_program.path().join("version.py");
        let observation = if cell.version.is_empty() {
            self.lab.observe(cell, provisioned, &file, &[])
        } else {
            let words = cell.version.iter().map(OsString::from).collect();
            self.lab.observe_command(&provisioned.command(words))
        };
        let observation = observation.map_err(|error| error.to_string())?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        if observation.ending == tiers::Ending::Exited(0) {
            let lines: Vec<String> = text(&observation.stdout)
                .lines()
                .map(str::to_owned)
                .collect();
            return Ok(lines.join(" "));
        }
        Err(format!(
            "{}\n{}",
            observation.ending,
            text(&observation.stderr)
        ))
    }
}

fn of_the_file(subject: &Subject, file: &ProgramFile) -> Vec<Row> {
    let row = |metric, value, unit| (subject.clone(), metric, value, unit);
    let list = |names: &[String]| Value::Text(names.join("\n"));
    let size = row(Metric::Size, Value::Number(file.size_bytes), Unit::Bytes);
    let lists = [
        (Metric::Needed, file.needed.as_deref()),
        (Metric::Imports, file.imports.as_deref()),
    ];
    let lists = lists
        .into_iter()
        .filter_map(|(metric, names)| Some(row(metric, list(names?), Unit::Text)));
    [size].into_iter().chain(lists).collect()
}
