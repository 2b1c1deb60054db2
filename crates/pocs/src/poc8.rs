//! PoC 8: does it travel, and can a program choose its tier?
//!
//! The 20 samples on each target, on Light and on Full where it could be brought: the same bytes everywhere, or a
//! difference that can be shown. Then the dispatcher over the corpora that this machine has: what it accepts, beside what
//! Light prints.

use lab::{Cell, LabError};

use crate::corpora;
use crate::stages::Run;

pub(crate) fn run(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let usable = run.describe(cells)?;
    let samples = run.session.lab.project.idioms()?;
    run.samples("fidelity", &samples, &usable)?;
    corpora::score(run, &usable)?;
    run.conclude(&usable)
}
