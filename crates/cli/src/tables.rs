//! What people read on a terminal.

use std::fmt::Write as _;

use comfy_table::{ContentArrangement, Table, presets};
use record::{CellPrint, Role};
use report::fidelity::{Fidelity, SampleVerdict, diff};
use report::outcome::Outcome;
use report::{Evidence, outcome, portability};

/// How wide a table of sentences is where there is no terminal to fill, in columns.
const WIDTH_WITHOUT_TERMINAL: u16 = 120;

/// Everything a PoC shows. Ends in the summary line of the build that the paper measured.
pub(crate) fn poc(evidence: &Evidence, poc: &str) -> String {
    let mut text = absences(evidence, poc);
    let _ = writeln!(text, "\nPortability\n{}", portability(evidence, poc));
    let _ = writeln!(text, "Speed\n{}", speed(evidence));
    for cell in candidates(evidence, poc) {
        let table = Fidelity::of(evidence, poc, cell);
        let _ = writeln!(
            text,
            "{}, {} build, {}",
            table.title, cell.build, cell.target
        );
        for row in table
            .rows
            .iter()
            .filter(|row| row.verdict != SampleVerdict::Pass)
        {
            let shown = diff(evidence, poc, &cell.name, &row.sample).unwrap_or_default();
            let _ = writeln!(text, "\n{}\n{shown}", row.sample);
        }
        text.push_str(&table.text());
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text + "\n"
}

/// The speed table.
pub(crate) fn speed(evidence: &Evidence) -> String {
    let mut table = table(&[
        "work",
        "M",
        "cell",
        "median ms",
        "× python3",
        "interval",
        "runs",
    ]);
    for row in evidence.speed() {
        let number = |number: Option<f64>| number.map_or("-".into(), |n| format!("{n:.2}"));
        let interval = row
            .ratio
            .map_or("-".into(), |r| format!("{:.2}–{:.2}", r.low, r.high));
        let mut runs = row.runs.to_string();
        if row.disagreeing > 0 {
            let _ = write!(runs, " ({} gave a wrong answer)", row.disagreeing);
        }
        table.add_row([
            row.work.clone(),
            row.m.to_string(),
            row.cell.name.clone(),
            number(row.median_ms),
            number(row.ratio.map(|ratio| ratio.median)),
            interval,
            runs,
        ]);
    }
    format!("{}\n", table.trim_fmt())
}

/// The verdict table.
pub(crate) fn claims(evidence: &Evidence) -> String {
    let mut table = table(&["claim", "verdict", "paper", "measured", "why"]);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    if table.width().is_none() {
        table.set_width(WIDTH_WITHOUT_TERMINAL);
    }
    for claim in report::json::claims(evidence).claims {
        table.add_row([
            claim.id.to_owned(),
            claim.verdict.to_string(),
            claim.paper,
            claim.measured.unwrap_or_else(|| "-".into()),
            claim.reason,
        ]);
    }
    format!("{}\n", table.trim_fmt())
}

fn portability(evidence: &Evidence, poc: &str) -> String {
    let mut table = table(&[
        "cell",
        "bytes",
        "dynamic libraries",
        "alone in an empty root",
    ]);
    for row in portability::rows(evidence, poc) {
        let alone = match row.self_contained {
            Some(true) => "runs",
            Some(false) => "does not run",
            None => "-",
        };
        table.add_row([
            row.cell.name,
            row.size_bytes.map_or("-".into(), |size| size.to_string()),
            row.needed.map_or("-".into(), |names| match names.len() {
                0 => "none".into(),
                _ => names.join(" "),
            }),
            alone.into(),
        ]);
    }
    format!("{}\n", table.trim_fmt())
}

/// The cells that gave no results, and why.
fn absences(evidence: &Evidence, poc: &str) -> String {
    let mut text = String::new();
    for cell in evidence.cells() {
        match outcome::of(evidence, poc, &cell.name) {
            Some((Outcome::Result, _)) => {}
            Some((outcome, detail)) => {
                let _ = writeln!(text, "{}: {outcome}: {detail}", cell.name);
            }
            None => {
                let _ = writeln!(text, "{}: did not come to an end", cell.name);
            }
        }
    }
    text
}

/// The cells with results, those as the paper built them last, Light after Full.
fn candidates<'a>(evidence: &'a Evidence, poc: &str) -> Vec<&'a CellPrint> {
    let with_result = |cell: &&CellPrint| {
        matches!(
            outcome::of(evidence, poc, &cell.name),
            Some((Outcome::Result, _))
        )
    };
    let candidates = evidence
        .cells()
        .iter()
        .filter(|cell| cell.role == Role::Candidate);
    let mut cells: Vec<&CellPrint> = candidates.filter(with_result).collect();
    cells.sort_by_key(|cell| (cell.tier.clone(), cell.as_paper));
    cells
}

fn table(header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_header(header);
    table
}
