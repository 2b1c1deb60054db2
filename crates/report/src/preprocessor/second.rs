//! The same run, made once more, as the book shows it.

use record::SECOND;

use super::missing;
use crate::compare::{ClaimPair, Comparison, Difference, FigurePair, Judged, Kind, Named, Number};
use crate::evidence::Evidence;
use crate::html::{Html, Table, code};
use crate::number;

/// The command that makes it.
const COMMAND: &str = "./artifact reproduce --results results/local/second";

/// How many figures that lie apart are listed, those that are farthest first.
const LISTED: usize = 20;

/// What the second run says beside the first; where there is none, the command that makes one.
pub(super) fn run(evidence: &Evidence) -> Html {
    let Some(second) = evidence.second() else {
        return missing::note(COMMAND);
    };
    let named = |results, evidence| Named { results, evidence };
    let comparison = Comparison::of(named("", evidence), named(SECOND, second));
    let sections = [
        summary(&comparison),
        parts(&comparison),
        verdicts(&comparison.claims),
        behaviour(&comparison.differences),
        apart(&comparison.figures),
    ];
    Html::joined(sections, "")
}

fn summary(comparison: &Comparison) -> Html {
    let summary = comparison.summary;
    let rows = [
        ("claims", comparison.claims.len()),
        ("claims with the same verdict", summary.same_verdicts),
        ("observations in both runs", summary.compared),
        ("differences of behaviour", summary.behaviour),
        ("figures in both runs", summary.figures),
        ("figures whose intervals lie apart", summary.apart),
        ("things that one run lacks", summary.missing),
    ];
    let headers = [("text", "what"), ("number", "how many")];
    let mut table = Table::new("Both runs side by side", &headers);
    for (which, side) in [("first", &comparison.first), ("second", &comparison.second)] {
        let thorough = if side.quick {
            "a quick one"
        } else {
            "a full one"
        };
        table.row(vec![
            Html::text(&format!("the {which} run")),
            Html::text(thorough),
        ]);
    }
    for (what, count) in rows {
        let count = number::grouped(u64::try_from(count).unwrap_or_default());
        table.row(vec![Html::text(what), Html::text(&count)]);
    }
    table.html()
}

/// The parts of the machines and settings that differ; programs and inputs are counted.
fn parts(comparison: &Comparison) -> Html {
    let headers = [("text", "part"), ("long", "first"), ("long", "second")];
    let mut table = Table::new("What the two runs were made with", &headers);
    let of_machine = |part: &str| part.starts_with("machine.") || part.starts_with("settings.");
    let (shown, others): (Vec<_>, Vec<_>) = comparison
        .parts
        .iter()
        .partition(|part| of_machine(&part.part));
    let word = |word: Option<&String>| Html::text(word.map_or("–", String::as_str));
    for part in shown {
        table.row(vec![
            code(&part.part),
            word(part.first.as_ref()),
            word(part.second.as_ref()),
        ]);
    }
    let count = number::grouped(u64::try_from(others.len()).unwrap_or_default());
    table.row(vec![
        Html::text("programs and inputs that differ"),
        Html::text(""),
        Html::text(&count),
    ]);
    table.html()
}

fn verdicts(claims: &[ClaimPair]) -> Html {
    let differing: Vec<&ClaimPair> = claims.iter().filter(|claim| claim.kind.is_some()).collect();
    if differing.is_empty() {
        return paragraph("Every claim has the same verdict in both.");
    }
    let headers = [
        ("text", "claim"),
        ("long", "first"),
        ("long", "second"),
        ("text", "differs in"),
    ];
    let mut table = Table::new("Claims whose verdicts differ", &headers);
    for claim in differing {
        table.row(vec![
            code(claim.id),
            judged(&claim.first),
            judged(&claim.second),
            Html::text(claim.kind.map_or("", Kind::word)),
        ]);
    }
    table.html()
}

fn judged(judged: &Judged) -> Html {
    let measured = judged.measured.as_ref().unwrap_or(&judged.reason);
    Html::text(&format!("{}: {measured}", judged.verdict))
}

fn behaviour(differences: &[Difference]) -> Html {
    let differing = differences
        .iter()
        .filter(|found| found.kind == Kind::Behaviour);
    let differing: Vec<&Difference> = differing.collect();
    if differing.is_empty() {
        return paragraph(
            "Nothing behaves otherwise: every program printed the same bytes and ended alike.",
        );
    }
    let headers = [("text", "cell"), ("text", "program"), ("text", "what")];
    let mut table = Table::new("What behaves otherwise", &headers);
    for found in differing {
        table.row(vec![
            code(&found.cell),
            code(&found.sample),
            Html::text(&found.what),
        ]);
    }
    table.html()
}

fn apart(figures: &[FigurePair]) -> Html {
    let mut apart: Vec<&FigurePair> = figures
        .iter()
        .filter(|figure| figure.apart == Some(true))
        .collect();
    if apart.is_empty() {
        return paragraph("No two intervals lie apart.");
    }
    let distance = |figure: &FigurePair| figure.factor.map_or(0.0, |factor| factor.ln().abs());
    apart.sort_by(|one, other| distance(other).total_cmp(&distance(one)));
    let headers = [
        ("text", "cell"),
        ("text", "figure"),
        ("number", "first"),
        ("number", "second"),
        ("number", "second / first"),
    ];
    let mut table = Table::new(
        "Figures whose intervals lie apart, the farthest first",
        &headers,
    );
    for figure in apart.iter().take(LISTED) {
        let factor = figure
            .factor
            .map_or_else(String::new, |factor| format!("{factor:.2}"));
        table.row(vec![
            code(&figure.cell),
            Html::text(&format!("{} ({})", figure.figure, figure.unit)),
            interval(figure.first),
            interval(figure.second),
            Html::text(&factor),
        ]);
    }
    table.html()
}

fn interval(number: Number) -> Html {
    let value = |value: f64| format!("{value:.3}");
    let ends = [number.low, number.high].map(|end| end.map_or_else(|| "…".into(), value));
    Html::text(&format!(
        "{} [{}, {}]",
        value(number.value),
        ends[0],
        ends[1]
    ))
}

fn paragraph(words: &str) -> Html {
    Html::text(words).within("p", "")
}
