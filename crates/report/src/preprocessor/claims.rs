//! The claims as the book shows them.

use super::tags::TagProblem;
use crate::claims::{self, Claim, Judgement, Reference, Verdict};
use crate::evidence::Evidence;
use crate::html::{Html, Table, block, code};
use crate::number;

/// How the references to a corpus begin: they name lines of the log of scores.
const CORPUS: &str = "corpus/";

/// A verdict that can be told by sign and word, not only by colour. The words are the book's own, or translated.
pub(super) fn badge(verdict: Verdict, translated: Option<&str>) -> Html {
    let (class, sign) = match verdict {
        Verdict::Reproduced => ("reproduced", "✔"),
        Verdict::Partly => ("partly", "◐"),
        Verdict::Refuted => ("refuted", "✘"),
        Verdict::NotMeasurable => ("not-measurable", "○"),
    };
    let words = translated.map_or_else(|| verdict.to_string(), str::to_owned);
    Html::markup(format!(
        "<span class=\"tiers-badge tiers-{class}\"><span aria-hidden=\"true\">{sign}</span> {words}</span>"
    ))
}

/// Which claims have which verdict.
pub(super) fn tally(evidence: &Evidence) -> Html {
    let judged = claims::judge_all(evidence);
    let headers = [("text", "verdict"), ("number", "claims"), ("long", "which")];
    let mut table = Table::new("What the data say of the paper's claims", &headers);
    for verdict in Verdict::ALL {
        let these = judged
            .iter()
            .filter(|(_, judgement)| judgement.verdict == verdict);
        let links: Vec<Html> = these.map(|(claim, _)| link(claim.id)).collect();
        let count = Html::text(&links.len().to_string());
        table.row(vec![
            badge(verdict, None),
            count,
            Html::joined(links, " · "),
        ]);
    }
    table.html()
}

/// One line for each claim, or only for those that were not reproduced.
pub(super) fn verdicts(evidence: &Evidence, which: Option<&str>) -> Result<Html, TagProblem> {
    if let Some(name) = which.filter(|which| *which != "open") {
        let (name, known) = (name.to_owned(), "open".to_owned());
        return Err(TagProblem::Name {
            what: "selection of claims",
            name,
            known,
        });
    }
    let judged = claims::judge_all(evidence).into_iter();
    let shown: Vec<(Claim, Judgement)> = judged
        .filter(|(_, judgement)| which.is_none() || judgement.verdict != Verdict::Reproduced)
        .collect();
    if shown.is_empty() {
        return Ok(Html::text("Every claim was reproduced.").within("p", ""));
    }
    let caption = if which.is_some() {
        "Claims that were not reproduced"
    } else {
        "Claims and verdicts"
    };
    let headers = [
        ("text", "claim"),
        ("long", "what it says"),
        ("text", "paper"),
        ("text", "here"),
        ("text", "verdict"),
        ("text", "to measure it alone"),
    ];
    let mut table = Table::new(caption, &headers);
    for (claim, judgement) in shown {
        table.row(vec![
            link(claim.id),
            Html::text(claim.words),
            Html::text(&claim.paper.to_string()),
            measured(&judgement),
            badge(judgement.verdict, None),
            code(claim.command),
        ]);
    }
    Ok(table.html())
}

/// Everything about each claim.
pub(super) fn cards(evidence: &Evidence) -> Html {
    let judged = claims::judge_all(evidence);
    Html::joined(
        judged
            .iter()
            .map(|(claim, judgement)| card(claim, judgement)),
        "",
    )
}

fn card(claim: &Claim, judgement: &Judgement) -> Html {
    let mut details = vec![
        (
            "paper",
            Html::text(&claim.paper.to_string()).and(&medians(claim)),
        ),
        ("here", measured(judgement)),
        ("tolerance", Html::text(&claim.tolerance.to_string())),
        ("reason", Html::text(&judgement.reason)),
        ("evidence", references(&judgement.evidence)),
        ("in the paper", Html::text(claim.section)),
        ("to measure it", code(claim.command)),
    ];
    if let Some(interval) = &judgement.interval {
        let words = format!("{:.3} to {:.3}", interval.low, interval.high);
        let name = format!(
            "of the median ratio, {}",
            number::percent(stats::CONFIDENCE)
        );
        details.insert(
            2,
            (
                "interval",
                Html::text(&words).and(&Html::text(&format!("({name})"))),
            ),
        );
    }
    let rows = details
        .iter()
        .map(|(name, words)| Html::markup(format!("<dt>{name}</dt><dd>{words}</dd>")));
    let anchor = anchor(claim.id);
    Html::markup(format!(
        "<section class=\"tiers-claim\" id=\"{anchor}\" aria-labelledby=\"{anchor}-title\"><h3 \
         id=\"{anchor}-title\">{} {}</h3><p>{}</p><dl>{}</dl></section>",
        claim.id,
        badge(judgement.verdict, None),
        Html::text(claim.words),
        Html::joined(rows, "")
    ))
}

fn medians(claim: &Claim) -> Html {
    match claim.paper {
        claims::PaperValue::Ratio {
            medians_ms: Some((python3, cell)),
            ..
        } => {
            let (cell, python3) = (number::milliseconds(cell), number::milliseconds(python3));
            Html::text(&format!("({cell} against {python3})"))
        }
        _ => Html::default(),
    }
}

fn measured(judgement: &Judgement) -> Html {
    Html::text(judgement.measured.as_deref().unwrap_or("–"))
}

fn references(references: &[Reference]) -> Html {
    if references.is_empty() {
        return Html::text("none");
    }
    // Many samples on one cell are one entry: their steps tell them apart.
    let mut entries: Vec<(String, Vec<u64>)> = Vec::new();
    for reference in references {
        let what = match (reference.sample.as_str(), reference.m) {
            ("-", _) => reference.cell.clone(),
            (work, Some(m)) => {
                format!("{}, {work} with M = {}", reference.cell, number::grouped(m))
            }
            (corpus, None) if corpus.starts_with(CORPUS) => format!("{}, {corpus}", reference.cell),
            (_, None) if references.len() > 4 => format!("{}, samples", reference.cell),
            (sample, None) => format!("{}, {sample}", reference.cell),
        };
        match entries.last_mut() {
            Some((before, steps)) if *before == what => steps.extend(&reference.steps),
            _ => entries.push((what, reference.steps.clone())),
        }
    }
    let words = entries.iter_mut().map(|(what, steps)| {
        steps.sort_unstable();
        let noun = match (what.contains(CORPUS), steps.len()) {
            (true, 1) => "line",
            (true, _) => "lines",
            (false, 1) => "step",
            (false, _) => "steps",
        };
        format!("{what}: {noun} {}", number::ranges(steps))
    });
    Html::text(&words.collect::<Vec<_>>().join("; "))
}

/// The program that refutes a claim, with what both sides printed.
pub(super) fn counterexample(evidence: &Evidence, id: &str) -> Result<Html, TagProblem> {
    let judgement = find(id)?.judge(evidence);
    let Some(counterexample) = judgement.counterexample else {
        let words = format!(
            "No counterexample to {id} in this run: {}.",
            judgement.reason
        );
        return Ok(Html::text(&words)
            .within("span", "tiers-missing")
            .within("p", ""));
    };
    let side = |name: &str, output: &str| {
        Html::text(name)
            .within("p", "tiers-side")
            .and(&block(output.as_bytes()))
            .within("div", "")
    };
    let sides = [
        side("CPython", &counterexample.oracle),
        side("Light", &counterexample.cell),
    ];
    let name = Html::markup(format!("<p>{}</p>", code(&counterexample.sample)));
    Ok(name.and(&Html::joined(sides, "").within("div", "tiers-sides")))
}

/// Returns the claim of that name.
pub(super) fn find(id: &str) -> Result<Claim, TagProblem> {
    let claims = claims::all();
    let known = claims
        .iter()
        .map(|claim| claim.id)
        .collect::<Vec<_>>()
        .join(", ");
    let unknown = || TagProblem::Name {
        what: "claim",
        name: id.into(),
        known,
    };
    claims
        .into_iter()
        .find(|claim| claim.id == id)
        .ok_or_else(unknown)
}

fn anchor(id: &str) -> String {
    format!("claim-{}", id.to_lowercase().replace('.', "-"))
}

/// A link to the claim's place on the page of claims.
pub(super) fn link(id: &str) -> Html {
    Html::markup(format!("<a href=\"claims.html#{}\">{id}</a>", anchor(id)))
}
