//! PoC 7: what does Light cost and buy?
//!
//! The paper's three measurements, in its order: fidelity (the 20 idiom samples against python3), speed (its four works
//! as paired, interleaved rounds), portability (size, dynamic libraries, self-containment). Beside the samples runs the
//! catalogue of known divergences: it isolates the one difference that the paper found, and tests its conclusion. What runs
//! on an emulator has no speed; a quick run times this machine's own target alone, and takes a part of the catalogue.
//!
//! Beyond the paper: how soon a prepared interpreter is up, and how many instructions a turn of each loop takes, in which
//! functions.

use lab::{Cell, Job, LabError, Sample};

use crate::stages::{Run, at_home, candidates, judged, timed};
use crate::works::START_UP;
use crate::{Rounds, WORKS, works};

/// The entries of the catalogue that claims of the paper are judged by.
const CITED: [&str; 2] = [
    "divergences/value/silent_values",
    "divergences/wording/abstract_class_message",
];

/// The loops whose instructions are counted: each for two sizes, of which the longer takes some seconds under the counter.
const PROFILED: [(&str, [u64; 2]); 2] = [("pure", [30_000, 90_000]), ("dynamic", [5_000, 15_000])];

/// In a quick run one entry of the catalogue in so many is tried.
const QUICK_STEP: usize = 16;

pub(crate) fn run(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let usable = run.describe(cells)?;
    let project = &run.session.lab.project;
    let (samples, probes) = (project.idioms()?, project.divergences()?);
    let is_cited = |probe: &Sample| CITED.contains(&probe.name.as_str());
    let (cited, others): (Vec<_>, Vec<_>) = probes.iter().cloned().partition(is_cited);
    run.samples("fidelity", &samples, &usable)?;
    run.sources(&probes, &usable)?;
    run.samples("divergences that claims rest on", &cited, &usable)?;
    run.long_table("divergences", &others, &usable, QUICK_STEP)?;
    run.alone(&usable)?;
    run.time(&WORKS, &usable)?;
    run.ready(&usable)?;
    profile(run, &at_home(&timed(&usable)))?;
    run.conclude(&usable)
}

/// Counts the instructions of the loops, function by function where functions have names. A quick run does not.
fn profile(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let wanted = run.rounds == Rounds::Full && run.session.counts_instructions();
    if !wanted || candidates(cells).is_empty() {
        return Ok(());
    }
    for (program, sizes) in PROFILED {
        let sample = run.session.lab.project.speed_program(program)?;
        let judged = judged(cells).into_iter();
        let jobs = judged.map(|cell| Job::profile(run.id, cell, &sample, sizes));
        let title = format!("profile of {program}");
        run.session.do_all(&title, jobs.collect())?;
    }
    Ok(())
}

/// Only the speed part, on the works of one program or on all.
pub(crate) fn bench(
    run: &mut Run<'_, '_>,
    cells: &[&Cell],
    only: Option<&str>,
) -> Result<(), LabError> {
    let usable = run.describe(cells)?;
    let works = works::named(only);
    run.time(&works, &usable)?;
    if works.contains(&START_UP) {
        run.ready(&usable)?;
    }
    run.conclude(&usable)
}
