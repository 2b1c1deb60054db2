//! PoC 8: does it travel?
//!
//! The 20 samples on each target, on Light and on Full where it could be brought: the same bytes everywhere, or a
//! difference that can be shown. Nothing is timed.

use lab::{Cell, LabError};

use crate::stages::Run;

pub(crate) fn run(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let usable = run.describe(cells)?;
    let samples = run.session.lab.project.idioms()?;
    run.samples("fidelity", &samples, &usable)?;
    run.conclude(&usable)
}
