//! What stands where something was not measured.

use crate::evidence::Evidence;
use crate::html::{Html, code};
use crate::outcome::{self, Outcome};
use crate::poc::Poc;

/// A note that something was not measured yet, with the command that measures it.
pub(super) fn note(command: &str) -> Html {
    let words = Html::text("not measured yet: run").and(&code(command));
    words.within("span", "tiers-missing")
}

/// The same for something of `cell`: a cell that could not be provisioned says what would help.
pub(super) fn of_cell(evidence: &Evidence, poc: &Poc, cell: &str) -> Html {
    match outcome::of(evidence, poc.id, cell) {
        Some((Outcome::NotProvisioned, help)) => {
            let words = Html::text(&format!("{cell} is not provisioned on this machine:"));
            words.and(&code(help)).within("span", "tiers-missing")
        }
        Some((Outcome::Failed | Outcome::Blocked, detail)) => {
            let first = detail.lines().next().unwrap_or_default();
            let words = Html::text(&format!("{cell} did not run: {first}"));
            words.within("span", "tiers-missing")
        }
        Some((Outcome::Result, _)) | None => Html::text(&format!("{cell}:"))
            .and(&note(poc.command))
            .within("span", ""),
    }
}
