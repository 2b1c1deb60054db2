//! The comparison with peers as the book shows it.

use record::Role;

use super::tags::TagProblem;
use super::{banner, cells, machine, missing, speed};
use crate::evidence::Evidence;
use crate::html::{Html, Table, block, code, details};
use crate::number;
use crate::outcome::Outcome;
use crate::peers::{self, PeerRow, Shortfall};
use crate::poc::PEERS;
use crate::speed::SpeedRow;

type Show = fn(&Evidence) -> Html;

/// The parts of the page.
const PARTS: &[(&str, Show)] = &[
    ("durations", |evidence| machine::durations(evidence, PEERS)),
    ("environment", machine::environment),
    ("glance", glance),
    ("noise", |evidence| speed::noise(evidence, PEERS)),
    ("programs", programs),
    ("shortfalls", shortfalls),
    ("speed", |evidence| speed::table(evidence, PEERS)),
];

/// Returns a part of the page, told from the comparison that goes with `evidence`; where there is none, the command that
/// makes it.
pub(super) fn part(evidence: &Evidence, name: &str) -> Result<Html, TagProblem> {
    let known = || PARTS.iter().map(|(name, _)| *name).collect::<Vec<_>>();
    let show = PARTS.iter().find(|(part, _)| *part == name);
    let (_, show) = show.ok_or_else(|| TagProblem::Name {
        what: "part",
        name: name.into(),
        known: known().join(", "),
    })?;
    let peers = evidence.peers();
    Ok(peers.map_or_else(|| missing::note(PEERS.command), show))
}

/// Everything that was asked, in a row for each cell. Intervals are in the table of times.
fn glance(evidence: &Evidence) -> Html {
    let rows = peers::rows(evidence);
    let mut works: Vec<(&str, u64)> = Vec::new();
    for row in rows.iter().flat_map(|row| &row.works) {
        if !works.contains(&(&row.work, row.m)) {
            works.push((&row.work, row.m));
        }
    }
    works.sort_by_key(|(work, m)| {
        let same = |row: &&SpeedRow| (row.work.as_str(), row.m) == (*work, *m);
        evidence.speed().iter().position(|row| same(&row))
    });
    let mut headers = vec![("text", "cell".to_owned()), ("number", "start-up".into())];
    let title = |(work, m): &(&str, u64)| format!("{work} {}", number::grouped(*m));
    headers.extend(works.iter().map(|work| ("number", title(work))));
    headers.extend(["peak memory", "installed"].map(|words| ("number", words.into())));
    headers.push(("text", "samples passed".into()));
    let caption = "Peers and both tiers side by side: each program's time over python3's";
    let mut table = Table::new(caption, &headers);
    for row in &rows {
        let mut pieces = vec![code(&row.cell().name), startup(row)];
        pieces.extend(works.iter().map(|work| ratio(row, *work)));
        pieces.extend([
            mebibytes(row.program.peak_memory_bytes),
            mebibytes(row.program.installed_bytes),
            passed(row),
        ]);
        table.row(pieces);
    }
    banner::banner_of_peers(evidence).and(&table.html())
}

fn startup(row: &PeerRow<'_>) -> Html {
    let work = row.works.iter().find(|work| work.work == "startup");
    let median_ms = work.and_then(|work| work.median_ms);
    Html::text(&median_ms.map_or("–".into(), number::milliseconds))
}

fn ratio(row: &PeerRow<'_>, (work, m): (&str, u64)) -> Html {
    let mut works = row.works.iter();
    let Some(found) = works.find(|row| (row.work.as_str(), row.m) == (work, m)) else {
        return Html::text("–");
    };
    match found.ratio {
        _ if row.cell().role == Role::Oracle => Html::text("1"),
        Some(ratio) => Html::text(&number::ratio(ratio.median)),
        None => Html::text("no timing"),
    }
}

/// How many samples it passes; where it gave no result, what it ended in.
fn passed(row: &PeerRow<'_>) -> Html {
    match (row.outcome, row.passed) {
        (Some((Outcome::Result, _)), Some((passed, of))) => {
            Html::text(&format!("{passed} of {of}"))
        }
        (Some((Outcome::Result, _)), None) => Html::text("the measure"),
        _ => cells::outcome(row.cell(), row.outcome),
    }
}

fn mebibytes(bytes: Option<u64>) -> Html {
    Html::text(&bytes.map_or("–".into(), number::mebibytes))
}

/// What each of them is.
fn programs(evidence: &Evidence) -> Html {
    let headers = [
        ("text", "cell"),
        ("long", "says it is"),
        ("text", "target"),
        ("text", "run by"),
        ("number", "size of that"),
        ("number", "program file"),
        ("number", "installed"),
        ("long", "comes from"),
    ];
    let mut table = Table::new("What each of them is", &headers);
    for row in peers::rows(evidence) {
        let program = &row.program;
        let files = match (program.size_bytes, program.installed_bytes) {
            (Some(size), Some(all)) if size == all => Html::text("the program file"),
            (_, all) => mebibytes(all),
        };
        table.row(vec![
            code(&row.cell().name),
            Html::text(program.version.as_deref().unwrap_or("–")),
            Html::text(&row.cell().target),
            Html::text(&row.engine),
            mebibytes(row.engine_bytes),
            mebibytes(program.size_bytes),
            files,
            origin(evidence, &row),
        ]);
    }
    table.html()
}

/// The package that a program came in, as its builder wrote it down; otherwise the compiler that built it here.
fn origin(evidence: &Evidence, row: &PeerRow<'_>) -> Html {
    let binaries = evidence.fingerprint().map(|print| &print.binaries);
    let build = binaries.and_then(|binaries| Some(&binaries.get(&row.cell().name)?.build));
    let fields = ["package", "compiler", "python_compiler"];
    let found = build.and_then(|build| fields.into_iter().find_map(|field| build.get(field)));
    Html::text(found.map_or("–", String::as_str))
}

/// What each of them does not do as python3 does, in its own words.
fn shortfalls(evidence: &Evidence) -> Html {
    let headers = [
        ("text", "program"),
        ("text", "verdict"),
        ("long", "what it says"),
    ];
    let rows = peers::rows(evidence);
    let found = rows
        .iter()
        .map(|row| (row, peers::shortfalls(evidence, row)))
        .filter(|(_, shortfalls)| !shortfalls.is_empty());
    let mut each = found
        .map(|(row, shortfalls)| {
            let name = &row.cell().name;
            let mut table = Table::new(&format!("What {name} does otherwise"), &headers);
            for shortfall in &shortfalls {
                table.row(vec![
                    code(&title(shortfall)),
                    Html::text(shortfall.verdict.word()),
                    said(shortfall),
                ]);
            }
            let count = number::count(shortfalls.len(), "program");
            let summary = code(name).and(&Html::text(&count));
            details(&summary, &table.html())
        })
        .peekable();
    if each.peek().is_none() {
        return Html::text("Every cell that ran does all of it as python3 does.").within("p", "");
    }
    Html::joined(each, "")
}

fn title(shortfall: &Shortfall) -> String {
    match shortfall.m {
        None => shortfall.program.clone(),
        Some(m) => format!("{} {m}", shortfall.program),
    }
}

/// The line that stands for what was written, with the rest behind it where there is more.
fn said(shortfall: &Shortfall) -> Html {
    let Shortfall { said, output, .. } = shortfall;
    if output.trim() == said {
        return Html::text(said);
    }
    details(&Html::text(said), &block(output.as_bytes()))
}
