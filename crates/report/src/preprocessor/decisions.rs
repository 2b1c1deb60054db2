//! How long decisions took, as the book shows it.

use super::missing;
use crate::decisions::{self, GOAL_MS};
use crate::evidence::Evidence;
use crate::html::{Html, Table};
use crate::number;
use crate::poc::Poc;

/// The decisions about each program, beside the goal.
pub(super) fn table(evidence: &Evidence, poc: &Poc) -> Html {
    let found = decisions::decisions(evidence);
    if found.is_empty() {
        return missing::note(poc.command);
    }
    let headers = [
        ("number", "lines"),
        ("number", "median"),
        ("number", "for 1,000 lines"),
        ("number", "goal"),
        ("text", "met"),
        ("number", "runs"),
    ];
    let mut table = Table::new(
        "From a program's source to the decision where it may run",
        &headers,
    );
    for row in &found {
        let is_met = row.per_thousand_lines_ms <= GOAL_MS;
        table.row(vec![
            Html::text(&number::grouped(row.lines)),
            Html::text(&number::milliseconds(row.median_ms)),
            Html::text(&number::milliseconds(row.per_thousand_lines_ms)),
            Html::text(&format!("≤ {}", number::milliseconds(GOAL_MS))),
            Html::text(if is_met { "yes" } else { "no" }),
            Html::text(&row.runs.to_string()),
        ]);
    }
    table.html()
}
