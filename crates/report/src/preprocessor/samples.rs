//! Samples and probes as the book shows them.

use std::collections::BTreeMap;

use record::{CellPrint, Metric, Role};

use super::missing;
use super::tags::POC;
use crate::evidence::{Evidence, Place};
use crate::fidelity::{self, Fidelity, SampleVerdict};
use crate::html::{Html, Table, block, code};

const COMMAND: &str = "just poc7";

/// Returns the cell of that name; `light` and `full` stand for the builds that the paper measured.
fn cell<'a>(evidence: &'a Evidence, name: &str) -> Option<&'a CellPrint> {
    evidence.cell(name).or_else(|| evidence.as_paper(name))
}

/// The table in the paper's shape.
pub(super) fn fidelity(evidence: &Evidence, name: &str) -> Html {
    let Some(cell) = cell(evidence, name) else {
        return missing::of_cell(evidence, name, COMMAND);
    };
    let table = Fidelity::of(evidence, POC, cell);
    if table.rows.is_empty() {
        return missing::of_cell(evidence, &cell.name, COMMAND);
    }
    block(table.text().as_bytes())
}

/// The difference between CPython's and a cell's output of one sample.
pub(super) fn diff(evidence: &Evidence, sample: &str, name: &str) -> Html {
    let cell_name = cell(evidence, name).map_or(name, |cell| &cell.name);
    match fidelity::diff(evidence, POC, cell_name, sample) {
        None => missing::of_cell(evidence, cell_name, COMMAND),
        Some(diff) if diff.is_empty() => Html::text(&format!(
            "{sample} prints the same bytes on {cell_name} as on CPython."
        ))
        .within("p", ""),
        Some(diff) => Html::text(&diff)
            .within("code", "language-diff")
            .within("pre", "tiers-output"),
    }
}

/// What CPython and a cell printed, side by side.
pub(super) fn outputs(evidence: &Evidence, sample: &str, name: &str) -> Html {
    let cell_name = cell(evidence, name).map_or(name, |cell| &cell.name);
    let output = |cell: &str| evidence.output(&Place::sample(POC, cell, sample), Metric::Stdout);
    let oracle = evidence.oracle().and_then(|oracle| output(&oracle.name));
    let (Some(oracle), Some(here)) = (oracle, output(cell_name)) else {
        return missing::of_cell(evidence, cell_name, COMMAND);
    };
    sides(oracle, here, cell_name)
}

fn sides(oracle: &[u8], here: &[u8], name: &str) -> Html {
    let side = |name: &str, output: &[u8]| {
        Html::text(name)
            .within("p", "tiers-side")
            .and(&block(output))
            .within("div", "")
    };
    Html::joined([side("CPython", oracle), side(name, here)], "").within("div", "tiers-sides")
}

/// The probes, family by family: their verdicts on each cell, and the outputs of those that differ on Light.
pub(super) fn probes(evidence: &Evidence) -> Html {
    let probes = evidence.probes();
    if probes.is_empty() {
        return missing::note(COMMAND);
    }
    let mut families: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for probe in &probes {
        let (family, _) = family_and_name(probe);
        families.entry(family).or_default().push(probe);
    }
    let families = families
        .iter()
        .map(|(family, probes)| one_family(evidence, family, probes));
    Html::joined(families, "")
}

fn one_family(evidence: &Evidence, family: &str, probes: &[&str]) -> Html {
    let candidates: Vec<&CellPrint> = evidence
        .cells()
        .iter()
        .filter(|cell| cell.role == Role::Candidate)
        .collect();
    let mut list = Html::text(family).within("h3", "");
    for probe in probes {
        let (_, name) = family_and_name(probe);
        let mut table = Table::new(
            name,
            &[("text", "cell"), ("text", "verdict"), ("long", "note")],
        );
        for cell in &candidates {
            let row = fidelity::row(evidence, POC, &cell.name, probe);
            let (verdict, note) = row.map_or(("–", "not run".into()), |row| {
                (row.verdict.word(), row.note)
            });
            table.row(vec![
                code(&cell.name),
                Html::text(verdict),
                Html::text(&note),
            ]);
        }
        list.push(&table.html());
        list.push(&differing_outputs(evidence, probe));
    }
    list
}

fn differing_outputs(evidence: &Evidence, probe: &str) -> Html {
    let Some(light) = evidence.as_paper("light") else {
        return Html::default();
    };
    let row = fidelity::row(evidence, POC, &light.name, probe);
    if row.is_none_or(|row| row.verdict == SampleVerdict::Pass) {
        return Html::default();
    }
    outputs(evidence, probe, &light.name)
}

/// `divergences/value/silent_values` is `silent_values` of the family `value`.
fn family_and_name(probe: &str) -> (&str, &str) {
    let within = probe.strip_prefix("divergences/").unwrap_or(probe);
    within.split_once('/').unwrap_or(("", within))
}
