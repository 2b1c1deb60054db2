//! Peers beside us: what else runs Python portably, embedded or fast, in the same rounds as both tiers.
//!
//! What each of them is, by its own word; how much has to be installed; the 20 idiom samples with the memory that they
//! take; and the paper's four works, interleaved with python3. A work that a peer cannot run is run all the same: what it
//! says then is recorded, and gets no time.

use lab::{Cell, LabError};

use crate::stages::{Run, timed};
use crate::works;

pub(crate) fn run(
    run: &mut Run<'_, '_>,
    cells: &[&Cell],
    only: Option<&str>,
) -> Result<(), LabError> {
    let usable = run.describe(cells)?;
    for cell in &usable {
        run.session.measure_installation(run.id, cell)?;
    }
    let samples = run.session.lab.project.idioms()?;
    run.samples("fidelity", &samples, &usable)?;
    let cells = timed(&usable);
    for work in works::named(only) {
        run.rounds_of(work, &cells, run.rounds.of_peers(work))?;
    }
    run.conclude(&usable)
}
