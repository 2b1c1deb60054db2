//! The differential campaign: which calls do the same on the Light tier as on CPython.
//!
//! An *area* is a Python program (`samples/evidence/NAME.py`) that tries calls with arguments of every kind, and writes one line
//! a case. [`run`] runs it on the oracle and on the Light cells of the matrix, each run contained; a cell that a case kills goes
//! on after it. What came of the cases is joined, and counted by callable and kinds of arguments: a [`Table`], whose text is what
//! the dispatcher reads. The text depends on the interpreters alone, so that a second run can be compared with the first.
//!
//! Nothing is known here of the calls: what is tried stands in the areas. Nothing is printed.

mod area;
mod case;
mod compare;
mod continued;
mod error;
mod row;
mod table;

pub use area::{Area, areas};
pub use continued::CASES_PER_RUN;
pub use error::CampaignError;
pub use row::Row;
pub use table::{HEADER, Table};

use lab::{Cell, Lab, Observation};
use record::Role;

/// Returns the cells that are compared with the oracle: the Light tier as programs run on it, where its times count. A machine
/// that lacks one of them cannot run a campaign.
pub fn cells(lab: &Lab) -> Vec<&Cell> {
    let judged = |cell: &&Cell| {
        cell.tier == "light" && cell.role == Role::Candidate && cell.session && !cell.emulated
    };
    lab.matrix.cells.iter().filter(judged).collect()
}

/// Runs an area on the oracle and on the Light cells, and counts what came of it.
pub fn run(lab: &Lab, area: &Area) -> Result<Table, CampaignError> {
    let run_on = |cell: &Cell, first: usize, count: usize| -> Result<Observation, CampaignError> {
        let args = [first.to_string().into(), count.to_string().into()];
        Ok(lab.run_with(cell, &area.path, &args)?)
    };
    let (oracle, _) = lab.oracle()?;
    let cells = cells(lab);
    let (full, lights) = std::thread::scope(|scope| {
        let lights: Vec<_> = cells
            .iter()
            .map(|cell| {
                scope
                    .spawn(|| continued::run(&cell.name, |first, count| run_on(cell, first, count)))
            })
            .collect();
        let full = continued::run(&oracle.name, |first, count| run_on(oracle, first, count));
        let lights: Vec<_> = lights
            .into_iter()
            .map(std::thread::ScopedJoinHandle::join)
            .collect();
        (full, lights)
    });
    let lights = lights
        .into_iter()
        .map(|light| light.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        .collect::<Result<Vec<_>, _>>()?;
    compare::table(&full?, &lights)
}
