//! PoC 7: what does Light cost and buy?
//!
//! The paper's three measurements, in its order: fidelity (the 20 idiom samples against python3), speed (its four works
//! as paired, interleaved rounds), portability (size, dynamic libraries, self-containment). Beside the samples runs the
//! catalogue of known divergences: it isolates the one difference that the paper found, and tests its conclusion. What runs
//! on an emulator has no speed; a quick run times this machine's own target alone, and takes a part of the catalogue.

use lab::{Cell, LabError, Sample};

use crate::stages::Run;
use crate::works::START_UP;
use crate::{WORKS, works};

/// The entries of the catalogue that claims of the paper are judged by.
const CITED: [&str; 2] = [
    "divergences/value/silent_values",
    "divergences/wording/abstract_class_message",
];

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
    run.conclude(&usable)
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
