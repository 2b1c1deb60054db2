//! Observations that are no timings: made side by side on all processors, recorded in the order in which they were asked for.

use std::ffi::OsString;
use std::path::Path;
use std::sync::mpsc;
use std::thread;

use rayon::iter::{ParallelBridge as _, ParallelIterator as _};
use record::{Metric, Phase, Subject, Unit, Value};

use super::in_order::in_order;
use super::{CELL_ITSELF, Row, Session, outcome, subject};
use crate::observe::{command, measurements};
use crate::{Cell, Lab, LabError, Observation, Sample};

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

/// What there is to do for a job.
enum Task<'a> {
    /// To record this.
    Known(Vec<Row>),
    /// To observe.
    Missing(Job<'a>),
}

impl Task<'_> {
    fn done(self, lab: &Lab) -> Result<Found, LabError> {
        match self {
            Self::Known(rows) => Ok(Found {
                rows,
                blobs: Vec::new(),
            }),
            Self::Missing(job) => {
                let found = (job.work)(lab, &job.subject);
                found.or_else(|error| failure_of_cell(&job.subject, error))
            }
        }
    }
}

impl<'a> Job<'a> {
    /// Runs `sample` once on a cell; or not at all, where another `PoC` of this run had it done.
    pub fn sample(poc: &str, cell: &'a Cell, sample: &'a Sample) -> Self {
        Self {
            subject: subject(poc, cell, &sample.name, Phase::Cold),
            mark: Metric::Stdout,
            same_for_all: true,
            work: Box::new(|lab, subject| measured(lab, cell, subject, &sample.path, &[])),
        }
    }

    /// The same, and learns how much memory it takes.
    pub fn weighed(poc: &str, cell: &'a Cell, sample: &'a Sample) -> Self {
        Self {
            work: Box::new(|lab, subject| weighed(lab, cell, subject, &sample.path)),
            ..Self::sample(poc, cell, sample)
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
    /// Does `jobs`, those apart that are recorded already. What is found is recorded while others are under way, in the
    /// order in which it was asked for: an interrupted run loses what is under way, and what was found after it.
    pub fn do_all(&mut self, title: &str, jobs: Vec<Job<'_>>) -> Result<(), LabError> {
        self.progress.stage(title, jobs.len() as u64);
        let names: Vec<String> = jobs.iter().map(|job| job.subject.sample.clone()).collect();
        let tasks: Vec<Task<'_>> = jobs.into_iter().map(|job| self.task(job)).collect();
        let lab = self.lab;
        let (sender, found) = mpsc::channel();
        thread::scope(|scope| {
            let tasks = tasks.into_iter().enumerate().par_bridge();
            // Where nobody receives any more, an error has ended the recording.
            scope.spawn(move || {
                tasks.try_for_each_with(sender, |sender, (position, task)| {
                    sender.send((position, task.done(lab)))
                })
            });
            in_order(found, |position, found| {
                self.record_found(found?)?;
                self.progress.step(&names[position]);
                Ok(())
            })
        })
    }

    /// Returns what there is to do for a job: nothing where it is recorded; where another `PoC` asked for it before, to
    /// record it once more.
    fn task<'j>(&self, job: Job<'j>) -> Task<'j> {
        if self.has(&job.subject, job.mark) {
            return Task::Known(Vec::new());
        }
        let known = if job.same_for_all {
            self.known(&job.subject, |_| true)
        } else {
            Vec::new()
        };
        if known.is_empty() {
            Task::Missing(job)
        } else {
            Task::Known(known)
        }
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

pub(super) fn found(subject: &Subject, observation: Observation) -> Found {
    let measured = measurements(&observation).into_iter();
    Found {
        rows: measured
            .map(|(metric, value, unit)| (subject.clone(), metric, value, unit))
            .collect(),
        blobs: vec![observation.stdout, observation.stderr],
    }
}
