//! PoC 2: does dynamic syntax work?
//!
//! Every program under `samples/syntax` exercises one construct, on both tiers, against python3. A file dropped there is
//! a row of the table.

use lab::{Cell, LabError};

use crate::stages::Run;

pub(crate) fn run(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let usable = run.describe(cells)?;
    let constructs = run.session.lab.project.syntax()?;
    run.samples("constructs", &constructs, &usable)?;
    run.conclude(&usable)
}
