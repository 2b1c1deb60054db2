//! PoC 8: does it travel, and can a program choose its tier?
//!
//! The 20 samples on each target, on Light and on Full where it could be brought: the same bytes everywhere, or a
//! difference that can be shown. Then the dispatcher: how long a decision takes, and what it accepts of the corpora that this
//! machine has, beside what Light prints.

use lab::{Cell, LabError};

use crate::stages::Run;
use crate::{corpora, decisions};

pub(crate) fn run(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let usable = run.describe(cells)?;
    let samples = run.session.lab.project.idioms()?;
    run.samples("fidelity", &samples, &usable)?;
    decisions::time(run, &usable)?;
    corpora::score(run, &usable)?;
    run.conclude(&usable)
}
