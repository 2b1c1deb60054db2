//! An area on one cell, from its first case to its last, whatever kills the cell in between.

use std::collections::BTreeMap;

use lab::Observation;
use tiers::Ending;

use crate::CampaignError;
use crate::case::{Case, Line};

/// How many cases one process tries: few enough that none comes near a limit by their number.
pub const CASES_PER_RUN: usize = 4000;

/// How often in a row a cell may die without a case between. More than that and it is not the cases that it dies of.
const DEATHS_IN_A_ROW: usize = 200;

/// What came of an area on a cell.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tried {
    /// The cell's name.
    pub(crate) cell: String,
    /// The cases by number. Where the cell died of one, how it ended.
    pub(crate) cases: BTreeMap<usize, Result<Case, Ending>>,
}

/// Runs an area on the cell called `cell`. `run_on` runs as many cases as its second argument says, from that in its first.
pub(crate) fn run(
    cell: &str,
    run_on: impl Fn(usize, usize) -> Result<Observation, CampaignError>,
) -> Result<Tried, CampaignError> {
    let mut tried = Tried {
        cell: cell.to_owned(),
        cases: BTreeMap::new(),
    };
    let mut next = 0;
    let mut deaths = 0;
    loop {
        let observation = run_on(next, CASES_PER_RUN)?;
        let mut total = None;
        let mut written = next;
        for line in String::from_utf8_lossy(&observation.stdout).lines() {
            match Line::read(line) {
                Some(Line::Case(index, case)) if index == written => {
                    tried.cases.insert(index, Ok(case));
                    written += 1;
                }
                Some(Line::Total(count)) => total = Some(count),
                _ => return Err(broken(cell, &format!("it wrote {line:?}"), &observation)),
            }
        }
        match total {
            Some(total) if written >= total => return Ok(tried),
            Some(_) if written == next + CASES_PER_RUN => next = written,
            Some(_) => return Err(broken(cell, "cases are missing", &observation)),
            None if is_death(&observation.ending) => {
                deaths = if written == next { deaths + 1 } else { 1 };
                if deaths > DEATHS_IN_A_ROW {
                    return Err(broken(cell, "it dies of every case", &observation));
                }
                tried.cases.insert(written, Err(observation.ending));
                next = written + 1;
            }
            None => return Err(broken(cell, "it did not come to its end", &observation)),
        }
    }
}

/// Says whether it was a case that ended the process. An area whose own code fails ends as any program with a fault does.
fn is_death(ending: &Ending) -> bool {
    !matches!(ending, Ending::Exited(0..=2))
}

fn broken(cell: &str, what: &str, observation: &Observation) -> CampaignError {
    CampaignError::Area {
        cell: cell.to_owned(),
        why: format!(
            "{what}, and {}: {}",
            observation.ending,
            String::from_utf8_lossy(&observation.stderr).trim_end()
        ),
    }
}

#[cfg(test)]
mod tests;
