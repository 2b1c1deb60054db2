//! Samples as the book shows them.

use record::{CellPrint, Metric};

use super::cells::counts;
use super::missing;
use crate::evidence::{Evidence, Place};
use crate::fidelity::{self, Fidelity, SampleRow, SampleVerdict};
use crate::html::{Html, Table, block, code, details};
use crate::outcome::{self, Outcome};
use crate::poc::Poc;

/// The table in the paper's shape.
pub(super) fn fidelity(evidence: &Evidence, poc: &Poc, name: &str) -> Html {
    let Some(cell) = evidence.named(poc.id, name) else {
        return missing::of_cell(evidence, poc, name);
    };
    let table = Fidelity::of(evidence, poc.id, cell);
    if table.rows.is_empty() {
        return missing::of_cell(evidence, poc, &cell.name);
    }
    block(table.text().as_bytes())
}

/// How the samples of a `PoC` fared on each cell, and all that did not pass with what it printed.
pub(super) fn samples(evidence: &Evidence, poc: &Poc) -> Html {
    let cells: Vec<&CellPrint> = evidence.candidates(poc.id).collect();
    let tables: Vec<Fidelity> = cells
        .iter()
        .map(|cell| Fidelity::of(evidence, poc.id, cell))
        .collect();
    if tables.iter().all(|table| table.rows.is_empty()) {
        return missing::note(poc.command);
    }
    let mut html = summary(evidence, poc, &tables);
    for table in &tables {
        for row in &table.rows {
            if row.verdict != SampleVerdict::Pass {
                html.push(&apart(evidence, poc, table, row));
            }
        }
    }
    html.push(&details(
        &Html::text("Every program on every cell"),
        &complete(&tables),
    ));
    html
}

fn summary(evidence: &Evidence, poc: &Poc, tables: &[Fidelity]) -> Html {
    let headers = [
        ("text", "cell"),
        ("number", "PASS / DIFF / FAIL"),
        ("number", "of"),
        ("long", "did not pass"),
    ];
    let mut summary = Table::new("Programs that print what CPython prints", &headers);
    for table in tables {
        let apart = table.rows.iter();
        let apart = apart.filter(|row| row.verdict != SampleVerdict::Pass);
        let names: Vec<Html> = apart.map(|row| code(&row.sample)).collect();
        let list = match outcome::of(evidence, poc.id, &table.cell) {
            Some((Outcome::Result, _)) if names.is_empty() => Html::text("–"),
            Some((Outcome::Result, _)) => Html::joined(names, ", "),
            _ => missing::of_cell(evidence, poc, &table.cell),
        };
        summary.row(vec![
            judged(table),
            Html::text(&counts(table)),
            Html::text(&table.samples.len().to_string()),
            list,
        ]);
    }
    summary.html()
}

/// The cell, with what it is compared with where that is not what the others are compared with.
fn judged(table: &Fidelity) -> Html {
    let cell = code(&table.cell);
    match &table.other_oracle {
        None => cell,
        Some(oracle) => cell.and(&Html::text(&format!("judged against {oracle}"))),
    }
}

/// A program that did not pass, with what it printed behind its name.
fn apart(evidence: &Evidence, poc: &Poc, table: &Fidelity, row: &SampleRow) -> Html {
    let words = format!("on {}: {}, {}", table.cell, row.verdict.word(), row.note);
    let title = code(&row.sample).and(&Html::text(&words));
    details(&title, &outputs(evidence, poc, &row.sample, &table.cell))
}

/// Every sample in a row, with its verdict on every cell.
fn complete(tables: &[Fidelity]) -> Html {
    let samples = tables.iter().flat_map(|table| table.samples.iter());
    let mut samples: Vec<&String> = samples.collect();
    samples.sort();
    samples.dedup();
    let cells = tables.iter().map(|table| ("text", table.cell.clone()));
    let headers: Vec<_> = [("text", "program".to_owned())]
        .into_iter()
        .chain(cells)
        .collect();
    let mut complete = Table::new("Programs and verdicts", &headers);
    for sample in samples {
        let verdicts = tables.iter().map(|table| {
            let row = table.row(sample);
            Html::text(row.map_or("–", |row| row.verdict.word()))
        });
        complete.row([code(sample)].into_iter().chain(verdicts).collect());
    }
    complete.html()
}

/// The difference between the outputs of one sample on a cell's oracle and on the cell.
pub(super) fn diff(evidence: &Evidence, poc: &Poc, sample: &str, name: &str) -> Html {
    let cell_name = evidence.named(poc.id, name).map_or(name, |cell| &cell.name);
    match fidelity::diff(evidence, poc.id, cell_name, sample) {
        None => missing::of_cell(evidence, poc, cell_name),
        Some(diff) if diff.is_empty() => Html::text(&format!(
            "{sample} prints the same bytes on {cell_name} as on {}.",
            evidence
                .cell(cell_name)
                .map_or("CPython", |cell| evidence.measure(cell))
        ))
        .within("p", ""),
        Some(diff) => Html::text(&diff)
            .within("code", "language-diff")
            .within("pre", "tiers-output"),
    }
}

/// What the oracle of a cell and the cell printed, side by side.
pub(super) fn outputs(evidence: &Evidence, poc: &Poc, sample: &str, name: &str) -> Html {
    let Some(cell) = evidence.named(poc.id, name) else {
        return missing::of_cell(evidence, poc, name);
    };
    let output = |cell: &str| evidence.output(&Place::sample(poc.id, cell, sample), Metric::Stdout);
    let oracle = evidence.oracle_of(cell);
    let oracle = oracle.and_then(|oracle| output(&oracle.name));
    let (Some(oracle), Some(here)) = (oracle, output(&cell.name)) else {
        return missing::of_cell(evidence, poc, &cell.name);
    };
    sides((evidence.measure(cell), oracle), (&cell.name, here))
}

pub(super) fn sides(oracle: (&str, &[u8]), here: (&str, &[u8])) -> Html {
    let side = |(name, output): (&str, &[u8])| {
        Html::text(name)
            .within("p", "tiers-side")
            .and(&block(output))
            .within("div", "")
    };
    Html::joined([side(oracle), side(here)], "").within("div", "tiers-sides")
}
