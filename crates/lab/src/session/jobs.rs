//! Observations that are no timings: made side by side on all processors, recorded in the order in which they were asked for.

use std::ffi::OsString;
use std::path::Path;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use record::{Metric, Phase, Subject, Unit, Value};

use super::{CELL_ITSELF, Row, Session, outcome, subject};
use crate::observe::{command, measurements};
use crate::{Cell, Lab, LabError, Observation, Sample};

/// How many are made before they are recorded. A run that is interrupted loses no more than these.
const BATCH: usize = 32;

/// Something to be observed once, in any order and beside others.
pub struct Job<'a> {
    pub(super) subject: Subject,
    /// The metric by which the observation is known to be there already.
    pub(super) mark: Metric,
    /// Whether it is the same whichever `PoC` asks, so that once in a run is enough.
    pub(super) same_for_all: bool,
    pub(super) work: Work<'a>,
}

/// What observes: nothing comes of it where the machine lacks the cell.
pub(super) type Work<'a> = Box<dyn FnOnce(&Lab, &Subject) -> Result<Found, LabError> + Send + 'a>;

/// What was observed, and the outputs that it refers to.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) rows: Vec<Row>,
    pub(super) blobs: Vec<Vec<u8>>,
}

impl<'a> Job<'a> {
    /// Runs `sample` once on a cell; or not at all, where another `PoC` of this run had it done.
    pub fn sample(poc: &str, cell: &'a Cell, sample: &'a Sample) -> Self {
        Self {
            subject: subject(poc, cell, &sample.name, Phase::Cold),
            mark: Metric::Stdout,
            same_for_all: true,
            work: Box::new(|lab, subject| weighed(lab, cell, subject, &sample.path)),
        }
    }

    /// Runs the program whose text is `source` on a cell; it is recorded under `name`.
    pub fn source(poc: &str, cell: &'a Cell, name: &str, source: String) -> Self {
        Self {
            subject: subject(poc, cell, name, Phase::Cold),
            mark: Metric::Stdout,
            same_for_all: false,
            work: Box::new(move |lab, subject| {
                let folder = tempfile::tempdir()?;
                let file = folder.path().join("program.py");
                fs_err::write(&file, source)?;
                measured(lab, cell, subject, &file, &[])
            }),
        }
    }
}

impl Session<'_> {
    /// Does `jobs`, those apart that are recorded already.
    pub fn do_all(&mut self, title: &str, jobs: Vec<Job<'_>>) -> Result<(), LabError> {
        self.progress.stage(title, jobs.len() as u64);
        let lab = self.lab;
        let mut jobs = jobs.into_iter().peekable();
        while jobs.peek().is_some() {
            let batch: Vec<Job<'_>> = jobs.by_ref().take(BATCH).collect();
            let names: Vec<String> = batch.iter().map(|job| job.subject.sample.clone()).collect();
            let (_, missing): (Vec<_>, Vec<_>) = batch
                .into_iter()
                .partition(|job| self.has(&job.subject, job.mark));
            let missing = self.repeat_known(missing)?;
            let found: Vec<Result<Found, LabError>> = missing
                .into_par_iter()
                .map(|job| {
                    let found = (job.work)(lab, &job.subject);
                    found.or_else(|error| failure_of_cell(&job.subject, error))
                })
                .collect();
            for found in found {
                self.record_found(found?)?;
            }
            for name in names {
                self.progress.step(&name);
            }
        }
        Ok(())
    }

    /// Records once more what another `PoC` asked for before, and returns the jobs that are left.
    fn repeat_known<'j>(&mut self, jobs: Vec<Job<'j>>) -> Result<Vec<Job<'j>>, LabError> {
        let mut left = Vec::new();
        for job in jobs {
            let known = if job.same_for_all {
                self.known(&job.subject, |_| true)
            } else {
                Vec::new()
            };
            if known.is_empty() {
                left.push(job);
            } else {
                self.record_once(known)?;
            }
        }
        Ok(left)
    }

    /// Records what was found, its outputs first.
    pub(super) fn record_found(&mut self, found: Found) -> Result<(), LabError> {
        for blob in &found.blobs {
            self.folder.keep(blob)?;
        }
        self.record_once(found.rows)
    }
}

/// Returns the record of a cell that broke while `subject` was observed; the error itself where that is no cell's.
pub(super) fn failure_of_cell(subject: &Subject, error: LabError) -> Result<Found, LabError> {
    if !error.is_of_the_cell() {
        return Err(error);
    }
    let detail = format!("{}: {error}", subject.sample);
    let still = Subject {
        sample: CELL_ITSELF.into(),
        m: None,
        phase: Phase::Still,
        process: 0,
        ..subject.clone()
    };
    Ok(Found {
        rows: outcome(&still, "failed", &detail),
        blobs: Vec::new(),
    })
}

/// Runs `file` with `args` on a cell.
pub(super) fn measured(
    lab: &Lab,
    cell: &Cell,
    subject: &Subject,
    file: &Path,
    args: &[OsString],
) -> Result<Found, LabError> {
    let Some(provisioned) = lab.provisioned(cell) else {
        return Ok(Found::default());
    };
    let observation = lab.observe(cell, &provisioned, file, args)?;
    Ok(found(subject, observation))
}

/// Runs `file` on a cell, and learns how much memory that takes.
fn weighed(lab: &Lab, cell: &Cell, subject: &Subject, file: &Path) -> Result<Found, LabError> {
    let Some(provisioned) = lab.provisioned(cell) else {
        return Ok(Found::default());
    };
    let (observation, peak_bytes) = lab.weigh(command(cell, &provisioned, file, &[]))?;
    let mut found = found(subject, observation);
    found.rows.extend(peak_bytes.map(|bytes| {
        let bytes = Value::Number(bytes);
        (subject.clone(), Metric::PeakMemory, bytes, Unit::Bytes)
    }));
    Ok(found)
}

fn found(subject: &Subject, observation: Observation) -> Found {
    let measured = measurements(&observation).into_iter();
    Found {
        rows: measured
            .map(|(metric, value, unit)| (subject.clone(), metric, value, unit))
            .collect(),
        blobs: vec![observation.stdout, observation.stderr],
    }
}
