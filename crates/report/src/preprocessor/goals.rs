//! The goals for speed as the book shows them.

use super::{missing, speed};
use crate::evidence::Evidence;
use crate::goals::{self, Limit, Reached};
use crate::html::{Html, Table, code};
use crate::number;

/// Every goal, with the paper's figure, the one from before, and the one of this run.
pub(super) fn table(evidence: &Evidence) -> Html {
    let reached = goals::reached(evidence);
    if reached.iter().all(|reached| reached.found.is_none()) {
        return missing::note("./artifact bench all");
    }
    let headers = [
        ("text", "what"),
        ("number", "goal"),
        ("number", "paper"),
        ("number", "before"),
        ("number", "now [interval]"),
        ("text", "cell"),
        ("text", "met"),
    ];
    let mut table = Table::new("Goals for speed, and what was reached", &headers);
    for reached in &reached {
        table.row(pieces(reached));
    }
    table.html()
}

fn pieces(reached: &Reached<'_>) -> Vec<Html> {
    let Reached {
        goal,
        paper,
        before,
        found,
        is_met,
    } = reached;
    let nothing = || "–".to_owned();
    let limit = match goal.limit {
        Limit::Ratio(limit) => format!("≤ {}", number::ratio(limit)),
        Limit::Ms(limit) => format!("≤ {}", number::milliseconds(limit)),
    };
    let before = before.map_or_else(nothing, |before| match goal.limit {
        Limit::Ratio(_) => number::ratio(before.ratio),
        Limit::Ms(_) => number::milliseconds(before.median_ms),
    });
    let now = found.map_or_else(nothing, |found| match goal.limit {
        Limit::Ratio(_) => found
            .ratio
            .map_or_else(nothing, |ratio| speed::estimate(&ratio)),
        Limit::Ms(_) => number::milliseconds(found.median_ms),
    });
    let met = match is_met {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not measured",
    };
    vec![
        Html::text(goal.words),
        Html::text(&limit),
        Html::text(&paper.map_or_else(nothing, number::ratio)),
        Html::text(&before),
        Html::text(&now),
        found.map_or_else(|| Html::text("–"), |found| code(&found.cell.name)),
        Html::text(met),
    ]
}
