//! What the project's own commands do when something is wrong on purpose.

use record::{Metric, Phase, Subject, Unit, Value};

use super::Session;
use crate::{LabError, Observation};

/// Stands in the place of a `PoC` for what is asked of the project itself.
const CONTROLS: &str = "controls";

/// Stands in the place of a cell for the project's own command.
const COMMAND: &str = "tiers";

impl Session<'_> {
    /// Says whether a command of that name is recorded already.
    pub fn has_control(&self, name: &str) -> bool {
        self.has(&subject(name), Metric::ExitStatus)
    }

    /// Records what a command did, under `name`, with the words of its command line. How long it took is not among it.
    pub fn record_control(
        &mut self,
        name: &str,
        command: &str,
        did: &Observation,
    ) -> Result<(), LabError> {
        let output = |bytes: &[u8]| Ok::<_, LabError>(Value::Text(self.folder.keep(bytes)?));
        let (stdout, stderr) = (output(&did.stdout)?, output(&did.stderr)?);
        let status = Value::Number(did.ending.status().into());
        let rows = [
            (Metric::ExitStatus, status, Unit::Status),
            (Metric::Detail, Value::Text(command.to_owned()), Unit::Text),
            (Metric::Stdout, stdout, Unit::Sha256),
            (Metric::Stderr, stderr, Unit::Sha256),
        ];
        let rows = rows.map(|(metric, value, unit)| (subject(name), metric, value, unit));
        self.record_once(rows.into())
    }
}

fn subject(name: &str) -> Subject {
    Subject {
        poc: CONTROLS.into(),
        sample: format!("{CONTROLS}/{name}"),
        m: None,
        cell: COMMAND.into(),
        tier: "host".into(),
        build: "host".into(),
        target: std::env::consts::ARCH.into(),
        phase: Phase::Cold,
        process: 0,
        iteration: 0,
    }
}
