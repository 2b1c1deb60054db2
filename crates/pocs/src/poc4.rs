//! PoC 4: when does embedding pay?
//!
//! The same small program is called again and again: in a process for each call, in an interpreter for each call, and in
//! one interpreter for all. The time over the number of calls gives what it costs to begin and what a call costs. What
//! the cheaper ways give up is isolation, so that is tested beside: one program leaves something behind, another looks.
//! The pairs need processes, signals and threads, and so the machine's own target. On an emulator the calls cost
//! instructions, where they can be counted, and no time.
//!
//! The paper's attempts to build Full for further targets are repeated.

use lab::{Cell, Job, LabError, Lack, Way};

use crate::Rounds;
use crate::stages::{Run, at_home, candidates, running, timed};

pub(crate) fn run(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let usable = run.describe(&running(cells))?;
    calls(run, &usable)?;
    counted_calls(run, &usable)?;
    isolation(run, &at_home(&usable))?;
    run.conclude(&usable)?;
    run.attempts(cells)
}

fn calls(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let (counts, rounds): (&[u64], u32) = match run.rounds {
        Rounds::Quick => (&[1, 2, 4], 3),
        Rounds::Full => (&[1, 2, 4, 8, 16, 32], 15),
    };
    let program = run.session.lab.project.speed_program("startup")?;
    let cells = timed(cells);
    run.session
        .progress
        .stage("calls", u64::from(rounds) * counts.len() as u64);
    for round in 0..rounds {
        for count in counts {
            run.session
                .run_calls(run.id, &cells, &program, *count, round)?;
            run.session.progress.step(&format!("{count} calls"));
        }
    }
    Ok(())
}

/// On an emulator a call costs instructions, which are nearly the same each time: once is enough. Where they cannot be
/// counted, the cell's outcome says what that would take.
fn counted_calls(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let counts: &[u64] = match run.rounds {
        Rounds::Quick => &[1, 2],
        Rounds::Full => &[1, 2, 4, 8],
    };
    let lab = run.session.lab;
    let program = lab.project.speed_program("startup")?;
    let mut jobs = Vec::new();
    let emulated = candidates(cells).into_iter().filter(|cell| cell.emulated);
    for cell in emulated {
        if let Some(Lack { missing, provision }) = lab.lacks_for_counting(cell) {
            let detail = format!("calls were not counted for lack of {missing}: {provision}");
            run.session.conclude(run.id, cell, &detail)?;
            continue;
        }
        for way in Way::ALL.into_iter().filter(|way| way.is_open_to(cell)) {
            let counted = counts.iter();
            jobs.extend(
                counted.map(|count| Job::counted_calls(run.id, cell, &program, way, *count)),
            );
        }
    }
    run.session.do_all("instructions of calls", jobs)
}

fn isolation(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let pairs = run.session.lab.project.isolation()?;
    let candidates = candidates(cells);
    let mut jobs = Vec::new();
    for pair in &pairs {
        for cell in &candidates {
            let ways = Way::ALL.into_iter().filter(|way| way.is_open_to(cell));
            jobs.extend(ways.map(|way| Job::left(run.id, cell, pair, way)));
        }
    }
    run.session.do_all("isolation", jobs)
}
