//! Programs run on cells: in rounds, and alone.

use std::ffi::OsString;

use record::{Metric, Phase, Subject, Unit, Value};

use super::jobs::{Found, measured};
use super::{CELL_ITSELF, Row, Session, subject};
use crate::root::EmptyRoot;
use crate::{Cell, LabError, Sample};

impl Session<'_> {
    /// Runs `sample` for the size `m` once on each cell, in an order drawn by chance, and records the round.
    ///
    /// A round is one step: its members were measured side by side, and stand or fall together.
    pub fn run_round(
        &mut self,
        poc: &str,
        cells: &[&Cell],
        sample: &Sample,
        m: u64,
        round: u32,
    ) -> Result<(), LabError> {
        let subject = |cell: &Cell| Subject {
            m: Some(m),
            process: round,
            ..subject(poc, cell, &sample.name, Phase::Cold)
        };
        if cells
            .iter()
            .any(|cell| self.has(&subject(cell), Metric::Wall))
        {
            return Ok(());
        }
        let args = [OsString::from(m.to_string())];
        let mut order: Vec<usize> = (0..cells.len()).collect();
        fastrand::Rng::with_seed(self.seed ^ (m << 32) ^ u64::from(round)).shuffle(&mut order);
        let mut rows: Vec<Vec<Row>> = vec![Vec::new(); cells.len()];
        let mut blobs = Vec::new();
        for index in order {
            let cell = cells[index];
            let found = measured(self.lab, cell, &subject(cell), &sample.path, &args)?;
            rows[index] = found.rows;
            blobs.extend(found.blobs);
        }
        let rows = rows.concat();
        self.record_found(Found { rows, blobs })
    }

    /// Runs `sample` for the size `m` once on each cell and records nothing: files and caches are warm afterwards.
    pub fn warm_up(&self, cells: &[&Cell], sample: &Sample, m: u64) -> Result<(), LabError> {
        for cell in cells {
            if let Some(provisioned) = self.lab.provisioned(cell) {
                self.lab
                    .observe(cell, &provisioned, &sample.path, &[m.to_string().into()])?;
            }
        }
        Ok(())
    }

    /// Runs the samples on a cell inside a root where nothing else exists, and records whether they printed what they
    /// print outside of it.
    pub fn run_alone(
        &mut self,
        poc: &str,
        cell: &Cell,
        samples: &[Sample],
    ) -> Result<(), LabError> {
        let subject = subject(poc, cell, CELL_ITSELF, Phase::Still);
        let Some(provisioned) = self.lab.provisioned(cell) else {
            return Ok(());
        };
        if self.has(&subject, Metric::SelfContained) {
            return Ok(());
        }
        let root = EmptyRoot::with(&provisioned)?;
        let mut broken = None;
        for sample in samples {
            let inside = root.run(cell, &sample.path)?;
            let outside = self.lab.observe(cell, &provisioned, &sample.path, &[])?;
            if inside.stdout != outside.stdout || inside.ending != outside.ending {
                broken = Some(self.lab.without_folders(&inside.stderr));
                break;
            }
        }
        let flag = u64::from(broken.is_none());
        let stderr = self.folder.keep(&broken.unwrap_or_default())?;
        self.record_once(vec![
            (
                subject.clone(),
                Metric::SelfContained,
                Value::Number(flag),
                Unit::Flag,
            ),
            (subject, Metric::Stderr, Value::Text(stderr), Unit::Sha256),
        ])
    }
}
