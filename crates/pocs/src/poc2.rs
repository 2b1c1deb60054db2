//! PoC 2: does dynamic syntax work?
//!
//! Every program under `samples/syntax` exercises one construct, on both tiers, against python3. A file dropped there is
//! a row of the table. A quick run takes a part of the rows on the other targets.

use lab::{Cell, LabError};

use crate::stages::Run;

pub(crate) fn run(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let usable = run.describe(cells)?;
    let constructs = run.session.lab.project.syntax()?;
    run.long_table("constructs", &constructs, &usable, 1)?;
    run.conclude(&usable)
}
