//! Conversations with isolates.

use record::{Metric, Phase, Subject, Unit, Value, sha256_hex};
use tiers::{AskError, Isolate, Served};

use super::jobs::{Found, Job};
use super::subject;
use crate::observe::LIMITS;
use crate::{Cell, Lab, LabError, Provisioned};

/// What came of a conversation, as if it had been a program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What counts as its output.
    pub stdout: Vec<u8>,
    /// What it complained of.
    pub stderr: Vec<u8>,
    /// Its exit status.
    pub status: u8,
    /// Whether a value that was sent came back as it was, where one was sent.
    pub unchanged: Option<bool>,
}

/// What came of sending many values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// How many were sent and came back.
    pub checked: u64,
    /// How many of them came back as something else.
    pub changed: u64,
    /// The first of those; or why there are no more values.
    pub detail: String,
}

impl Sent {
    /// Notes what went wrong, unless something did before.
    pub fn note(&mut self, what: impl FnOnce() -> String) {
        if self.detail.is_empty() {
            self.detail = what();
        }
    }
}

impl<'a> Job<'a> {
    /// Opens an isolate on a cell and has `talk` speak with it; what comes of it is recorded under `name`. An isolate that
    /// ended under way is recorded with its ending.
    pub fn talk(
        poc: &str,
        cell: &'a Cell,
        name: &str,
        talk: impl FnOnce(Isolate) -> Result<Said, AskError> + Send + 'a,
    ) -> Self {
        Self {
            subject: subject(poc, cell, name, Phase::Cold),
            mark: Metric::Stdout,
            same_for_all: false,
            work: Box::new(move |lab, subject| {
                let Some(provisioned) = lab.provisioned(cell) else {
                    return Ok(Found::default());
                };
                let said = talk(open(&provisioned)?).unwrap_or_else(|error| failed(&error));
                Ok(found(lab, subject, said))
            }),
        }
    }

    /// Opens an isolate on a cell and has `exchange` send values through it; how they fared is recorded under `name`.
    pub fn values(
        poc: &str,
        cell: &'a Cell,
        name: &str,
        exchange: impl FnOnce(Isolate) -> Sent + Send + 'a,
    ) -> Self {
        Self {
            subject: subject(poc, cell, name, Phase::Cold),
            mark: Metric::Checked,
            same_for_all: false,
            work: Box::new(move |lab, subject| {
                let Some(provisioned) = lab.provisioned(cell) else {
                    return Ok(Found::default());
                };
                let sent = exchange(open(&provisioned)?);
                let row = |metric, value, unit| (subject.clone(), metric, value, unit);
                let rows = vec![
                    row(Metric::Checked, Value::Number(sent.checked), Unit::Count),
                    row(Metric::Changed, Value::Number(sent.changed), Unit::Count),
                    row(Metric::Detail, Value::Text(sent.detail), Unit::Text),
                ];
                Ok(Found {
                    rows,
                    blobs: Vec::new(),
                })
            }),
        }
    }
}

fn found(lab: &Lab, subject: &Subject, said: Said) -> Found {
    let row = |metric, value, unit| (subject.clone(), metric, value, unit);
    let sha256 = |bytes: &[u8]| Value::Text(sha256_hex(bytes));
    let stderr = lab.without_folders(&said.stderr);
    let status = Value::Number(said.status.into());
    let mut rows = vec![
        row(Metric::Stdout, sha256(&said.stdout), Unit::Sha256),
        row(Metric::Stderr, sha256(&stderr), Unit::Sha256),
        row(Metric::ExitStatus, status, Unit::Status),
    ];
    rows.extend(said.unchanged.map(|unchanged| {
        let flag = Value::Number(u64::from(unchanged));
        row(Metric::Unchanged, flag, Unit::Flag)
    }));
    Found {
        rows,
        blobs: vec![said.stdout, stderr],
    }
}

/// Starts a guest that waits for what it is asked. To the words up to the program, those that have it serve are added.
pub(super) fn serve(provisioned: &Provisioned) -> Result<Served, LabError> {
    Ok(Served::start(&provisioned.command(Vec::new()), &LIMITS)?)
}

/// Opens an isolate.
pub(super) fn open(provisioned: &Provisioned) -> Result<Isolate, LabError> {
    Ok(serve(provisioned)?.open(&LIMITS)?)
}

fn failed(error: &AskError) -> Said {
    let status = match error {
        AskError::Ended(ending) => ending.status(),
        _ => 1,
    };
    Said {
        stderr: error.to_string().into_bytes(),
        status,
        ..Said::default()
    }
}
