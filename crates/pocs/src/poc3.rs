//! PoC 3: does code from the wild work, and how fast?
//!
//! The 20 idiom samples and the speed programs on Full as pyo3 builds it by itself, with the libpython that python3
//! uses, against that python3. On the other targets the samples run on Full as it was brought there; times are the
//! machine's own target's.

use lab::{Cell, LabError};

use crate::WORKS;
use crate::stages::{Run, at_home};

pub(crate) fn run(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let usable = run.describe(cells)?;
    let samples = run.session.lab.project.idioms()?;
    run.samples("fidelity", &samples, &usable)?;
    run.time(&WORKS, &at_home(&usable))?;
    run.conclude(&usable)
}
