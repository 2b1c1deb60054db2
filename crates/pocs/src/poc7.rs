//! PoC 7: what does Light cost and buy?
//!
//! The paper's three measurements, in its order: fidelity (the 20 idiom samples against python3), speed (its four works
//! as paired, interleaved rounds), portability (size, dynamic libraries, self-containment). Beside the samples run the
//! known divergences: they isolate the one difference that the paper found, and test its conclusion.

use lab::{Cell, LabError, Session};
use record::Role;

use crate::{Rounds, WORKS};

const ID: &str = "7";

pub(crate) fn run(
    session: &mut Session<'_>,
    cells: &[Cell],
    rounds: Rounds,
) -> Result<(), LabError> {
    let usable = describe(session, cells)?;
    fidelity(session, &usable)?;
    portability(session, &usable)?;
    speed(session, &usable, rounds, None)?;
    conclude(session, &usable)
}

/// Only the speed part, on the works of one program or on all.
pub(crate) fn bench(
    session: &mut Session<'_>,
    cells: &[Cell],
    rounds: Rounds,
    only: Option<&str>,
) -> Result<(), LabError> {
    let usable = describe(session, cells)?;
    speed(session, &usable, rounds, only)?;
    conclude(session, &usable)
}

fn describe<'a>(session: &mut Session<'_>, cells: &'a [Cell]) -> Result<Vec<&'a Cell>, LabError> {
    session.progress.stage("cells", cells.len() as u64);
    let mut usable = Vec::new();
    for cell in cells {
        if session.describe(ID, cell)? {
            usable.push(cell);
        }
        session.progress.step(&cell.name);
    }
    Ok(usable)
}

fn fidelity(session: &mut Session<'_>, cells: &[&Cell]) -> Result<(), LabError> {
    let judged: Vec<&Cell> = cells
        .iter()
        .copied()
        .filter(|cell| cell.role != Role::Control)
        .collect();
    let project = &session.lab.project;
    let samples = [project.idioms()?, project.divergences()?].concat();
    session
        .progress
        .stage("fidelity", (samples.len() * judged.len()) as u64);
    for sample in &samples {
        for cell in &judged {
            session.run_sample(ID, cell, sample)?;
            session.progress.step(&sample.name);
        }
    }
    Ok(())
}

fn portability(session: &mut Session<'_>, cells: &[&Cell]) -> Result<(), LabError> {
    let samples = session.lab.project.idioms()?;
    let candidates: Vec<&Cell> = cells
        .iter()
        .copied()
        .filter(|cell| cell.role == Role::Candidate)
        .collect();
    session
        .progress
        .stage("portability", candidates.len() as u64);
    for cell in candidates {
        session.run_alone(ID, cell, &samples)?;
        session.progress.step(&cell.name);
    }
    Ok(())
}

fn speed(
    session: &mut Session<'_>,
    cells: &[&Cell],
    rounds: Rounds,
    only: Option<&str>,
) -> Result<(), LabError> {
    let works: Vec<_> = WORKS
        .into_iter()
        .filter(|work| only.is_none_or(|only| work.program == only))
        .collect();
    for work in works {
        let sample = session.lab.project.speed_program(work.program)?;
        let count = rounds.of(work);
        session
            .progress
            .stage(&format!("{} M={}", work.program, work.m), count.into());
        session.warm_up(cells, &sample, work.m)?;
        for round in 0..count {
            session.run_round(ID, cells, &sample, work.m, round)?;
            session.progress.step(work.program);
        }
    }
    Ok(())
}

fn conclude(session: &mut Session<'_>, cells: &[&Cell]) -> Result<(), LabError> {
    for cell in cells {
        session.conclude(ID, cell)?;
    }
    Ok(())
}
