//! Prepared interpreters as the book shows them.

use record::Phase;

use super::missing;
use crate::evidence::Evidence;
use crate::html::{Html, Table, code};
use crate::number;
use crate::ready::{self, POC, ReadyRow};
use crate::speed;

/// The program that does next to nothing, and its size.
const STARTUP: (&str, &str, u64) = (POC, "startup", 1);

/// How soon they are up, and what they take.
pub(super) fn table(evidence: &Evidence) -> Html {
    let rows = ready::rows(evidence);
    if rows.is_empty() {
        return missing::note("./artifact bench startup");
    }
    let headers = [
        ("text", "cell"),
        ("number", "up: median"),
        ("number", "nine of ten"),
        ("number", "runs"),
        ("number", "a program: median"),
        ("number", "own memory"),
    ];
    let mut table = Table::new("Clean interpreters that were prepared", &headers);
    for row in &rows {
        table.row(pieces(evidence, row));
    }
    table.html()
}

fn pieces(evidence: &Evidence, row: &ReadyRow<'_>) -> Vec<Html> {
    let nothing = || "–".to_owned();
    let program = speed::find(evidence.speed(), STARTUP, Phase::Warm, &row.cell.name);
    let program = program.and_then(|program| program.median_ms);
    let words = [
        number::milliseconds(row.median_ms),
        number::milliseconds(row.p90_ms),
        row.runs.to_string(),
        program.map_or_else(nothing, number::milliseconds),
        row.unshared_bytes
            .map_or_else(nothing, number::mebibytes_of),
    ];
    let words = words.iter().map(|words| Html::text(words));
    let mut name = code(&row.cell.name);
    if let Some(remark) = row.remark() {
        name = name.and(&Html::text(&format!(", {remark}")));
    }
    std::iter::once(name).chain(words).collect()
}
