//! The oracle's outcomes beside those of other cells.

use tiers::Ending;

use crate::case::{Case, Outcome};
use crate::continued::Tried;
use crate::row::{Compared, Example};
use crate::{CampaignError, Table};

/// The longest outcome that an example shows.
const OUTCOME_CHARACTERS: usize = 60;

/// How much of what two outcomes have in common is shown before they part.
const COMMON_CHARACTERS: usize = 20;

/// Counts what differs between the oracle and any of the other cells.
pub(crate) fn table(full: &Tried, lights: &[Tried]) -> Result<Table, CampaignError> {
    let mut table = Table::default();
    for (index, case) in &full.cases {
        let case = match case {
            Ok(case) => case,
            Err(ending) => {
                return Err(CampaignError::Area {
                    cell: full.cell.clone(),
                    why: format!("{ending} in case {index}"),
                });
            }
        };
        let mut compared = Compared::Same;
        for light in lights {
            let there = outcome(*index, case, light)?;
            compared = compared.worse(compare(case, there, light, lights.len()));
        }
        table.add(case, compared);
    }
    Ok(table)
}

/// Returns what came of the case on another cell.
fn outcome<'t>(
    index: usize,
    case: &Case,
    light: &'t Tried,
) -> Result<Result<&'t Outcome, &'t Ending>, CampaignError> {
    let misaligned = |there: &str| CampaignError::Misaligned {
        index,
        cell: light.cell.clone(),
        full: case.expression.clone(),
        light: there.to_owned(),
    };
    match light.cases.get(&index) {
        None => Err(misaligned("missing")),
        Some(Err(ending)) => Ok(Err(ending)),
        Some(Ok(there))
            if (&there.callable, &there.expression) == (&case.callable, &case.expression) =>
        {
            Ok(Ok(&there.outcome))
        }
        Some(Ok(there)) => Err(misaligned(&there.expression)),
    }
}

fn compare(case: &Case, there: Result<&Outcome, &Ending>, light: &Tried, cells: usize) -> Compared {
    let example = |full: &str, other: &str| {
        let from = start(full, other);
        Example {
            expression: case.expression.clone(),
            full: shortened(full, from),
            light: shortened(other, from),
            cells: vec![light.cell.clone()],
            of_cells: cells,
        }
    };
    let there = match there {
        Ok(there) => there,
        Err(ending) => {
            return Compared::Different(example(&shown(&case.outcome), &ending.to_string()));
        }
    };
    match (&case.outcome, there) {
        (
            Outcome::Returned { kind, value, text },
            Outcome::Returned {
                kind: other_kind,
                value: other_value,
                text: other_text,
            },
        ) => {
            if (kind, value) == (other_kind, other_value) {
                Compared::Same
            } else if text != other_text {
                Compared::Different(example(text, other_text))
            } else {
                // A person would see no difference: what was changed, or a type, is another.
                let (full, other) = (
                    format!("{kind} {value}"),
                    format!("{other_kind} {other_value}"),
                );
                Compared::Different(example(&full, &other))
            }
        }
        (
            Outcome::Raised {
                kind,
                printed,
                text,
            },
            Outcome::Raised {
                kind: other_kind,
                printed: other_printed,
                text: other_text,
            },
        ) if (kind, printed) == (other_kind, other_printed) => {
            if text == other_text {
                Compared::Same
            } else {
                Compared::Text(example(&shown(&case.outcome), &shown(there)))
            }
        }
        _ => Compared::Different(example(&shown(&case.outcome), &shown(there))),
    }
}

fn shown(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Returned { text, .. } => text.clone(),
        Outcome::Raised {
            kind,
            printed,
            text,
        } if printed.len() <= 2 => format!("{kind}: {text}"),
        Outcome::Raised {
            kind,
            printed,
            text,
        } => format!("{printed}, {kind}: {text}"),
    }
}

/// Returns where to begin with two outcomes of which one is too long, so that it is seen where they part.
fn start(full: &str, other: &str) -> usize {
    let long = [full, other]
        .iter()
        .any(|text| text.chars().count() > OUTCOME_CHARACTERS);
    let pairs = full.chars().zip(other.chars());
    let common = pairs.take_while(|(one, another)| one == another).count();
    if long {
        common.saturating_sub(COMMON_CHARACTERS)
    } else {
        0
    }
}

fn shortened(text: &str, from: usize) -> String {
    let rest = text.chars().skip(from);
    let mut shown: String = if from > 0 { "…" } else { "" }.into();
    if rest.clone().count() <= OUTCOME_CHARACTERS {
        shown.extend(rest);
    } else {
        shown.extend(rest.take(OUTCOME_CHARACTERS - 1).chain(['…']));
    }
    shown
}

#[cfg(test)]
mod tests;
