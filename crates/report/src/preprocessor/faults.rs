//! What was done to the project's own work, as the book shows it.

use record::{FaultPart, FaultTrials};

use super::missing;
use super::tags::TagProblem;
use crate::evidence::Evidence;
use crate::faults::{self, COMMAND, PARTS};
use crate::html::{Html, Table, code};
use crate::number;

/// The word for all parts together.
const TOTALS: &str = "totals";

/// Returns the table of a part, or that of all parts.
pub(super) fn part(evidence: &Evidence, word: &str) -> Result<Html, TagProblem> {
    if word == TOTALS {
        return Ok(totals(evidence));
    }
    let part = PARTS.into_iter().find(|part| faults::name(*part) == word);
    let known = || PARTS.map(faults::name).join(", ");
    let part = part.ok_or_else(|| TagProblem::Name {
        what: "part",
        name: word.into(),
        known: format!("{TOTALS}, {}", known()),
    })?;
    Ok(trials(evidence, part))
}

fn totals(evidence: &Evidence) -> Html {
    let totals = faults::totals(evidence);
    if totals.is_empty() {
        return missing::note(COMMAND);
    }
    let headers = [
        ("text", "what was tried"),
        ("number", "kinds"),
        ("number", "trials"),
        ("number", "in time"),
        ("number", "harm"),
    ];
    let mut table = Table::new("All trials, and how many of them ended in harm", &headers);
    for total in totals {
        let count = |count: u64| Html::text(&number::grouped(count));
        table.row(vec![
            Html::text(words(total.part)),
            count(total.kinds),
            count(total.tried),
            count(total.struck),
            count(total.harmed),
        ]);
    }
    table.html()
}

fn trials(evidence: &Evidence, part: FaultPart) -> Html {
    let rows: Vec<&FaultTrials> = faults::trials(evidence, part).collect();
    if rows.is_empty() {
        return missing::note(&faults::command(part));
    }
    let headers = [
        ("text", "what"),
        ("text", "what was done to it"),
        ("number", "trials"),
        ("number", "in time"),
        ("number", "harm"),
        ("long", "besides"),
    ];
    let mut table = Table::new(words(part), &headers);
    for row in rows {
        let count = |count: u64| Html::text(&number::grouped(count));
        table.row(vec![
            code(&row.work),
            Html::text(&row.fault),
            count(row.tried),
            count(row.struck),
            count(row.harmed),
            besides(row),
        ]);
    }
    table.html()
}

/// What else was counted, and the harm in words.
fn besides(row: &FaultTrials) -> Html {
    let counts = row
        .counts
        .iter()
        .map(|(name, count)| format!("{}: {}", name.replace('_', " "), number::grouped(*count)));
    let all: Vec<String> = counts.chain(row.harm.iter().cloned()).collect();
    Html::text(&all.join(" · "))
}

fn words(part: FaultPart) -> &'static str {
    match part {
        FaultPart::Interruption => "Work that was interrupted, and went on",
        FaultPart::Program => "Programs that mean harm",
        FaultPart::Input => "Input that is not what it should be",
        FaultPart::Load => "Runs from many threads at once",
    }
}
