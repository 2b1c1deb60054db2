//! The controls as the book shows them.

use super::missing;
use crate::controls::{self, ControlRow, State, Trial};
use crate::evidence::Evidence;
use crate::html::{Html, Table, block, code};

/// The command that runs them.
const COMMAND: &str = "tiers controls";

/// What became of each control, and under it what the commands said.
pub(super) fn controls(evidence: &Evidence) -> Html {
    let rows = controls::rows(evidence);
    if rows.iter().all(|row| row.state == State::NotRun) {
        return missing::note(COMMAND);
    }
    let headers = [
        ("text", "control"),
        ("long", "what is made wrong"),
        ("text", "noticed"),
    ];
    let mut table = Table::new("Faults that must be noticed", &headers);
    for row in &rows {
        table.row(vec![
            code(row.control),
            Html::text(row.fault),
            Html::text(word(row.state)),
        ]);
    }
    let outputs = rows.iter().map(outputs);
    table.html().and(&Html::joined(outputs, ""))
}

fn word(state: State) -> &'static str {
    match state {
        State::Caught => "yes",
        State::NotCaught => "no",
        State::NotProvisioned => "this machine lacks what it takes",
        State::NotRun => "not run yet",
    }
}

fn outputs(row: &ControlRow) -> Html {
    let title = code(row.control).and(&Html::text(&format!(": {}", row.fault)));
    let halves = [
        ("as it should be", &row.right),
        ("with the fault", &row.wrong),
    ];
    let halves = halves
        .into_iter()
        .filter_map(|(words, trial)| Some(said(words, trial.as_ref()?)));
    title.within("h3", "").and(&Html::joined(halves, ""))
}

/// A command as one would see it in a terminal.
fn said(words: &str, trial: &Trial) -> Html {
    let Trial {
        command,
        status,
        stdout,
        stderr,
    } = trial;
    let seen = format!("$ {command}\n{stdout}{stderr}[exit status {status}]\n");
    let words = Html::text(&format!("{words}:")).within("p", "");
    words.and(&block(seen.as_bytes()))
}
