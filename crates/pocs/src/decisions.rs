//! How long the dispatcher takes to decide.

use lab::{Cell, LabError};
use record::Role;

use crate::Rounds;
use crate::stages::Run;

/// A part of an ordinary program; `_N` in its names is to be a number.
const PART: &str = include_str!("../../dispatch/benches/part.py");

/// How many parts the programs have: what fits a screen or two, and a thousand lines.
const PARTS: [usize; 2] = [1, 19];

/// The target on which Light runs contained, for which decisions are made.
const CONTAINED: &str = "wasm32-wasip1";

/// Takes the time of decisions, where Light is among the `usable` cells.
pub(crate) fn time(run: &mut Run<'_, '_>, usable: &[&Cell]) -> Result<(), LabError> {
    let is_light = |cell: &&&Cell| {
        (cell.tier.as_str(), cell.target.as_str()) == ("light", CONTAINED)
            && cell.role == Role::Candidate
            && cell.session
    };
    let Some(light) = usable.iter().find(is_light) else {
        return Ok(());
    };
    let rounds = match run.rounds {
        Rounds::Quick => 5,
        Rounds::Full => 31,
    };
    run.session.progress.stage("decisions", PARTS.len() as u64);
    for parts in PARTS {
        run.session
            .time_decisions(run.id, light, &program(parts), rounds)?;
        run.session.progress.step("decision");
    }
    Ok(())
}

/// Returns a program of so many parts.
fn program(parts: usize) -> String {
    (0..parts)
        .map(|number| PART.replace("_N", &format!("_{number}")))
        .collect()
}
