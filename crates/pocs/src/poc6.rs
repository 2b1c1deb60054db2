//! PoC 6: is a regular source build the Full tier?
//!
//! Full as it is used from here on, on the CPython at hand (in Nix the pinned one, built from source): the 20 samples,
//! and start-up and loops beside python3 of the same CPython and PoC 3's build. On the other targets Full with a
//! libpython for the target, or as a build of CPython for WASI, runs the samples.

use lab::{Cell, LabError};

use crate::WORKS;
use crate::stages::{Run, at_home};

pub(crate) fn run(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let usable = run.describe(cells)?;
    let samples = run.session.lab.project.idioms()?;
    run.samples("fidelity", &samples, &usable)?;
    run.alone(&usable)?;
    run.time(&WORKS, &at_home(&usable))?;
    run.conclude(&usable)
}
