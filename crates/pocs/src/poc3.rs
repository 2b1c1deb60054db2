//! PoC 3: does code from the wild work, and how fast?
//!
//! The 20 idiom samples and the speed programs on Full as pyo3 builds it by itself, with the libpython that python3
//! uses, against that python3.

use lab::{Cell, LabError};

use crate::WORKS;
use crate::stages::Run;

pub(crate) fn run(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let usable = run.describe(cells)?;
    let samples = run.session.lab.project.idioms()?;
    run.samples("fidelity", &samples, &usable)?;
    run.time(&WORKS, &usable)?;
    run.conclude(&usable)
}
