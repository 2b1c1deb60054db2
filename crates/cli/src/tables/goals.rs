//! Prepared interpreters, and the goals for speed.

use report::Evidence;
use report::goals::{self, Limit};
use report::ready;

use super::{printed, table};

/// The prepared interpreters; none where none was asked for.
pub(crate) fn ready(evidence: &Evidence) -> Option<String> {
    let mut table = table(&["cell", "up: median ms", "90 % ms", "own MiB", "runs"]);
    for row in ready::rows(evidence) {
        let unshared = row.unshared_bytes.map(|bytes| bytes / f64::from(1 << 20));
        table.add_row([
            match row.remark() {
                Some(remark) => format!("{}, {remark}", row.cell.name),
                None => row.cell.name.clone(),
            },
            format!("{:.3}", row.median_ms),
            format!("{:.3}", row.p90_ms),
            unshared.map_or("-".into(), |mebibytes| format!("{mebibytes:.1}")),
            row.runs.to_string(),
        ]);
    }
    printed(&table)
}

/// The goals for speed, those that were measured; none where none was.
pub(crate) fn goals(evidence: &Evidence) -> Option<String> {
    let mut table = table(&["goal", "limit", "now", "cell", "met"]);
    for reached in goals::reached(evidence) {
        let (Some(found), Some(is_met)) = (reached.found, reached.is_met) else {
            continue;
        };
        let (limit, now) = match reached.goal.limit {
            Limit::Ratio(limit) => {
                let ratio = found.ratio.map(|ratio| {
                    format!(
                        "{:.2} × [{:.2}, {:.2}]",
                        ratio.median, ratio.low, ratio.high
                    )
                });
                (format!("{limit:.2} ×"), ratio.unwrap_or("-".into()))
            }
            Limit::Ms(limit) => (
                format!("{limit:.1} ms"),
                format!("{:.3} ms", found.median_ms),
            ),
        };
        table.add_row([
            reached.goal.words.to_owned(),
            limit,
            now,
            found.cell.name.clone(),
            if is_met { "yes" } else { "no" }.into(),
        ]);
    }
    printed(&table)
}
