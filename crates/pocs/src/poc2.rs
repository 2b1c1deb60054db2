//! PoC 2: does dynamic syntax work?
//!
//! Every program under `samples/syntax` exercises one construct, on both tiers, against python3. A file dropped there is
//! a row of the table. A quick run takes a part of the rows on the other targets.

use lab::{Cell, Job, LabError};

use crate::stages::{Run, judged};

pub(crate) fn run(run: &mut Run<'_, '_>, cells: &[&Cell]) -> Result<(), LabError> {
    let usable = run.describe(cells)?;
    let constructs = run.session.lab.project.syntax()?;
    let mut jobs = Vec::new();
    for (index, construct) in constructs.iter().enumerate() {
        let cells = run.takers(&judged(&usable), index);
        jobs.extend(
            cells
                .into_iter()
                .map(|cell| Job::sample(run.id, cell, construct)),
        );
    }
    run.session.do_all("constructs", jobs)?;
    run.conclude(&usable)
}
