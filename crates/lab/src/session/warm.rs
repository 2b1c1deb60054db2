//! Interpreters that were prepared before the clock runs.

use std::ffi::OsString;
use std::path::Path;

use record::{Metric, Subject};
use tiers::{Finished, Program, Ready, Served, TierId, Usage};

use super::Session;
use super::jobs::{Found, found};
use crate::matrix::Warm;
use crate::observe::LIMITS;
use crate::{Cell, LabError, Provisioned};

/// So many wait at a time: the next one is made while one runs.
const SPARES: usize = 2;

/// What is known of a run whose process goes on, or was there before.
const KNOWN: [Metric; 4] = [
    Metric::Stdout,
    Metric::Stderr,
    Metric::ExitStatus,
    Metric::Wall,
];

/// What hands out interpreters of a cell.
#[derive(Debug)]
pub(super) enum Prepared {
    /// Copies of a process.
    Copies(Ready),
    /// Instances in a process.
    Instances(Box<Served>),
}

impl Prepared {
    fn of(cell: &Cell, provisioned: &Provisioned, warm: Warm) -> Result<Self, LabError> {
        let command = provisioned.command(Vec::new());
        Ok(match warm {
            Warm::Copies => {
                let tier = if cell.tier == TierId::Full.to_string() {
                    TierId::Full
                } else {
                    TierId::Light
                };
                Self::Copies(Ready::start(&command, tier, SPARES)?)
            }
            Warm::Instances => Self::Instances(Box::new(Served::start(&command, &LIMITS)?)),
        })
    }

    fn run(&mut self, program: &Program) -> Result<Finished, LabError> {
        Ok(match self {
            Self::Copies(ready) => ready.run(program, &LIMITS)?,
            Self::Instances(served) => {
                let ran = served.run(program, &LIMITS)?;
                Finished {
                    ending: ran.ending,
                    stdout: ran.stdout,
                    stderr: ran.stderr,
                    wall: ran.wall,
                    usage: Usage::default(),
                }
            }
        })
    }
}

impl Session<'_> {
    /// Runs `file` with `args` in an interpreter of `cell` that was prepared before.
    pub(super) fn measured_warm(
        &mut self,
        cell: &Cell,
        subject: &Subject,
        file: &Path,
        args: &[OsString],
    ) -> Result<Found, LabError> {
        let (Some(provisioned), Some(warm)) = (self.lab.provisioned(cell), cell.warm) else {
            return Ok(Found::default());
        };
        let mut prepared = self.prepared(cell, &provisioned, warm)?;
        let program = args.iter().fold(Program::new(file), Program::arg);
        let mut ran = prepared.run(&program)?;
        self.prepared.insert(cell.name.clone(), prepared);
        ran.stderr = self.lab.without_folders(&ran.stderr);
        let mut found = found(subject, ran);
        found.rows.retain(|(_, metric, ..)| KNOWN.contains(metric));
        Ok(found)
    }

    /// Takes what hands out interpreters of `cell`, or starts it.
    pub(super) fn prepared(
        &mut self,
        cell: &Cell,
        provisioned: &Provisioned,
        warm: Warm,
    ) -> Result<Prepared, LabError> {
        match self.prepared.remove(&cell.name) {
            Some(prepared) => Ok(prepared),
            None => Prepared::of(cell, provisioned, warm),
        }
    }
}
