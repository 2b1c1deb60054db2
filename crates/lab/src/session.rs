//! One run of the lab: what it does, it does once, and records.

use std::collections::HashSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use record::{Completion, Folder, Metric, Phase, Record, Subject, Unit, Value};

use crate::elf::dynamic;
use crate::fingerprint::fingerprint;
use crate::observe::measurements;
use crate::root::EmptyRoot;
use crate::{Cell, Lab, LabError, Observation, Provisioned, Sample};

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
    seed: u64,
    version_program: tempfile::TempDir,
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
        let recorded = folder.records().iter().map(key).collect();
        let version_program = tempfile::tempdir()?;
        fs_err::write(
            version_program.path().join("version.py"),
            include_str!("version.py"),
        )?;
        Ok((
            Self {
                lab,
                progress,
                folder,
                recorded,
                seed,
                version_program,
            },
            kept,
        ))
    }

    /// Returns the records so far.
    pub fn records(&self) -> &[Record] {
        self.folder.records()
    }

    /// Records what can be recorded of a cell without running a sample: its size, its libraries, its version; or that it is
    /// not provisioned, or does not start. Says whether samples can be run on it.
    pub fn describe(&mut self, poc: &str, cell: &Cell) -> Result<bool, LabError> {
        let still = subject(poc, cell, CELL_ITSELF, Phase::Still);
        let cold = subject(poc, cell, CELL_ITSELF, Phase::Cold);
        let Some(provisioned) = self.lab.provisioned(cell) else {
            self.record_once(outcome(&still, "not-provisioned", &cell.provision))?;
            return Ok(false);
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

    /// Runs `sample` once on a cell and records what it did.
    pub fn run_sample(&mut self, poc: &str, cell: &Cell, sample: &Sample) -> Result<(), LabError> {
        let subject = subject(poc, cell, &sample.name, Phase::Cold);
        if self.has(&subject, Metric::Stdout) {
            return Ok(());
        }
        let rows = self.measure(cell, &subject, &sample.path, &[])?;
        self.record_once(rows)
    }

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
        fastrand::Rng::with_seed(self.seed ^ m ^ u64::from(round)).shuffle(&mut order);
        let mut rows: Vec<Vec<Row>> = vec![Vec::new(); cells.len()];
        for index in order {
            let cell = cells[index];
            rows[index] = self.measure(cell, &subject(cell), &sample.path, &args)?;
        }
        self.record_once(rows.concat())
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
                broken = Some(self.lab.without_home(&inside.stderr));
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

    /// Records that a cell gave its results.
    pub fn conclude(&mut self, poc: &str, cell: &Cell) -> Result<(), LabError> {
        let subject = subject(poc, cell, CELL_ITSELF, Phase::Still);
        self.record_once(outcome(&subject, "result", ""))
    }

    /// Writes the histograms and declares the run done.
    pub fn finish(self) -> Result<Completion, LabError> {
        crate::histograms::derive(&self.folder)?;
        Ok(self.folder.complete()?)
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

    fn measure(
        &self,
        cell: &Cell,
        subject: &Subject,
        file: &Path,
        args: &[OsString],
    ) -> Result<Vec<Row>, LabError> {
        let Some(provisioned) = self.lab.provisioned(cell) else {
            return Ok(Vec::new());
        };
        let observation: Observation = self.lab.observe(cell, &provisioned, file, args)?;
        self.folder.keep(&observation.stdout)?;
        self.folder.keep(&observation.stderr)?;
        let measured = measurements(&observation).into_iter();
        Ok(measured
            .map(|(metric, value, unit)| (subject.clone(), metric, value, unit))
            .collect())
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
        self.recorded.extend(
            rows.iter()
                .map(|(subject, metric, ..)| (subject.clone(), *metric)),
        );
        Ok(self.folder.append(rows)?)
    }
}

fn key(record: &Record) -> (Subject, Metric) {
    (record.subject.clone(), record.metric)
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
