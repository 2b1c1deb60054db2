//! Cells and their programs as the book shows them.

use record::{CellPrint, Role};

use super::evidence::{imports, libraries};
use super::machine::EVERYTHING;
use super::missing;
use crate::evidence::Evidence;
use crate::fidelity::{Fidelity, SampleVerdict};
use crate::html::{Html, Table, block, code, details};
use crate::number;
use crate::outcome::{self, Outcome};
use crate::poc::{self, Poc};
use crate::portability;

/// All cells of the run, with the `PoC`s that they take part in.
pub(super) fn matrix(evidence: &Evidence) -> Html {
    if evidence.cells().is_empty() {
        return missing::note(EVERYTHING);
    }
    let headers = [
        ("text", "cell"),
        ("text", "tier"),
        ("text", "build"),
        ("text", "target"),
        ("text", "PoCs"),
        ("text", "says it is"),
        ("long", "outcome"),
        ("number", "idioms: PASS / DIFF / FAIL"),
    ];
    let mut table = Table::new("The cells of this run", &headers);
    for cell in evidence.cells() {
        let pocs = match cell.role {
            Role::Oracle => "all".into(),
            _ => cell.pocs.join(", "),
        };
        let [name, tier, build, target] = described(cell);
        table.row(vec![
            name,
            tier,
            build,
            target,
            Html::text(&pocs),
            said(evidence, cell),
            outcomes(evidence, cell),
            Html::text(&passes(evidence, cell)),
        ]);
    }
    table.html()
}

/// The cells of one `PoC` with what became of them there.
pub(super) fn cells(evidence: &Evidence, poc: &Poc) -> Html {
    if !evidence.ran(poc.id) {
        return missing::note(poc.command);
    }
    let headers = [
        ("text", "cell"),
        ("text", "tier"),
        ("text", "build"),
        ("text", "target"),
        ("text", "takes part as"),
        ("text", "says it is"),
        ("long", "outcome"),
    ];
    let caption = format!("The cells of PoC {}", poc.id);
    let mut table = Table::new(&caption, &headers);
    for cell in evidence.cells_of(poc.id) {
        let role = match cell.role {
            Role::Oracle => "the measure",
            Role::OtherOracle => "the measure of another version",
            Role::Control => "the measure once more",
            Role::Candidate => "judged",
            Role::Attempt => "an attempt",
            Role::Peer => "a peer",
        };
        let version = evidence.version(poc.id, &cell.name);
        let [name, tier, build, target] = described(cell);
        table.row(vec![
            name,
            tier,
            build,
            target,
            Html::text(role),
            Html::text(version.unwrap_or("–")),
            outcome(cell, outcome::of(evidence, poc.id, &cell.name)),
        ]);
    }
    table.html()
}

fn described(cell: &CellPrint) -> [Html; 4] {
    let build = if cell.as_paper {
        format!("{} (as the paper)", cell.build)
    } else {
        cell.build.clone()
    };
    [
        code(&cell.name),
        Html::text(&cell.tier),
        Html::text(&build),
        Html::text(&cell.target),
    ]
}

fn said(evidence: &Evidence, cell: &CellPrint) -> Html {
    Html::text(evidence.said(&cell.name).unwrap_or("–"))
}

/// What a cell ended in. Captured output is long; one line stands for it.
pub(super) fn outcome(cell: &CellPrint, outcome: Option<(Outcome, &str)>) -> Html {
    let Some((outcome, detail)) = outcome else {
        return Html::text("not run yet");
    };
    match outcome::gist(cell, detail) {
        "" => Html::text(&outcome.to_string()),
        line => Html::text(&format!("{outcome}:")).and(&code(line)),
    }
}

/// Whether two endings of a cell are shown alike.
fn same_to_a_reader(cell: &CellPrint, one: (Outcome, &str), other: (Outcome, &str)) -> bool {
    one.0 == other.0 && outcome::gist(cell, one.1) == outcome::gist(cell, other.1)
}

/// What a cell ended in, over all `PoC`s: once where they agree.
fn outcomes(evidence: &Evidence, cell: &CellPrint) -> Html {
    let found = poc::ALL
        .iter()
        .filter_map(|poc| Some((poc.id, outcome::of(evidence, poc.id, &cell.name)?)));
    let found: Vec<_> = found.collect();
    let agree = found
        .windows(2)
        .all(|pair| same_to_a_reader(cell, pair[0].1, pair[1].1));
    if agree {
        return outcome(cell, found.first().map(|(_, found)| *found));
    }
    let each = found
        .iter()
        .map(|(poc, found)| Html::text(&format!("PoC {poc}:")).and(&outcome(cell, Some(*found))));
    Html::joined(each, "<br>")
}

/// How the idiom samples fared, in the last `PoC` in which they ran.
fn passes(evidence: &Evidence, cell: &CellPrint) -> String {
    match cell.role {
        Role::Oracle => return "the measure".into(),
        Role::OtherOracle => return "the measure of another version".into(),
        Role::Control | Role::Candidate | Role::Attempt | Role::Peer => {}
    }
    let tables = poc::ALL
        .iter()
        .rev()
        .filter(|poc| poc.compares_idioms())
        .map(|poc| Fidelity::of(evidence, poc.id, cell));
    tables
        .into_iter()
        .find(|table| !table.rows.is_empty())
        .map_or("–".into(), |table| counts(&table))
}

/// How many passed, differed and failed.
pub(super) fn counts(table: &Fidelity) -> String {
    SampleVerdict::ALL
        .map(|verdict| table.count(verdict).to_string())
        .join(" / ")
}

/// The builds that were tried as the paper tried them, each with what it printed.
pub(super) fn attempts(evidence: &Evidence, poc: &Poc) -> Html {
    let attempts: Vec<&CellPrint> = evidence.attempts(poc.id).collect();
    if attempts.is_empty() || !evidence.ran(poc.id) {
        return missing::note(poc.command);
    }
    let each = attempts.into_iter().map(|cell| {
        let title = code(&cell.name).and(&Html::text(&format!("for {}:", cell.target)));
        match outcome::of(evidence, poc.id, &cell.name) {
            None => title.and(&Html::text("not run yet")).within("p", ""),
            Some((Outcome::NotProvisioned, help)) => title
                .and(&Html::text("not provisioned;"))
                .and(&code(help))
                .within("p", ""),
            Some((outcome, output)) => {
                let summary = title.and(&Html::text(&outcome.to_string()));
                details(&summary, &block(printed(output).as_bytes()))
            }
        }
    });
    Html::joined(each, "")
}

fn printed(output: &str) -> &str {
    if output.trim().is_empty() {
        "it printed nothing"
    } else {
        output
    }
}

/// What one would carry to another machine.
pub(super) fn portability(evidence: &Evidence, poc: &Poc) -> Html {
    let rows = portability::rows(evidence, poc.id);
    if rows.iter().all(|row| row.size_bytes.is_none()) {
        return missing::note(poc.command);
    }
    let headers = [
        ("text", "cell"),
        ("number", "size in bytes"),
        ("text", "dynamic libraries"),
        ("text", "imports"),
        ("number", "peak memory"),
        ("text", "runs alone"),
        ("long", "what it says there"),
    ];
    let mut table = Table::new("Each cell's program as a file", &headers);
    for row in rows
        .into_iter()
        .filter(|row| row.cell.role != Role::Control)
    {
        let alone = row
            .self_contained
            .map(|alone| if alone { "yes" } else { "no" });
        let complaint = row.complaint.as_deref().unwrap_or_default();
        let last = complaint
            .lines()
            .rfind(|line| !line.trim().is_empty())
            .unwrap_or_default();
        table.row(vec![
            code(&row.cell.name),
            Html::text(&row.size_bytes.map_or("–".into(), number::grouped)),
            libraries(&row),
            imports(&row),
            Html::text(&row.peak_memory_bytes.map_or("–".into(), number::mebibytes)),
            Html::text(alone.unwrap_or("–")),
            Html::text(last),
        ]);
    }
    table.html()
}
