//! The programs of a suite.

use record::Role;
use report::Evidence;
use report::poc::SUITE;
use report::suite::{Compared, cells, means, rows};

use super::{absences, printed, table};

/// Each program, and all together; first of all what is not there.
pub(crate) fn suite(evidence: &Evidence) -> String {
    let mut text = absences(evidence, SUITE.id);
    let sections = [
        ("Programs", programs(evidence)),
        ("Together", together(evidence)),
    ];
    for (title, section) in sections {
        if let Some(section) = section {
            text.extend(["\n", title, "\n", &section]);
        }
    }
    text
}

fn programs(evidence: &Evidence) -> Option<String> {
    let cells = cells(evidence);
    let mut headers = vec!["program", "python3 ms"];
    let shown = |role| role != Role::Control;
    headers.extend(
        cells
            .iter()
            .filter(|cell| shown(cell.role))
            .map(|cell| cell.name.as_str()),
    );
    let mut table = table(&headers);
    for row in rows(evidence) {
        let python3 = row.python3_ms.map_or("-".into(), |ms| format!("{ms:.1}"));
        let mut words = vec![row.program.to_owned(), python3];
        let on = cells
            .iter()
            .zip(row.on)
            .filter(|(cell, _)| shown(cell.role));
        words.extend(on.map(|(_, on)| match on {
            Ok(Compared { ratio, runs: 1 }) => format!("{:.2} ×", ratio.median),
            Ok(Compared { ratio, .. }) => {
                format!("{:.2} × {:.2}–{:.2}", ratio.median, ratio.low, ratio.high)
            }
            Err(why) => why,
        }));
        table.add_row(words);
    }
    printed(&table)
}

fn together(evidence: &Evidence) -> Option<String> {
    let mut table = table(&["cell", "geometric mean", "least", "most", "same output"]);
    for mean in means(evidence) {
        let figure = |figure: Option<f64>| figure.map_or("-".into(), |n| format!("{n:.2} ×"));
        table.add_row([
            mean.cell.name.clone(),
            figure(mean.ratios.map(|ratios| ratios.geometric_mean)),
            figure(mean.ratios.map(|ratios| ratios.least)),
            figure(mean.ratios.map(|ratios| ratios.most)),
            format!("{} of {}", mean.same, mean.of),
        ]);
    }
    printed(&table)
}
