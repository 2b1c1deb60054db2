//! PoC 5: does static linking resolve it?
//!
//! Full linked against the static libpython, beside PoC 3's build and python3: its dynamic libraries, the 20 samples,
//! the speed programs. On the other targets the paper's attempt is repeated; and where a libpython for the target was
//! brought, Full linked with it runs the samples.

use lab::{Cell, LabError};

use crate::WORKS;
use crate::stages::{Run, at_home, running};

pub(crate) fn run(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let usable = run.describe(&running(cells))?;
    let samples = run.session.lab.project.idioms()?;
    run.samples("fidelity", &samples, &usable)?;
    run.alone(&usable)?;
    run.time(&WORKS, &at_home(&usable))?;
    run.conclude(&usable)?;
    run.attempts(cells)
}
