//! A section for each cell: all that is known of it.

use std::collections::BTreeMap;

use record::{CellPrint, Role};

use super::grid::{anchor, look, page};
use super::machine::EVERYTHING;
use super::missing;
use crate::evidence::Evidence;
use crate::fidelity::{self, Fidelity, SampleRow};
use crate::html::{Html, Table, block, code, details, whole_digest};
use crate::matrix::{self, State};
use crate::number;
use crate::outcome::{self, Outcome};
use crate::poc::{self, Poc};
use crate::portability::{self, PortabilityRow};

/// Each cell's program as a file, what runs it, and what it takes.
pub(super) fn files(evidence: &Evidence) -> Html {
    if evidence.cells().is_empty() {
        return missing::note(EVERYTHING);
    }
    let headers = [
        ("text", "cell, and what it says it is"),
        ("long", "run by"),
        ("number", "size in bytes"),
        ("text", "dynamic libraries, or imports"),
        ("number", "peak memory"),
    ];
    let mut table = Table::new("Each cell's program", &headers);
    for cell in evidence.cells().iter().filter(|cell| has_program(cell)) {
        let row = portability::overall(evidence, cell);
        table.row(vec![
            Html::joined(
                [
                    link(cell),
                    Html::text(row.version.as_deref().unwrap_or("–")),
                ],
                "<br>",
            ),
            engine(evidence, cell),
            Html::text(&row.size_bytes.map_or("–".into(), number::grouped)),
            if row.imports.is_some() {
                imports(&row)
            } else {
                libraries(&row)
            },
            memory(&row),
        ]);
    }
    table.html()
}

fn has_program(cell: &CellPrint) -> bool {
    !matches!(cell.role, Role::Control | Role::Attempt)
}

fn link(cell: &CellPrint) -> Html {
    Html::markup(format!(
        "<a href=\"matrix.html#{}\">{}</a>",
        anchor(&cell.name),
        code(&cell.name)
    ))
}

fn engine(evidence: &Evidence, cell: &CellPrint) -> Html {
    let engine = portability::engine(evidence, cell);
    if cell.emulated {
        Html::text(&format!("{engine}: its times count for nothing"))
    } else {
        Html::text(&engine)
    }
}

/// The dynamic libraries that a program names.
pub(super) fn libraries(row: &PortabilityRow) -> Html {
    match row.needed.as_deref() {
        None => Html::text("–"),
        Some([]) => Html::text("none"),
        Some(names) => Html::joined(names.iter().map(|name| code(name)), ", "),
    }
}

/// The functions that a WebAssembly program asks of its host: how many, and behind that which, module by module.
pub(super) fn imports(row: &PortabilityRow) -> Html {
    let Some(names) = &row.imports else {
        return Html::text("–");
    };
    let mut modules: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for name in names {
        // An interface's version has dots in it, a function's name has none.
        let (module, function) = name.rsplit_once('.').unwrap_or(("", name));
        modules.entry(module).or_default().push(function);
    }
    let functions = number::count(names.len(), "function");
    let of = number::count(modules.len(), "module");
    let list = modules.iter().map(|(module, functions)| {
        let functions = functions.iter().map(|function| code(function));
        code(module)
            .and(&Html::text(&format!("({}):", functions.len())))
            .and(&Html::joined(functions, ", "))
            .within("p", "")
    });
    details(
        &Html::text(&format!("{functions} of {of}")),
        &Html::joined(list, ""),
    )
}

fn memory(row: &PortabilityRow) -> Html {
    Html::text(&row.peak_memory_bytes.map_or("–".into(), number::mebibytes))
}

/// A section for each cell.
pub(super) fn sections(evidence: &Evidence) -> Html {
    if evidence.cells().is_empty() {
        return missing::note(EVERYTHING);
    }
    let cells = evidence.cells().iter();
    Html::joined(cells.map(|cell| section(evidence, cell)), "")
}

fn section(evidence: &Evidence, cell: &CellPrint) -> Html {
    let rows = facts(evidence, cell);
    let rows = rows
        .iter()
        .map(|(name, words)| Html::markup(format!("<dt>{name}</dt><dd>{words}</dd>")));
    let anchor = anchor(&cell.name);
    Html::markup(format!(
        "<section class=\"tiers-claim\" id=\"{anchor}\" aria-labelledby=\"{anchor}-title\"><h3 \
         id=\"{anchor}-title\">{}</h3><dl>{}</dl>{}</section>",
        code(&cell.name),
        Html::joined(rows, ""),
        captured(evidence, cell).and(&programs(evidence, cell))
    ))
}

fn facts(evidence: &Evidence, cell: &CellPrint) -> Vec<(&'static str, Html)> {
    let CellPrint {
        tier,
        build,
        target,
        ..
    } = cell;
    let what = format!("{tier}, build {build}, for {target}");
    let mut facts = vec![
        ("what", Html::text(&what)),
        ("here", endings(evidence, cell)),
    ];
    if let Some(oracle) = evidence.other_oracle(cell) {
        facts.push(("judged against", Html::text(oracle)));
    }
    if !has_program(cell) {
        return facts;
    }
    let row = portability::overall(evidence, cell);
    facts.push(("run by", engine(evidence, cell)));
    if let Some(version) = &row.version {
        facts.push(("says it is", Html::text(version)));
    }
    if let Some(size) = row.size_bytes {
        facts.push(("size", Html::text(&number::bytes(size))));
    }
    let print = evidence.fingerprint();
    if let Some(binary) = print.and_then(|print| print.binaries.get(&cell.name)) {
        facts.push(("SHA-256", whole_digest(&binary.sha256)));
    }
    if row.needed.is_some() {
        facts.push(("dynamic libraries", libraries(&row)));
    }
    if row.imports.is_some() {
        facts.push(("imports", imports(&row)));
    }
    if row.peak_memory_bytes.is_some() {
        facts.push(("peak memory", memory(&row)));
    }
    facts
}

/// What the cell came to, `PoC` by `PoC`.
fn endings(evidence: &Evidence, cell: &CellPrint) -> Html {
    let takes_part = |poc: &&Poc| {
        evidence
            .cells_of(poc.id)
            .any(|other| other.name == cell.name)
    };
    let endings = poc::ALL.iter().filter(takes_part).map(|poc| {
        let state = match matrix::state(evidence, poc, cell) {
            // What is not judged has passed nothing and failed nothing.
            State::Ran { .. } if cell.role != Role::Candidate => State::Ran { passed: 0, of: 0 },
            state => state,
        };
        let (class, sign) = look(state);
        let words = match state {
            State::Ran { passed, of } if of > 0 => format!("{passed} of {of}"),
            State::Ran { .. } => "result".into(),
            State::Ended(outcome) => outcome.to_string(),
            State::NotYet => "not run yet".into(),
        };
        let page = page(poc);
        Html::markup(format!(
            "<a class=\"tiers-state tiers-{class}\" href=\"{page}#results\"><span aria-hidden=\"true\">{sign}</span> PoC \
             {}: {words}</a>",
            poc.id
        ))
    });
    Html::joined(endings, " ")
}

/// What goes with endings other than a result: a command that would help, or captured output. What reads the same in
/// several `PoC`s stands once.
fn captured(evidence: &Evidence, cell: &CellPrint) -> Html {
    let mut found: Vec<(Outcome, &str, Vec<&str>)> = Vec::new();
    for poc in poc::ALL {
        let ended = outcome::of(evidence, poc.id, &cell.name);
        let Some((outcome, detail)) = ended.filter(|(outcome, _)| *outcome != Outcome::Result)
        else {
            continue;
        };
        let same = |(other, words, _): &&mut (Outcome, &str, Vec<&str>)| {
            (*other, *words) == (outcome, detail)
        };
        match found.iter_mut().find(same) {
            Some((.., pocs)) => pocs.push(poc.id),
            None => found.push((outcome, detail, vec![poc.id])),
        }
    }
    let shown = found.iter().map(|(outcome, detail, pocs)| {
        let title = Html::text(&format!("{outcome} (PoC {})", pocs.join(", ")));
        match outcome {
            Outcome::NotProvisioned => title
                .and(&Html::text("— this provides it:"))
                .and(&code(detail))
                .within("p", ""),
            _ => details(&title, &block(detail.as_bytes())),
        }
    });
    Html::joined(shown, "")
}

/// Every program that ran on a candidate, with what came of it and the digest of what it printed. Where a program did the
/// same in several `PoC`s it stands once.
fn programs(evidence: &Evidence, cell: &CellPrint) -> Html {
    if cell.role != Role::Candidate {
        return Html::default();
    }
    let mut rows: Vec<(SampleRow, Vec<&str>)> = Vec::new();
    for poc in poc::ALL {
        let mut ran = Fidelity::of(evidence, poc.id, cell).rows;
        let probes = evidence.probes();
        let probe = |probe: &String| fidelity::row(evidence, poc.id, &cell.name, probe);
        ran.extend(probes.iter().filter_map(probe));
        for row in ran {
            match rows.iter_mut().find(|(known, _)| *known == row) {
                Some((_, pocs)) => pocs.push(poc.id),
                None => rows.push((row, vec![poc.id])),
            }
        }
    }
    if rows.is_empty() {
        return Html::default();
    }
    let headers = [
        ("text", "program"),
        ("text", "PoC"),
        ("text", "verdict"),
        ("text", "SHA-256 of stdout"),
        ("text", "the oracle's"),
    ];
    let caption = format!("What {} printed", cell.name);
    let mut table = Table::new(&caption, &headers);
    for (row, pocs) in &rows {
        let same = row.sha256 == row.oracle_sha256;
        table.row(vec![
            code(&row.sample),
            Html::text(&pocs.join(", ")),
            Html::text(row.verdict.word()),
            whole_digest(&row.sha256),
            if same {
                Html::text("the same")
            } else {
                whole_digest(&row.oracle_sha256)
            },
        ]);
    }
    let summary = number::count(rows.len(), "program");
    details(
        &Html::text(&format!("{summary}, each with its SHA-256")),
        &table.html(),
    )
}
