//! The whole in one look: verdicts, matrix and two plots beside each other, as small as they can be read.

use std::fmt::Write as _;

use record::Role;

use super::claims::{badge, link};
use super::grid::{anchor, look, page, words};
use super::machine::EVERYTHING;
use super::missing;
use super::tags::{DEFAULT, TagProblem};
use crate::claims::{self, Verdict};
use crate::evidence::Evidence;
use crate::html::Html;
use crate::matrix::{self, Entry, TARGETS};
use crate::plot::Plot;
use crate::poc::{self, Poc};

/// What the captions say in a language.
struct Words {
    /// The language's tag, where it is not the book's own.
    language: Option<&'static str>,
    verdicts: &'static str,
    grid: &'static str,
    fidelity: &'static str,
    speed: &'static str,
    /// The name of a verdict; the book's own where there is none.
    of_verdict: Option<fn(Verdict) -> &'static str>,
}

const ENGLISH: Words = Words {
    language: None,
    verdicts: "The paper's claims, judged",
    grid: "Every PoC on every target (F: Full, L: Light)",
    fidelity: "Idiom samples with CPython's output, by cell",
    speed: "Time over python3's, built as in the paper",
    of_verdict: None,
};

const JAPANESE: Words = Words {
    language: Some("ja"),
    verdicts: "論文の主張に対する判定",
    grid: "全 PoC と全ターゲット（F：Full、L：Light）",
    fidelity: "CPython と同じ出力になった標本（セル別）",
    speed: "python3 に対する所要時間の比（論文と同じビルド）",
    of_verdict: Some(in_japanese),
};

/// The name of a verdict in Japanese.
pub(super) fn in_japanese(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Reproduced => "再現",
        Verdict::Partly => "部分的に再現",
        Verdict::Refuted => "反証",
        Verdict::NotMeasurable => "測定不能",
    }
}

/// All of it, with captions in the language that `language` names.
pub(super) fn glance(evidence: &Evidence, language: Option<&str>) -> Result<Html, TagProblem> {
    let captions = match language {
        None => ENGLISH,
        Some("ja") => JAPANESE,
        Some(other) => {
            return Err(TagProblem::Name {
                what: "language",
                name: other.into(),
                known: "ja".into(),
            });
        }
    };
    if evidence.cells().is_empty() {
        return Ok(missing::note(EVERYTHING));
    }
    let fidelity = drawn(evidence, Plot::GlanceFidelity)?;
    let speed = drawn(evidence, Plot::GlanceSpeed)?;
    let parts = [
        part(captions.verdicts, &tally(evidence, &captions)),
        part(captions.grid, &grid(evidence)),
        part(captions.fidelity, &fidelity),
        part(captions.speed, &speed),
    ];
    let language = captions.language;
    let language = language.map_or(String::new(), |tag| format!(" lang=\"{tag}\""));
    Ok(Html::markup(format!(
        "<div class=\"tiers-glance\"{language}>{}</div>",
        Html::joined(parts, "")
    )))
}

fn part(caption: &str, body: &Html) -> Html {
    Html::markup(format!(
        "<figure><figcaption>{}</figcaption>{body}</figure>",
        Html::text(caption)
    ))
}

fn drawn(evidence: &Evidence, plot: Plot) -> Result<Html, TagProblem> {
    let poc = plot.poc().unwrap_or(DEFAULT);
    let command = poc::find(poc).map_or(EVERYTHING, |poc| poc.command);
    Ok(plot
        .draw(evidence, poc)?
        .unwrap_or_else(|| missing::note(command)))
}

/// Which claims have which verdict, as a list.
fn tally(evidence: &Evidence, captions: &Words) -> Html {
    let judged = claims::judge_all(evidence);
    let rows = Verdict::ALL.iter().map(|verdict| {
        let these = judged
            .iter()
            .filter(|(_, judgement)| judgement.verdict == *verdict);
        let links: Vec<Html> = these.map(|(claim, _)| link(claim.id)).collect();
        let translated = captions.of_verdict.map(|name| name(*verdict));
        let count = Html::text(&links.len().to_string()).within("strong", "");
        badge(*verdict, translated)
            .and(&count)
            .and(&Html::joined(links, " ").within("span", "tiers-these"))
            .within("li", "")
    });
    Html::joined(rows, "").within("ul", "tiers-tally")
}

/// The grid of `PoC`s and targets with a mark's first letter and sign alone; the words are its title.
fn grid(evidence: &Evidence) -> Html {
    let mut html =
        String::from("<table class=\"tiers-marks\"><thead><tr><th scope=\"col\">PoC</th>");
    for target in TARGETS {
        let _ = write!(html, "<th scope=\"col\">{target}</th>");
    }
    html += "</tr></thead><tbody>";
    for poc in poc::ALL {
        let _ = write!(
            html,
            "<tr><th scope=\"row\"><a href=\"{}\">{}</a></th>",
            page(poc),
            poc.id
        );
        for target in TARGETS {
            let _ = write!(html, "<td>{}</td>", field(evidence, poc, target));
        }
        html += "</tr>";
    }
    Html::markup(html + "</tbody></table>")
}

fn field(evidence: &Evidence, poc: &Poc, target: &str) -> Html {
    let mut entries = matrix::entries(evidence, poc, target);
    entries.sort_by_key(|entry| (&entry.cell.tier, entry.cell.role == Role::Attempt));
    let mut marks: Vec<(String, &Entry<'_>)> = Vec::new();
    for entry in &entries {
        let words = words(entry);
        if !marks.iter().any(|(known, _)| *known == words) {
            marks.push((words, entry));
        }
    }
    if marks.is_empty() {
        return Html::text("–");
    }
    let marks = marks.iter().map(|(words, entry)| mark(words, entry));
    Html::joined(marks, " ")
}

fn mark(words: &str, entry: &Entry<'_>) -> Html {
    let (class, sign) = look(entry.state);
    let letter = words.get(..1).unwrap_or_default();
    let words = Html::text(words);
    // A reader of screens hears the words, others see the letter and the sign.
    Html::markup(format!(
        "<a class=\"tiers-state tiers-{class}\" href=\"matrix.html#{}\" title=\"{words}\"><span \
         aria-hidden=\"true\">{letter}{sign}</span><span class=\"tiers-unseen\">{words}</span></a>",
        anchor(&entry.cell.name)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Run;

    fn shown(language: Option<&str>) -> String {
        let evidence = Run::as_told().evidence();
        glance(&evidence, language).unwrap().to_string()
    }

    #[test]
    fn it_holds_the_verdicts_the_matrix_and_two_plots() {
        let html = shown(None);
        assert_eq!(html.matches("<figure>").count(), 4);
        assert_eq!(html.matches("<svg").count(), 2);
        assert!(
            html.contains("reproduced") && html.contains("#claim-c7-6b"),
            "{html}"
        );
        assert!(html.contains(">Full attempt: blocked</span>"), "{html}");
    }

    #[test]
    fn in_japanese_it_says_so_and_counts_the_same() {
        let html = shown(Some("ja"));
        assert!(
            html.starts_with("<div class=\"tiers-glance\" lang=\"ja\">"),
            "{html}"
        );
        assert!(
            html.contains("再現") && !html.contains("reproduced<"),
            "{html}"
        );
        let counts = |html: &str| -> Vec<String> {
            let parts = html.split("<strong>").skip(1);
            parts
                .map(|part| part.split('<').next().unwrap_or_default().to_owned())
                .collect()
        };
        assert_eq!(counts(&html), counts(&shown(None)));
    }

    #[test]
    fn a_language_that_nobody_wrote_is_an_error() {
        assert!(glance(&Run::as_told().evidence(), Some("eo")).is_err());
    }
}
