//! What a cell is, and how it fared.

use record::{Metric, Phase, Unit, Value};

use super::{CELL_ITSELF, Session, outcome, subject};
use crate::elf::dynamic;
use crate::{Cell, LabError, Provisioned};

impl Session<'_> {
    /// Records what can be recorded of a cell without running a sample: its size, its libraries, its version; or that it is
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
        let size = fs_err::metadata(&provisioned.program)?.len();
        let needed = dynamic(&provisioned.program)?.needed.join("\n");
        let mut rows = vec![
            (
                still.clone(),
                Metric::Size,
                Value::Number(size),
                Unit::Bytes,
            ),
            (
                still.clone(),
                Metric::Needed,
                Value::Text(needed),
                Unit::Text,
            ),
        ];
        let version = self.version(cell, &provisioned);
        let runs = version.is_ok();
        match version {
            Ok(version) => rows.push((cold, Metric::Version, Value::Text(version), Unit::Text)),
            Err(output) => rows.extend(outcome(&still, "failed", &output)),
        }
        self.record_once(rows)?;
        Ok(runs)
    }

    /// Records that a cell gave its results.
    pub fn conclude(&mut self, poc: &str, cell: &Cell) -> Result<(), LabError> {
        let subject = subject(poc, cell, CELL_ITSELF, Phase::Still);
        self.record_once(outcome(&subject, "result", ""))
    }

    fn version(&self, cell: &Cell, provisioned: &Provisioned) -> Result<String, String> {
        let file = self.version_program.path().join("version.py");
        let observation = self
            .lab
            .observe(cell, provisioned, &file, &[])
            .map_err(|error| error.to_string())?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        if observation.ending == tiers::Ending::Exited(0) {
            return Ok(text(&observation.stdout));
        }
        Err(format!(
            "{}\n{}",
            observation.ending,
            text(&observation.stderr)
        ))
    }
}
