//! The programs of a suite as the book shows them.

use record::Role;

use super::tags::TagProblem;
use super::{missing, speed};
use crate::evidence::Evidence;
use crate::html::{Html, Table, code};
use crate::number;
use crate::poc::SUITE;
use crate::suite::{self, Ratios};

type Show = fn(&Evidence) -> Html;

/// The parts of the page.
const PARTS: &[(&str, Show)] = &[("means", means), ("programs", programs)];

/// Returns a part, told from the run of the suite that goes with `evidence`; where there is none, the command that makes it.
pub(super) fn part(evidence: &Evidence, name: &str) -> Result<Html, TagProblem> {
    let show = PARTS.iter().find(|(part, _)| *part == name);
    let (_, show) = show.ok_or_else(|| TagProblem::Name {
        what: "part",
        name: name.into(),
        known: PARTS
            .iter()
            .map(|(name, _)| *name)
            .collect::<Vec<_>>()
            .join(", "),
    })?;
    let suite = evidence.suite();
    Ok(suite.map_or_else(|| missing::note(SUITE.command), show))
}

fn means(evidence: &Evidence) -> Html {
    let headers = [
        ("text", "cell"),
        ("number", "geometric mean over python3"),
        ("number", "least to most"),
        ("number", "programs that come to the same"),
    ];
    let mut table = Table::new("All programs together", &headers);
    for mean in suite::means(evidence) {
        let nothing = || "–".to_owned();
        let range = |ratios: Ratios| {
            format!(
                "{} to {}",
                number::ratio(ratios.least),
                number::ratio(ratios.most)
            )
        };
        table.row(vec![
            code(&mean.cell.name),
            Html::text(
                &mean
                    .ratios
                    .map_or_else(nothing, |ratios| number::ratio(ratios.geometric_mean)),
            ),
            Html::text(&mean.ratios.map_or_else(nothing, range)),
            Html::text(&format!("{} of {}", mean.same, mean.of)),
        ]);
    }
    table.html()
}

fn programs(evidence: &Evidence) -> Html {
    let cells = suite::cells(evidence);
    let shown = |role| role != Role::Control;
    let mut headers = vec![("text", "program".to_owned()), ("number", "python3".into())];
    headers.extend(
        cells
            .iter()
            .filter(|cell| shown(cell.role))
            .map(|cell| ("number", cell.name.clone())),
    );
    let mut table = Table::new("Each program's time over python3's", &headers);
    for row in suite::rows(evidence) {
        let python3 = row.python3_ms.map_or("–".into(), number::milliseconds);
        let mut pieces = vec![Html::text(row.program), Html::text(&python3)];
        let on = cells
            .iter()
            .zip(&row.on)
            .filter(|(cell, _)| shown(cell.role));
        pieces.extend(on.map(|(_, on)| match on {
            Ok(compared) if compared.runs == 1 => Html::text(&number::ratio(compared.ratio.median)),
            Ok(compared) => Html::text(&speed::estimate(&compared.ratio)),
            Err(why) => code(why),
        }));
        table.row(pieces);
    }
    table.html()
}
