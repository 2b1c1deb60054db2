//! Builds as the paper tried them.

use std::path::Path;
use std::time::Duration;

use record::{Metric, Phase, Unit, Value};
use tiers::{Ending, Io, Limits, run_command};

use super::{CELL_ITSELF, Session, outcome, subject};
use crate::{Cell, LabError};

/// A build takes minutes where the target's standard library is built as well.
const LIMITS: Limits = Limits {
    time: Some(Duration::from_mins(20)),
    output_bytes: Some(16 << 20),
    memory_bytes: None,
};

/// The status by which an attempt says that it lacks something else than what it is to show the lack of.
const NOT_PROVISIONED: Ending = Ending::Exited(3);

impl Session<'_> {
    /// Runs an attempt and records how it ended, with all it said: `blocked` where it met the obstacle that the cell
    /// names, `result` where it went through, `failed` where anything else was in its way. It is made once in a run; the
    /// other `PoC`s that speak of it have the same record.
    pub fn attempt(&mut self, poc: &str, cell: &Cell) -> Result<(), LabError> {
        let subject = subject(poc, cell, CELL_ITSELF, Phase::Still);
        let provisioned = match self.lab.look_for(cell) {
            Ok(provisioned) => provisioned,
            Err(lack) => {
                return self.record_once(outcome(&subject, "not-provisioned", &lack.provision));
            }
        };
        let known = self.known(&subject, |_| true);
        if !known.is_empty() {
            return self.record_once(known);
        }
        let command = provisioned.command(cell.arguments(Path::new(""), &[]));
        let finished = run_command(&command, Io::captured(), &LIMITS)?;
        let said = self.lab.without_folders(&finished.stderr);
        let text = String::from_utf8_lossy(&said);
        let obstacle = cell.obstacle.as_deref().unwrap_or_default();
        let fared = match &finished.ending {
            Ending::Exited(0) => "result",
            ending if *ending == NOT_PROVISIONED => "not-provisioned",
            Ending::Exited(_) if text.contains(obstacle) => "blocked",
            _ => "failed",
        };
        let detail = match fared {
            "not-provisioned" => cell.provision.clone(),
            _ => text.trim_end().to_owned(),
        };
        let stderr = self.folder.keep(&said)?;
        let mut rows = outcome(&subject, fared, &detail);
        let status = Value::Number(finished.ending.status().into());
        rows.push((subject.clone(), Metric::ExitStatus, status, Unit::Status));
        rows.push((subject, Metric::Stderr, Value::Text(stderr), Unit::Sha256));
        self.record_once(rows)
    }
}
