//! A suite of programs that others wrote, each timed as a whole on both tiers beside python3.
//!
//! In the first round each program runs on every cell. Where it comes to something else than on python3 it has no time there,
//! and runs there no more; nor does it where it took very long.

use std::ffi::OsString;
use std::time::Duration;

use lab::{Cell, LabError, Sample, Series};
use record::Role;

use crate::Rounds;
use crate::stages::{Run, timed};

/// What takes longer is run once: a ratio that large needs no interval.
const LONG: Duration = Duration::from_secs(30);

/// A program of a suite.
#[derive(Clone, Debug)]
pub struct SuiteProgram {
    /// The program; its name holds no `/`.
    pub sample: Sample,
    /// What it is given.
    pub args: Vec<OsString>,
}

pub(crate) fn run(
    run: &mut Run<'_, '_>,
    cells: &[&Cell],
    programs: &[SuiteProgram],
) -> Result<(), LabError> {
    let usable = run.describe(cells)?;
    let cells = timed(&usable);
    run.session.progress.stage("suite", programs.len() as u64);
    for program in programs {
        rounds_of(run, &cells, program)?;
        run.session.progress.step(&program.sample.name);
    }
    run.conclude(&usable)
}

fn rounds_of(
    run: &mut Run<'_, '_>,
    cells: &[&Cell],
    program: &SuiteProgram,
) -> Result<(), LabError> {
    let series = Series {
        sample: &program.sample,
        // Programs of a suite have one size.
        m: 1,
        args: &program.args,
        warm: false,
    };
    run.session.run_round(run.id, cells, series, 0)?;
    let oracle = cells.iter().find(|cell| cell.role == Role::Oracle);
    let agrees = |cell: &&Cell| {
        oracle.is_some_and(|oracle| run.session.agrees(run.id, [*oracle, *cell], series))
    };
    let is_short = |cell: &&Cell| run.session.took(run.id, cell, series) < LONG;
    let cells = cells.iter().copied();
    let again: Vec<&Cell> = cells.filter(agrees).filter(is_short).collect();
    for round in 1..rounds(run.rounds) {
        run.session.run_round(run.id, &again, series, round)?;
    }
    Ok(())
}

/// How often each program runs: some take many seconds.
fn rounds(rounds: Rounds) -> u32 {
    match rounds {
        Rounds::Quick => 1,
        Rounds::Full => 3,
    }
}
