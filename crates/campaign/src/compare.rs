//! The oracle's outcomes beside those of other cells.

use tiers::Ending;

use crate::case::{Case, Outcome};
use crate::continued::Tried;
use crate::row::{Compared, Example};
use crate::{CampaignError, Table};

/// The longest outcome that an example shows.
const OUTCOME_CHARACTERS: usize = 70;

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
    let example = |full: &str, other: &str| Example {
        expression: case.expression.clone(),
        full: shortened(full),
        light: shortened(other),
        cells: vec![light.cell.clone()],
        of_cells: cells,
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

fn shortened(text: &str) -> String {
    if text.chars().count() <= OUTCOME_CHARACTERS {
        return text.to_owned();
    }
    text.chars()
        .take(OUTCOME_CHARACTERS - 1)
        .chain(['…'])
        .collect()
}

#[cfg(test)]
mod tests;
