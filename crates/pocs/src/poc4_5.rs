//! PoC 4.5: why does it cost what it costs?
//!
//! A chain of builds from python3 to the leanest Full, each of which differs from the one before it in one thing. All
//! are timed in the same rounds, and their instructions are counted beside: the difference between neighbours is that
//! thing's share, and the shares sum up to the whole.
//!
//! On the other targets the question is why Full is blocked. There the paper's attempts stand beside builds that differ
//! from them in the one part that those lack, a libpython for the target: they run the 20 samples.

use lab::{Cell, Job, LabError};

use crate::stages::{Run, at_home, candidates, running, timed};
use crate::{Rounds, Work};

/// What hardly runs anything, and so shows what surrounds a program; and what runs for longest.
const WORKS: [Work; 2] = [
    Work {
        program: "startup",
        m: 1,
    },
    Work {
        program: "dynamic",
        m: 100_000,
    },
];

pub(crate) fn run(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let usable = run.describe(&running(cells))?;
    let samples = run.session.lab.project.idioms()?;
    run.samples("fidelity", &samples, &usable)?;
    run.time(&WORKS, &at_home(&usable))?;
    count(run, &timed(&at_home(&usable)))?;
    run.conclude(&usable)?;
    run.attempts(cells)
}

fn count(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    // Under the counter a program takes some fifty times as long.
    let (works, repeats) = match run.rounds {
        Rounds::Quick => (&WORKS[..1], 1),
        Rounds::Full => (&WORKS[..], 3),
    };
    if candidates(cells).is_empty() || !run.session.counts_instructions() {
        return Ok(());
    }
    for work in works {
        let sample = run.session.lab.project.speed_program(work.program)?;
        let mut jobs = Vec::new();
        for cell in cells {
            let processes = 0..repeats;
            jobs.extend(
                processes.map(|process| Job::instructions(run.id, cell, &sample, work.m, process)),
            );
        }
        let title = format!("instructions of {}", work.program);
        run.session.do_all(&title, jobs)?;
    }
    Ok(())
}
