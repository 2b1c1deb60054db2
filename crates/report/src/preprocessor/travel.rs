//! What programs printed from target to target, as the book shows it.

use record::CellPrint;

use super::missing;
use crate::builds;
use crate::evidence::Evidence;
use crate::html::{Html, Table, code, details, whole_digest};
use crate::number;
use crate::poc::Poc;
use crate::portability;
use crate::travel::{self, Shared, Travel, TravelRow};

/// Each sample's digest on every target's Light.
pub(super) fn hashes(evidence: &Evidence, poc: &Poc) -> Html {
    let Some(travel) = travel::travel(evidence, "light") else {
        return missing::note(poc.command);
    };
    if travel.rows.iter().all(|row| row.home.is_none()) {
        return missing::note(poc.command);
    }
    table(&travel).and(&apart(evidence, &travel))
}

fn table(travel: &Travel<'_>) -> Html {
    let home = &travel.home.name;
    let mut headers = vec![
        ("text", "sample".to_owned()),
        ("text", "the oracle".into()),
        ("text", home.clone()),
    ];
    headers.extend(
        travel
            .elsewhere
            .iter()
            .map(|cell| ("text", cell.name.clone())),
    );
    let caption =
        format!("SHA-256 of what each sample prints, beside the oracle and beside {home}");
    let mut table = Table::new(&caption, &headers);
    for row in &travel.rows {
        let mut pieces = vec![
            code(&row.sample),
            row.oracle.map_or_else(not_run, whole_digest),
            beside(row.home, row.oracle, "the oracle"),
        ];
        pieces.extend(
            row.elsewhere
                .iter()
                .map(|there| beside(*there, row.home, "at home")),
        );
        table.row(pieces);
    }
    table.html()
}

fn not_run() -> Html {
    Html::text("not run")
}

/// A digest, and whether it is the other.
fn beside(here: Option<&str>, other: Option<&str>, name: &str) -> Html {
    let Some(sha256) = here else {
        return not_run();
    };
    let said = match other {
        None => Html::default(),
        Some(other) if other == sha256 => {
            Html::text(&format!("= {name}")).within("span", "tiers-same")
        }
        Some(_) => Html::text(&format!("≠ {name}")).within("span", "tiers-other"),
    };
    whole_digest(sha256).and(&said)
}

/// What differs from what was printed at home, sample by sample.
fn apart(evidence: &Evidence, travel: &Travel<'_>) -> Html {
    let mut found = Vec::new();
    for row in &travel.rows {
        for (cell, there) in travel.elsewhere.iter().zip(&row.elsewhere) {
            if there.is_some() && row.home.is_some() && *there != row.home {
                found.push(difference(evidence, &row.sample, [travel.home, cell]));
            }
        }
    }
    if found.is_empty() {
        let ran = |row: &TravelRow<'_>| row.elsewhere.iter().flatten().count();
        let compared: usize = travel.rows.iter().map(ran).sum();
        let words = format!(
            "No difference from target to target: {} compared with the same sample at home.",
            number::count(compared, "run")
        );
        return Html::text(&words).within("p", "");
    }
    Html::joined(found, "")
}

fn difference(evidence: &Evidence, sample: &str, cells: [&CellPrint; 2]) -> Html {
    let diff = travel::diff(evidence, sample, cells).unwrap_or_default();
    let title = code(sample).and(&Html::text(&format!(
        "prints something else on {} than on {}",
        cells[1].name, cells[0].name
    )));
    let diff = Html::text(&diff)
        .within("code", "language-diff")
        .within("pre", "tiers-output");
    details(&title, &diff)
}

/// The WebAssembly files that more than one engine ran.
pub(super) fn engines(evidence: &Evidence, poc: &Poc) -> Html {
    let files = travel::shared(evidence);
    let ran: Vec<&Shared<'_>> = files
        .iter()
        .filter(|file| !file.samples.is_empty())
        .collect();
    if ran.is_empty() {
        return missing::note(poc.command);
    }
    Html::joined(ran.into_iter().map(|file| one_file(evidence, file)), "")
}

fn one_file(evidence: &Evidence, file: &Shared<'_>) -> Html {
    let same = file.samples.iter().filter(|(_, same)| *same).count();
    let sentence = Html::text("The file").and(&whole_digest(file.sha256)).and(&Html::text(
        &format!(
            "is the program of {} cells. {same} of {} samples that ran on all of them printed the same bytes on all of \
             them.",
            file.cells.len(),
            file.samples.len()
        ),
    ));
    let mut table = Table::new(
        "One file, more than one engine",
        &[("text", "cell"), ("long", "run by"), ("text", "says it is")],
    );
    for cell in &file.cells {
        table.row(vec![
            code(&cell.name),
            Html::text(&portability::engine(evidence, cell)),
            Html::text(evidence.said(&cell.name).unwrap_or("–")),
        ]);
    }
    let apart = file.samples.iter().filter(|(_, same)| !same);
    let apart = apart.flat_map(|(sample, _)| {
        file.cells[1..].iter().filter_map(move |cell| {
            let cells = [file.cells[0], cell];
            let diff = travel::diff(evidence, sample, cells)?;
            (!diff.is_empty()).then_some((sample, cells))
        })
    });
    let apart = apart.map(|(sample, cells)| difference(evidence, sample, cells));
    sentence
        .within("div", "")
        .and(&table.html())
        .and(&Html::joined(apart, ""))
}

/// What each target's Light was built with: the compiler, and what the target took beside it.
pub(super) fn toolchains(evidence: &Evidence, poc: &Poc) -> Html {
    let light = evidence
        .candidates(poc.id)
        .filter(|cell| cell.tier == "light");
    let built: Vec<_> = light
        .filter_map(|cell| Some((cell, builds::of(evidence, cell)?)))
        .collect();
    if built.is_empty() {
        return missing::note(poc.command);
    }
    let home = travel::home(evidence, "light").and_then(|home| builds::of(evidence, home));
    let headers = [
        ("text", "cell"),
        ("text", "compiler"),
        ("long", "beside it, and otherwise than at home"),
        ("long", "features left out of the one at home"),
    ];
    let mut table = Table::new("What each Light was built with", &headers);
    for (cell, build) in built {
        let parts = build.parts(home).into_iter();
        let parts = parts.map(|(field, value)| Html::text(&format!("{field}: {value}")));
        let left_out = home.map(|home| home.left_out_by(build));
        let left_out = left_out.into_iter().flatten().map(|name| code(&name));
        table.row(vec![
            code(&cell.name),
            Html::text(build.compiler().unwrap_or("not written down")),
            or_none(Html::joined(parts, "<br>")),
            or_none(Html::joined(left_out, ", ")),
        ]);
    }
    table.html()
}

fn or_none(html: Html) -> Html {
    if html.is_empty() {
        Html::text("none")
    } else {
        html
    }
}
