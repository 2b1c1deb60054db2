//! Programs run on cells: in rounds, and alone.

use std::ffi::OsString;
use std::time::Duration;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use record::{Metric, Phase, Record, Subject, Unit, Value};

use super::jobs::measured;
use super::{CELL_ITSELF, Row, Session, subject};
use crate::observe::measurements;
use crate::root::EmptyRoot;
use crate::{Cell, Lab, LabError, Sample};

/// What is recorded of a cell in a root of its own.
const OF_THE_ROOT: [Metric; 2] = [Metric::SelfContained, Metric::Stderr];

/// What a sample comes to.
const OF_A_SAMPLE: [Metric; 2] = [Metric::Stdout, Metric::ExitStatus];

/// A program that is run in rounds.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    /// The program.
    pub sample: &'a Sample,
    /// Its size.
    pub m: u64,
    /// What it is given.
    pub args: &'a [OsString],
    /// Whether it runs in prepared interpreters, too.
    pub warm: bool,
}

impl Session<'_> {
    /// Runs a program once on each cell, cold, and where that is wanted and interpreters of it can be prepared, warm; in an
    /// order drawn by chance. Records the round.
    pub fn run_round(
        &mut self,
        poc: &str,
        cells: &[&Cell],
        series: Series<'_>,
        round: u32,
    ) -> Result<(), LabError> {
        let Series {
            sample,
            m,
            args,
            warm,
        } = series;
        let members: Vec<(&Cell, Subject)> = cells
            .iter()
            .flat_map(|cell| {
                let warm = cell.warm.filter(|_| warm).map(|_| Phase::Warm);
                let phases = std::iter::once(Phase::Cold).chain(warm);
                phases.map(|phase| {
                    let subject = Subject {
                        m: Some(m),
                        process: round,
                        ..subject(poc, cell, &sample.name, phase)
                    };
                    (*cell, subject)
                })
            })
            .collect();
        self.round(
            &members,
            Metric::Wall,
            [m, round.into()],
            |session, cell, subject| match subject.phase {
                Phase::Warm => session.measured_warm(cell, subject, &sample.path, args),
                _ => measured(session.lab, cell, subject, &sample.path, args),
            },
        )
    }

    /// Says whether a cell came to the same as `oracle` in the first round of a program.
    pub fn agrees(
        &self,
        poc: &str,
        [oracle, cell]: [&Cell; 2],
        Series { sample, m, .. }: Series<'_>,
    ) -> bool {
        let first = |cell| {
            let subject = Subject {
                m: Some(m),
                ..subject(poc, cell, &sample.name, Phase::Cold)
            };
            let known = self.known(&subject, |metric| OF_A_SAMPLE.contains(&metric));
            came_to(
                known
                    .into_iter()
                    .map(|(_, metric, value, unit)| (metric, value, unit)),
            )
        };
        first(oracle) == first(cell)
    }

    /// Returns how long the first round of a program took on a cell, where it was run.
    pub fn took(&self, poc: &str, cell: &Cell, Series { sample, m, .. }: Series<'_>) -> Duration {
        let subject = Subject {
            m: Some(m),
            ..subject(poc, cell, &sample.name, Phase::Cold)
        };
        let of_it = |record: &&Record| record.metric == Metric::Wall && record.subject == subject;
        let wall_ns = self.records().iter().rfind(of_it).and_then(Record::number);
        Duration::from_nanos(wall_ns.unwrap_or_default())
    }

    /// Runs `sample` once on each cell, for the least size, and records nothing: files and caches are warm afterwards, and
    /// what can be prepared is.
    pub fn warm_up(&mut self, cells: &[&Cell], sample: &Sample) -> Result<(), LabError> {
        for cell in cells {
            if let Some(provisioned) = self.lab.provisioned(cell) {
                self.lab
                    .observe(cell, &provisioned, &sample.path, &["1".into()])?;
            }
            let unrecorded = subject("", cell, &sample.name, Phase::Warm);
            self.measured_warm(cell, &unrecorded, &sample.path, &["1".into()])?;
        }
        Ok(())
    }

    /// Runs the samples on a cell inside a root where nothing else exists, and records whether they printed what they
    /// print outside of it. Nothing is recorded of a cell that is a script, or is run by one.
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
        let known = self.known(&subject, |metric| OF_THE_ROOT.contains(&metric));
        if !known.is_empty() {
            return self.record_once(known);
        }
        let Some(root) = EmptyRoot::with(&provisioned)? else {
            return Ok(());
        };
        let outside = samples.iter().map(|sample| {
            let subject = super::subject(poc, cell, &sample.name, Phase::Cold);
            (sample, self.known(&subject, |_| true))
        });
        let lab = self.lab;
        let complaints: Result<Vec<Option<Vec<u8>>>, LabError> = outside
            .collect::<Vec<_>>()
            .into_par_iter()
            .map(|(sample, outside)| differs(lab, cell, &root, sample, &outside))
            .collect();
        let broken = complaints?.into_iter().flatten().next();
        let flag = Value::Number(u64::from(broken.is_none()));
        let stderr = Value::Text(self.folder.keep(&broken.unwrap_or_default())?);
        self.record_once(vec![
            (subject.clone(), Metric::SelfContained, flag, Unit::Flag),
            (subject, Metric::Stderr, stderr, Unit::Sha256),
        ])
    }
}

/// Returns what a sample complains of inside a root where it does not come to what it came to `outside`; where that is not
/// known, it is run there as well.
fn differs(
    lab: &Lab,
    cell: &Cell,
    root: &EmptyRoot,
    sample: &Sample,
    outside: &[Row],
) -> Result<Option<Vec<u8>>, LabError> {
    root.put_sample(&sample.path)?;
    let inside = root.run(cell, &sample.path)?;
    let known: Vec<(Metric, Value)> = if outside.is_empty() {
        came_to(measurements(&lab.run(cell, &sample.path)?))
    } else {
        let rows = outside.iter().cloned();
        came_to(rows.map(|(_, metric, value, unit)| (metric, value, unit)))
    };
    let same = known == came_to(measurements(&inside));
    Ok((!same).then(|| lab.without_folders(&inside.stderr)))
}

/// Returns what has to be the same inside a root and outside.
fn came_to(measured: impl IntoIterator<Item = (Metric, Value, Unit)>) -> Vec<(Metric, Value)> {
    let measured = measured.into_iter();
    measured
        .filter(|(metric, ..)| OF_A_SAMPLE.contains(metric))
        .map(|(metric, value, _)| (metric, value))
        .collect()
}
