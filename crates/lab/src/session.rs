//! One run of the lab: what it does, it does once, and records.

mod answering;
mod attempt;
mod calls;
mod controls;
mod counted;
mod decisions;
mod describe;
mod in_order;
mod instructions;
mod jobs;
mod known;
mod profile;
mod ready;
mod round;
mod runs;
mod sources;
mod talks;
mod warm;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use record::{Completion, Folder, Metric, Phase, Record, Subject, Unit, Value};

use crate::fingerprint::fingerprint;
use crate::{Cell, Lab, LabError};

pub use calls::Way;
pub use jobs::Job;
pub use runs::Series;
pub use talks::{Said, Sent};

/// The name under which a cell itself is recorded, apart from any sample.
const CELL_ITSELF: &str = "-";

/// Told how far things are.
pub trait Progress {
    /// A stage of so many steps begins.
    fn stage(&self, title: &str, steps: u64);
    /// A step of the stage was done, now or in the run that is being resumed.
    fn step(&self, what: &str);
}

/// A run of the lab, with the folder it writes to.
pub struct Session<'a> {
    /// The lab.
    pub lab: &'a Lab,
    /// Told how far things are.
    pub progress: &'a dyn Progress,
    folder: Folder,
    recorded: HashSet<(Subject, Metric)>,
    /// The positions of all records, by what they are of, whichever `PoC` asked.
    known: HashMap<Subject, Vec<usize>>,
    seed: u64,
    version_program: tempfile::TempDir,
    /// What hands out prepared interpreters, by the cell's name.
    prepared: BTreeMap<String, warm::Prepared>,
}

type Row = (Subject, Metric, Value, Unit);

impl<'a> Session<'a> {
    /// Begins a run in `folder`, or goes on with the one there if `resume`. Where a run lay there that is not gone on
    /// with, the second value says where it was moved.
    pub fn open(
        lab: &'a Lab,
        folder: &Path,
        resume: bool,
        quick: bool,
        seed: u64,
        progress: &'a dyn Progress,
    ) -> Result<(Self, Option<PathBuf>), LabError> {
        lab.oracle()?;
        let fingerprint = fingerprint(lab, quick, seed)?;
        let (folder, kept) = if resume {
            (Folder::resume(folder, &fingerprint)?, None)
        } else {
            Folder::start(folder, &fingerprint)?
        };
        let version_program = tempfile::tempdir()?;
        fs_err::write(
            version_program.path().join("version.py"),
            include_str!("version.py"),
        )?;
        let mut session = Self {
            lab,
            progress,
            folder,
            recorded: HashSet::new(),
            known: HashMap::new(),
            seed,
            version_program,
            prepared: BTreeMap::new(),
        };
        session.index(0);
        Ok((session, kept))
    }

    /// Returns the seed of everything drawn by chance.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Returns the results folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Records that something that runs on `cell` is not on this machine, under the name of a sample, with the command that
    /// brings it.
    pub fn lacks(
        &mut self,
        poc: &str,
        cell: &Cell,
        sample: &str,
        provision: &str,
    ) -> Result<(), LabError> {
        let subject = subject(poc, cell, sample, Phase::Cold);
        self.record_once(outcome(&subject, "not-provisioned", provision))
    }

    /// Returns the records so far.
    pub fn records(&self) -> &[Record] {
        self.folder.records()
    }

    /// Writes the histograms and declares the run done.
    pub fn finish(self) -> Result<Completion, LabError> {
        crate::histograms::derive(&self.folder)?;
        Ok(self.folder.complete()?)
    }

    fn has(&self, subject: &Subject, metric: Metric) -> bool {
        self.recorded.contains(&(subject.clone(), metric))
    }

    /// Appends a step, unless it stands there already from the run that is being resumed.
    fn record_once(&mut self, rows: Vec<Row>) -> Result<(), LabError> {
        let Some((subject, metric, ..)) = rows.first() else {
            return Ok(());
        };
        if self.has(subject, *metric) {
            return Ok(());
        }
        let before = self.folder.records().len();
        self.folder.append(rows)?;
        self.index(before);
        Ok(())
    }
}

fn subject(poc: &str, cell: &Cell, sample: &str, phase: Phase) -> Subject {
    Subject {
        poc: poc.to_owned(),
        sample: sample.to_owned(),
        m: None,
        cell: cell.name.clone(),
        tier: cell.tier.clone(),
        build: cell.build.clone(),
        target: cell.target.clone(),
        phase,
        process: 0,
        iteration: 0,
    }
}

fn outcome(subject: &Subject, outcome: &str, detail: &str) -> Vec<Row> {
    let text = |text: &str| Value::Text(text.to_owned());
    vec![
        (subject.clone(), Metric::Outcome, text(outcome), Unit::Text),
        (subject.clone(), Metric::Detail, text(detail), Unit::Text),
    ]
}
