//! What people read on a terminal.

mod chain;
mod corpora;
mod costs;
mod goals;
mod peers;
mod suite;
mod values;

pub(crate) use peers::peers;
pub(crate) use suite::suite;

use std::fmt::Write as _;

use comfy_table::{ContentArrangement, Table, presets};
use record::{CellPrint, Phase};
use report::fidelity::{Fidelity, SampleRow, SampleVerdict, diff};
use report::outcome::Outcome;
use report::{Evidence, outcome, poc, portability, speed};

/// What `tiers bench` shows: the speed programs, what was prepared, and the goals.
pub(crate) fn bench(evidence: &Evidence) -> String {
    let sections = [
        ("", speed(evidence, BENCH_POC)),
        ("\nPrepared interpreters\n", goals::ready(evidence)),
        ("\nGoals\n", goals::goals(evidence)),
    ];
    let shown = sections.into_iter();
    shown
        .filter_map(|(title, section)| Some(format!("{title}{}\n", section?)))
        .collect()
}

/// The PoC whose speed part `tiers bench` is.
const BENCH_POC: &str = "7";

/// How wide a table of sentences is where there is no terminal to fill, in columns.
const WIDTH_WITHOUT_TERMINAL: u16 = 120;

/// Everything a PoC shows. Ends in the summary line of the build that the paper measured.
pub(crate) fn poc(evidence: &Evidence, poc: &str) -> String {
    let sections = [
        ("Portability", portability(evidence, poc)),
        ("Speed", speed(evidence, poc)),
        (
            "Prepared interpreters",
            (poc == BENCH_POC).then(|| goals::ready(evidence)).flatten(),
        ),
        ("Values", values::values(evidence, poc)),
        ("Calls", costs::calls(evidence, poc)),
        ("Left behind", costs::left(evidence, poc)),
        ("Shares", chain::shares(evidence, poc)),
        ("Corpora", corpora::scores(evidence, poc)),
    ];
    let mut text = absences(evidence, poc);
    for (title, section) in sections {
        if let Some(section) = section {
            let _ = writeln!(text, "\n{title}\n{section}");
        }
    }
    for cell in candidates(evidence, poc) {
        text.push_str(&fidelity(evidence, poc, cell));
    }
    text.truncate(text.trim_end().len());
    text + "\n"
}

/// The samples of a cell, and what those print that do not pass.
fn fidelity(evidence: &Evidence, poc: &str, cell: &CellPrint) -> String {
    let table = Fidelity::of(evidence, poc, cell);
    if table.samples.is_empty() {
        return String::new();
    }
    let (title, build, target) = (&table.title, &cell.build, &cell.target);
    let mut text = format!("{title}, {build} build, {target}\n");
    let others = |row: &&SampleRow| row.verdict != SampleVerdict::Pass;
    for row in table.rows.iter().filter(others) {
        let shown = diff(evidence, poc, &cell.name, &row.sample).unwrap_or_default();
        let _ = writeln!(text, "\n{}\n{shown}", row.sample);
    }
    text + &table.text() + "\n"
}

/// The speed table; none where nothing was timed.
pub(crate) fn speed(evidence: &Evidence, poc: &str) -> Option<String> {
    let mut table = table(&[
        "work",
        "M",
        "cell",
        "median ms",
        "× python3",
        "interval",
        "runs",
    ]);
    for row in evidence.speed().iter().filter(|row| row.poc == poc) {
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
            match row.mode {
                Phase::Warm => format!("{}, warm", row.cell.name),
                _ => row.cell.name.clone(),
            },
            number(row.median_ms),
            number(row.ratio.map(|ratio| ratio.median)),
            interval,
            runs,
        ]);
    }
    let not_taken = poc::find(poc).map(|poc| speed::not_taken(evidence, poc));
    for cell in not_taken.unwrap_or_default() {
        let mut words = ["-"; 7];
        words[2] = &cell.name;
        words[3] = speed::NOT_TAKEN;
        table.add_row(words);
    }
    printed(&table)
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

fn portability(evidence: &Evidence, poc: &str) -> Option<String> {
    let mut table = table(&[
        "cell",
        "bytes",
        "dynamic libraries",
        "alone in an empty root",
    ]);
    let rows = portability::rows(evidence, poc);
    if rows.iter().all(|row| row.self_contained.is_none()) {
        return None;
    }
    for row in rows {
        let alone = match row.self_contained {
            Some(true) => "runs",
            Some(false) => "does not run",
            None => "-",
        };
        table.add_row([
            row.cell.name,
            row.size_bytes.map_or("-".into(), |size| size.to_string()),
            match (row.needed, row.imports) {
                (_, Some(names)) => format!("none; asks its host for {}", names.len()),
                (Some(names), None) if names.is_empty() => "none".into(),
                (Some(names), None) => names.join(" "),
                (None, None) => "-".into(),
            },
            alone.into(),
        ]);
    }
    printed(&table)
}

/// The cells that gave no results, and why: the end of what was said, where the whole is long.
fn absences(evidence: &Evidence, poc: &str) -> String {
    let mut text = String::new();
    for cell in evidence.cells_of(poc) {
        match outcome::of(evidence, poc, &cell.name) {
            Some((Outcome::Result, _)) => {}
            Some((outcome, detail)) => {
                let _ = writeln!(text, "{}: {outcome}: {}", cell.name, last_lines(detail));
            }
            None => {
                let _ = writeln!(text, "{}: did not come to an end", cell.name);
            }
        }
    }
    text
}

fn last_lines(detail: &str) -> String {
    let lines: Vec<&str> = detail
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    match lines.as_slice() {
        [] => String::new(),
        [line] => (*line).to_owned(),
        [.., a, b, c, d] => format!("…\n    {a}\n    {b}\n    {c}\n    {d}"),
        all => all.join("\n    "),
    }
}

/// The cells with results, those as the paper built them last, Light after Full.
fn candidates<'a>(evidence: &'a Evidence, poc: &str) -> Vec<&'a CellPrint> {
    let with_result = |cell: &&CellPrint| {
        matches!(
            outcome::of(evidence, poc, &cell.name),
            Some((Outcome::Result, _))
        )
    };
    let mut cells: Vec<&CellPrint> = evidence.candidates(poc).filter(with_result).collect();
    cells.sort_by_key(|cell| (cell.tier.clone(), cell.as_paper));
    cells
}

/// Returns the table as text; none where it has no rows.
pub(crate) fn printed(table: &Table) -> Option<String> {
    (!table.is_empty()).then(|| format!("{}\n", table.trim_fmt()))
}

/// Returns a table of no rows.
pub(crate) fn table(header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_header(header);
    table
}
