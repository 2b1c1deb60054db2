//! Two runs side by side as people read it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use comfy_table::{ContentArrangement, Table};
use report::compare::{
    ClaimPair, Comparison, Difference, FigurePair, Judged, Kind, Lack, Number, Side, Which,
};

use crate::tables;

/// How wide a table is where there is no terminal to fill, in columns.
const WIDTH_WITHOUT_TERMINAL: u16 = 140;

/// How many rows of a kind are listed; JSON has all of them.
const LISTED: usize = 20;

/// How many reasons are named in a row.
const REASONS: usize = 3;

/// How much of a digest is shown.
const DIGEST: usize = 12;

pub(super) fn text(comparison: &Comparison) -> String {
    let mut text = String::new();
    let sides = [("first", &comparison.first), ("second", &comparison.second)];
    for (name, side) in sides {
        let _ = writeln!(text, "{name:<7} {}: {}", side.results, said_of(side));
    }
    let sections = [
        ("The two machines and what they ran", parts(comparison)),
        ("Claims", claims(&comparison.claims)),
        ("Behaviour", differences(comparison, Kind::Behaviour)),
        ("Machine", differences(comparison, Kind::Machine)),
        ("Figures that lie apart", figures(&comparison.figures)),
        ("Tried less", differences(comparison, Kind::Missing)),
        ("Missing", missing(&comparison.missing)),
    ];
    for (title, section) in sections {
        if !section.is_empty() {
            let _ = write!(text, "\n{title}\n{section}");
        }
    }
    text + "\n" + &summary(comparison)
}

fn said_of(side: &Side) -> String {
    let oracle = side.oracle.as_deref().unwrap_or("no oracle");
    let quick = if side.quick { "a quick run" } else { "a run" };
    let end = if side.finished { "" } else { ", unfinished" };
    format!("{quick} against {oracle}{end}")
}

/// Every part of the machines; of the programs and inputs those that reasons name, for there may be hundreds.
fn parts(comparison: &Comparison) -> String {
    let mut table = table(&["part", "first", "second"]);
    let shown = |part: &str| part.starts_with("machine.") || part.starts_with("settings.");
    let (shown, others): (Vec<_>, Vec<_>) =
        comparison.parts.iter().partition(|part| shown(&part.part));
    for part in shown {
        let words = |words: &Option<String>| words.clone().unwrap_or_else(|| "-".into());
        table.add_row([part.part.clone(), words(&part.first), words(&part.second)]);
    }
    let mut text = printed(&table);
    let mut sections: BTreeMap<&str, usize> = BTreeMap::new();
    for part in others {
        let section = part.part.split('.').next().unwrap_or_default();
        *sections.entry(section).or_default() += 1;
    }
    for (section, count) in sections {
        let _ = writeln!(text, " {section}: {count} more (--format json has them)");
    }
    text
}

fn claims(claims: &[ClaimPair]) -> String {
    let mut table = table(&["claim", "paper", "first", "second", "differs", "because of"]);
    for claim in claims {
        table.add_row([
            claim.id.to_owned(),
            claim.paper.clone(),
            judged(&claim.first),
            judged(&claim.second),
            claim.kind.map_or("-", Kind::word).to_owned(),
            claim
                .kind
                .map_or_else(String::new, |_| because(&claim.reasons)),
        ]);
    }
    printed(&table)
}

fn judged(judged: &Judged) -> String {
    match &judged.measured {
        Some(measured) => format!("{}: {measured}", judged.verdict),
        None => format!("{}: {}", judged.verdict, judged.reason),
    }
}

fn differences(comparison: &Comparison, kind: Kind) -> String {
    let of_kind = |difference: &&Difference| difference.kind == kind;
    let differences: Vec<&Difference> = comparison.differences.iter().filter(of_kind).collect();
    let mut table = table(&[
        "cell",
        "program",
        "what",
        "first",
        "second",
        "PoCs",
        "because of",
    ]);
    for difference in differences.iter().take(LISTED) {
        table.add_row([
            difference.cell.clone(),
            program(&difference.sample, difference.m),
            difference.what.clone(),
            values(&difference.first),
            values(&difference.second),
            difference.pocs.join(", "),
            because(&difference.reasons),
        ]);
    }
    printed(&table) + &more(differences.len())
}

/// The figures whose intervals have nothing in common, and the sizes that differ.
fn figures(pairs: &[FigurePair]) -> String {
    let shown = |pair: &&FigurePair| pair.apart == Some(true) || pair.figure == "size";
    let shown: Vec<&FigurePair> = pairs.iter().filter(shown).collect();
    let mut table = table(&["PoC", "cell", "figure", "first", "second", "×", "unit"]);
    for pair in shown.iter().take(LISTED) {
        table.add_row([
            pair.poc.clone(),
            pair.cell.clone(),
            pair.figure.clone(),
            number(pair.first, pair.unit),
            number(pair.second, pair.unit),
            pair.factor
                .map_or("-".into(), |factor| format!("{factor:.2}")),
            pair.unit.to_owned(),
        ]);
    }
    printed(&table) + &more(shown.len())
}

fn number(number: Number, unit: &str) -> String {
    let write = |value: f64| match unit {
        "bytes" | "count" => format!("{value:.0}"),
        _ => format!("{value:.3}"),
    };
    match (number.low, number.high) {
        (None, _) => write(number.value),
        (Some(low), None) => format!("{} [{}, …)", write(number.value), write(low)),
        (Some(low), Some(high)) => {
            format!("{} [{}, {}]", write(number.value), write(low), write(high))
        }
    }
}

/// What is missing, cell by cell: where all of it is, why; else how much.
fn missing(lacks: &[Lack]) -> String {
    let mut lines: BTreeMap<(Which, &str, &str), (usize, &[String])> = BTreeMap::new();
    for lack in lacks {
        let cell = lack.cell.as_deref().unwrap_or("everything");
        let line = lines
            .entry((lack.from, cell, &lack.why))
            .or_insert((0, &lack.pocs));
        line.0 += usize::from(lack.sample.is_some());
    }
    let mut table = table(&["missing from", "what", "observations", "PoCs", "why"]);
    for ((from, cell, why), (count, pocs)) in &lines {
        let (much, pocs) = match count {
            0 => ("all".to_owned(), pocs.join(", ")),
            _ => (count.to_string(), String::new()),
        };
        let from = match from {
            Which::First => "first",
            Which::Second => "second",
        };
        table.add_row([
            from.to_owned(),
            (*cell).to_owned(),
            much,
            pocs,
            (*why).to_owned(),
        ]);
    }
    printed(&table)
}

fn summary(comparison: &Comparison) -> String {
    let summary = comparison.summary;
    let claims = comparison.claims.len();
    format!(
        "{} of {claims} claims have the same verdict. {} observations and {} figures stand in both runs.\n\
         Differences: {} of behaviour, {} of the machine ({} figures lie apart), {} missing from one side.\n",
        summary.same_verdicts,
        summary.compared,
        summary.figures,
        summary.behaviour,
        summary.machine,
        summary.apart,
        summary.missing,
    )
}

fn program(sample: &str, m: Option<u64>) -> String {
    match m {
        Some(m) => format!("{sample} {m}"),
        None => sample.to_owned(),
    }
}

/// Digests are cut: JSON has them whole.
fn values(values: &[String]) -> String {
    let is_digest = |word: &str| word.len() == 64 && word.bytes().all(|b| b.is_ascii_hexdigit());
    let shown = values.iter().map(|value| match value {
        digest if is_digest(digest) => format!("{}…", &digest[..DIGEST]),
        words => words.clone(),
    });
    shown.collect::<Vec<_>>().join(", ")
}

fn because(reasons: &[String]) -> String {
    let more = reasons.len().saturating_sub(REASONS);
    match (reasons, more) {
        ([], _) => "nothing that the fingerprints record".into(),
        (_, 0) => reasons.join(", "),
        _ => format!("{} and {more} more", reasons[..REASONS].join(", ")),
    }
}

fn more(count: usize) -> String {
    match count.saturating_sub(LISTED) {
        0 => String::new(),
        more => format!(" and {more} more (--format json has them)\n"),
    }
}

/// Values are long: they are folded to the terminal's width.
fn table(header: &[&str]) -> Table {
    let mut table = tables::table(header);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    if table.width().is_none() {
        table.set_width(WIDTH_WITHOUT_TERMINAL);
    }
    table
}

fn printed(table: &Table) -> String {
    tables::printed(table).unwrap_or_default()
}
