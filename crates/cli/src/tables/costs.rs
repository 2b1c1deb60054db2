//! What calls cost, and what is left behind by them.

use report::amortization::{POC, Way, comparisons, series};
use report::{Evidence, isolation};

use super::{printed, table};

/// The fitted lines, and from how many calls on each way pays.
pub(super) fn calls(evidence: &Evidence, poc: &str) -> Option<String> {
    if poc != POC {
        return None;
    }
    let series = series(evidence);
    let mut lines = table(&["cell", "calls in", "once, ms", "each call, ms", "interval"]);
    for one in &series {
        if let Some(line) = &one.line {
            lines.add_row([
                one.cell.name.clone(),
                one.way.words().to_owned(),
                format!("{:.2}", line.a.estimate),
                format!("{:.2}", line.b.estimate),
                format!("{:.2}–{:.2}", line.b.low, line.b.high),
            ]);
        }
    }
    let mut evens = table(&[
        "cell",
        "calls in",
        "pays from call",
        "interval",
        "instead of",
    ]);
    for comparison in comparisons(&series) {
        let even = &comparison.even;
        let end = |end: Option<f64>| end.map_or("…".into(), |end| format!("{end:.1}"));
        evens.add_row([
            comparison.here.cell.name.clone(),
            comparison.here.way.words().to_owned(),
            even.from
                .map_or("never".into(), |from| format!("{from:.1}")),
            format!("{}–{}", end(even.low), end(even.high)),
            comparison.with(),
        ]);
    }
    let mut counts = table(&["cell", "calls in", "once, instructions", "each call"]);
    for one in &series {
        if let Some(line) = &one.instructions {
            counts.add_row([
                one.cell.name.clone(),
                one.way.words().to_owned(),
                format!("{:.0}", line.a.estimate),
                format!("{:.0}", line.b.estimate),
            ]);
        }
    }
    let tables = [lines, evens, counts];
    let tables: Vec<String> = tables.iter().filter_map(printed).collect();
    (!tables.is_empty()).then(|| tables.join("\n"))
}

/// How much of what was left behind was seen.
pub(super) fn left(evidence: &Evidence, poc: &str) -> Option<String> {
    if poc != POC {
        return None;
    }
    let mut table = table(&["cell", "calls in", "left", "seen by the next"]);
    for cell in isolation::isolation(evidence) {
        for way in Way::ALL {
            if let Some((tried, crossed)) = cell.count(way) {
                table.add_row([
                    cell.cell.name.clone(),
                    way.words().to_owned(),
                    tried.to_string(),
                    crossed.to_string(),
                ]);
            }
        }
    }
    printed(&table)
}
