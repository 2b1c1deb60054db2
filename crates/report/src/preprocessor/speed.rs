//! Times as the book shows them.

use record::{CellPrint, Phase, Role};

use super::missing;
use crate::claims::{self, NOISE_LIMIT, PaperValue};
use crate::evidence::Evidence;
use crate::html::{Html, Table, code};
use crate::number;
use crate::poc::{PEERS, Poc};
use crate::speed::{self, Estimate, SpeedRow};

/// The command that measures the speed part of a `PoC`, which one of them has for itself.
fn command(poc: &Poc) -> &'static str {
    match poc.id {
        "7" => "./artifact bench all",
        _ => poc.command,
    }
}

/// Every speed program on every cell.
pub(super) fn table(evidence: &Evidence, poc: &Poc) -> Html {
    let rows: Vec<&SpeedRow> = evidence
        .speed()
        .iter()
        .filter(|row| row.poc == poc.id)
        .collect();
    if rows.is_empty() {
        return missing::note(command(poc));
    }
    let mut headers = vec![
        ("text", "cell".to_owned()),
        ("number", "median".into()),
        ("number", "over python3 [interval]".into()),
    ];
    if let Some(build) = poc.beside {
        headers.push(("number", format!("over {build} [interval]")));
    }
    // The paper knows no peers.
    let has_paper = poc.id != PEERS.id;
    if has_paper {
        headers.push(("number", "paper".into()));
    }
    headers.extend(["runs", "outliers"].map(|words| ("number", words.into())));
    let mut table = Table::new("Times of whole processes, measured side by side", &headers);
    let not_taken = speed::not_taken(evidence, poc);
    for group in rows.chunk_by(|one, other| series(one) == series(other)) {
        table.group(&series(group[0]));
        for row in group {
            let mut pieces = times(row);
            if let Some(build) = poc.beside {
                pieces.push(beside(evidence, row, build));
            }
            if has_paper {
                pieces.push(paper(row));
            }
            pieces.extend([row.runs, row.outliers].map(|count| Html::text(&count.to_string())));
            table.row(pieces);
        }
        for cell in &not_taken {
            table.row(without_times(cell, headers.len()));
        }
    }
    table.html()
}

/// The row of a cell whose times a quick run does not take, with that many fields.
fn without_times(cell: &CellPrint, fields: usize) -> Vec<Html> {
    let known = [code(&cell.name), Html::text(speed::NOT_TAKEN)];
    let rest = std::iter::repeat_with(|| Html::text("–"));
    known.into_iter().chain(rest).take(fields).collect()
}

fn beside(evidence: &Evidence, row: &SpeedRow, build: &str) -> Html {
    let base = speed::beside(evidence.speed(), row, build);
    let ratio = base.and_then(|base| speed::over(evidence, row, base));
    Html::text(&ratio.map_or("–".into(), |ratio| estimate(&ratio)))
}

fn paper(row: &SpeedRow) -> Html {
    let paper = claims::paper_ratio(&row.poc, &row.cell.tier, &row.work, row.m);
    let paper = paper.filter(|_| row.cell.as_paper && row.mode == Phase::Cold);
    Html::text(&paper.map_or("–".into(), number::ratio))
}

fn times(row: &SpeedRow) -> Vec<Html> {
    let median = match row.median_ms {
        Some(ms) => Html::text(&number::milliseconds(ms)),
        None if row.emulated && row.disagreeing == 0 => Html::text("emulated: no speed"),
        None => Html::text(&format!(
            "no timing: {} of {} runs printed something else or failed",
            row.disagreeing, row.runs
        )),
    };
    let ratio = match (row.cell.role, &row.ratio) {
        (Role::Oracle, _) => Html::text("1"),
        (_, Some(ratio)) => Html::text(&estimate(ratio)),
        (_, None) => Html::text("–"),
    };
    vec![code(&row.cell.name), median, ratio]
}

fn series(row: &SpeedRow) -> String {
    let mode = if row.mode == Phase::Warm {
        ", warm"
    } else {
        ""
    };
    format!("{}, M = {}{mode}", row.work, number::grouped(row.m))
}

pub(super) fn estimate(ratio: &Estimate) -> String {
    format!(
        "{} [{:.2}, {:.2}]",
        number::ratio(ratio.median),
        ratio.low,
        ratio.high
    )
}

/// python3 against itself: what such a ratio shows beside 1 is noise.
pub(super) fn noise(evidence: &Evidence, poc: &Poc) -> Html {
    let rows = evidence.speed();
    let controls = rows
        .iter()
        .filter(|row| row.poc == poc.id && row.cell.role == Role::Control);
    let headers = [
        ("text", "program"),
        ("number", "python3 over python3 [interval]"),
        ("number", "reach from 1"),
        ("text", "quiet enough"),
    ];
    let mut table = Table::new("The noise of this machine during this run", &headers);
    let mut empty = true;
    for row in controls {
        let Some(noise) = speed::noise(rows, row) else {
            continue;
        };
        empty = false;
        let quiet = if noise.reach() <= NOISE_LIMIT {
            "yes"
        } else {
            quiet_not(poc)
        };
        table.row(vec![
            Html::text(&series(row)),
            Html::text(&estimate(&noise)),
            Html::text(&number::percent(noise.reach())),
            Html::text(quiet),
        ]);
    }
    if empty {
        missing::note(command(poc))
    } else {
        table.html()
    }
}

/// What too much noise means: peers are judged by nobody.
fn quiet_not(poc: &Poc) -> &'static str {
    if poc.id == PEERS.id {
        "no"
    } else {
        "no: its claims are not judged"
    }
}

/// The paper's own figures, from the claims.
pub(super) fn papers_table() -> Html {
    let headers = [
        ("text", "claim"),
        ("long", "what it says"),
        ("number", "python3"),
        ("number", "tier"),
        ("number", "ratio"),
    ];
    let mut table = Table::new("The paper's speed figures (not measured here)", &headers);
    for claim in claims::all() {
        let PaperValue::Ratio { ratio, medians_ms } = claim.paper else {
            continue;
        };
        let (python3, tier) = medians_ms.unzip();
        let ms = |ms: Option<f64>| Html::text(&ms.map_or("–".into(), number::milliseconds));
        table.row(vec![
            Html::text(claim.id),
            Html::text(claim.words),
            ms(python3),
            ms(tier),
            Html::text(&number::ratio(ratio)),
        ]);
    }
    table.html()
}
