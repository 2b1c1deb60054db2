//! The text of programs, for those who read the records and have nothing else.

use record::{Metric, Phase, Unit, Value};

use super::{Row, Session, subject};
use crate::{Cell, LabError, Sample};

impl Session<'_> {
    /// Keeps the text of `samples`, as part of what `cell` was given.
    pub fn keep_sources(
        &mut self,
        poc: &str,
        cell: &Cell,
        samples: &[Sample],
    ) -> Result<(), LabError> {
        let kept: Result<Vec<Row>, LabError> = samples
            .iter()
            .map(|sample| {
                let sha256 = self.folder.keep(&fs_err::read(&sample.path)?)?;
                let subject = subject(poc, cell, &sample.name, Phase::Still);
                Ok((subject, Metric::Source, Value::Text(sha256), Unit::Sha256))
            })
            .collect();
        self.record_once(kept?)
    }
}
