//! Every `PoC` on every target as the book shows it.

use std::fmt::Write as _;

use record::Role;

use super::machine::EVERYTHING;
use super::missing;
use crate::evidence::Evidence;
use crate::html::{Html, details};
use crate::matrix::{self, Entry, State, TARGETS};
use crate::outcome::Outcome;
use crate::poc::{self, Poc};

/// Under which address a cell's own section stands.
pub(super) fn anchor(cell: &str) -> String {
    format!("cell-{}", cell.replace('.', "-"))
}

/// The page of a `PoC`.
pub(super) fn page(poc: &Poc) -> String {
    format!("poc{}.html", poc.id.replace('.', "_"))
}

/// What became of each `PoC` on each target.
///
/// A narrow page shows the rows one under another, which takes a table's meaning from it in the eyes of a screen reader:
/// hence the roles.
pub(super) fn grid(evidence: &Evidence) -> Html {
    if evidence.cells().is_empty() {
        return missing::note(EVERYTHING);
    }
    let mut html = String::from(
        "<div class=\"tiers-table tiers-grid\"><table role=\"table\"><caption>What became of each PoC on each \
         target</caption><thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" scope=\"col\">PoC</th>",
    );
    for target in TARGETS {
        let _ = write!(
            html,
            "<th role=\"columnheader\" scope=\"col\">{target}</th>"
        );
    }
    html += "</tr></thead><tbody role=\"rowgroup\">";
    for poc in poc::ALL {
        let _ = write!(
            html,
            "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\"><a href=\"{}#results\">PoC {}</a></th>",
            page(poc),
            poc.id
        );
        for target in TARGETS {
            let field = field(evidence, poc, target);
            let _ = write!(
                html,
                "<td role=\"cell\" data-target=\"{target}\">{field}</td>"
            );
        }
        html += "</tr>";
    }
    Html::markup(html + "</tbody></table></div>").and(&legend())
}

/// What became of one `PoC` on one target: a mark for each way in which a tier's cells ended.
fn field(evidence: &Evidence, poc: &Poc, target: &str) -> Html {
    let mut entries = matrix::entries(evidence, poc, target);
    entries.sort_by_key(|entry| (&entry.cell.tier, entry.cell.role == Role::Attempt));
    if entries.is_empty() {
        let words = if evidence.ran(poc.id) {
            "no cell"
        } else {
            "not run yet"
        };
        return Html::text(words).within("span", "tiers-state tiers-none");
    }
    let mut marks: Vec<(String, Vec<&Entry<'_>>)> = Vec::new();
    for entry in &entries {
        let words = words(entry);
        match marks.iter_mut().find(|(known, _)| *known == words) {
            Some((_, those)) => those.push(entry),
            None => marks.push((words, vec![entry])),
        }
    }
    let marks = marks.iter().map(|(words, those)| mark(poc, words, those));
    Html::joined(marks, " ")
}

/// One mark: a link to the cell's section, or to the chapter where it stands for several cells.
fn mark(poc: &Poc, words: &str, entries: &[&Entry<'_>]) -> Html {
    let first = entries[0];
    let (class, sign) = look(first.state);
    let (address, more) = match entries {
        [one] => (
            format!("matrix.html#{}", anchor(&one.cell.name)),
            String::new(),
        ),
        many => (
            format!("{}#results", page(poc)),
            format!(", {} builds", many.len()),
        ),
    };
    let names: Vec<&str> = entries
        .iter()
        .map(|entry| entry.cell.name.as_str())
        .collect();
    Html::markup(format!(
        "<a class=\"tiers-state tiers-{class}\" href=\"{address}\" title=\"{}\"><span aria-hidden=\"true\">{sign}</span> \
         {}{more}</a>",
        Html::text(&names.join(", ")),
        Html::text(words)
    ))
}

/// The tier, what it came to, and the version of what it was judged by, where that is another.
pub(super) fn words(entry: &Entry<'_>) -> String {
    let mut tier = entry.cell.tier.clone();
    if let Some(first) = tier.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    if entry.cell.role == Role::Attempt {
        tier += " attempt:";
    }
    let other = entry.other_oracle.map(short_version);
    let other = other.map_or(String::new(), |version| format!(" ({version})"));
    format!("{tier} {}{other}", said(entry.state))
}

fn said(state: State) -> String {
    match state {
        State::Ran { of: 0, .. } => "result".into(),
        State::Ran { passed, of } => format!("{passed}/{of}"),
        State::Ended(outcome) => outcome.to_string(),
        State::NotYet => "not run yet".into(),
    }
}

/// How a state looks: its class, and a sign that does without colour.
pub(super) fn look(state: State) -> (&'static str, &'static str) {
    match state {
        State::Ran { passed, of } if passed == of => ("ran", "✔"),
        State::Ran { .. } => ("differs", "≠"),
        State::Ended(Outcome::Blocked) => ("blocked", "■"),
        State::Ended(Outcome::Failed) => ("failed", "✘"),
        State::Ended(Outcome::NotProvisioned) => ("lacking", "○"),
        State::Ended(Outcome::Result) | State::NotYet => ("none", "–"),
    }
}

/// `CPython 3.11.2` is a `3.11`.
fn short_version(version: &str) -> String {
    let number = version.split_whitespace().nth(1).unwrap_or(version);
    let parts: Vec<&str> = number.split('.').take(2).collect();
    parts.join(".")
}

/// What the marks mean.
fn legend() -> Html {
    let samples = State::Ran { passed: 1, of: 1 };
    let fewer = State::Ran { passed: 0, of: 1 };
    let meanings = [
        (
            samples,
            "it ran; where programs are compared, how many of them did what they do on the oracle: all",
        ),
        (fewer, "it ran, and some of them did something else"),
        (
            State::Ended(Outcome::Blocked),
            "a build as the paper tried it failed as the paper says",
        ),
        (
            State::Ended(Outcome::NotProvisioned),
            "this machine lacks a part; the cell's section has the command that brings it",
        ),
        (
            State::Ended(Outcome::Failed),
            "something broke that should not have",
        ),
    ];
    let rows = meanings.map(|(state, meaning)| {
        let (class, sign) = look(state);
        let sign = Html::markup(format!(
            "<span class=\"tiers-state tiers-{class}\" aria-hidden=\"true\">{sign}</span>"
        ));
        sign.and(&Html::text(meaning)).within("li", "")
    });
    let rows = Html::joined(rows, "").within("ul", "");
    details(&Html::text("What the marks mean"), &rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_told_in_short() {
        assert_eq!(short_version("CPython 3.11.2"), "3.11");
        assert_eq!(short_version("3.12"), "3.12");
    }

    #[test]
    fn every_state_has_a_sign_of_its_own() {
        let states = [
            State::Ran { passed: 1, of: 1 },
            State::Ran { passed: 0, of: 1 },
            State::Ended(Outcome::Blocked),
            State::Ended(Outcome::Failed),
            State::Ended(Outcome::NotProvisioned),
            State::NotYet,
        ];
        let mut signs: Vec<&str> = states.iter().map(|state| look(*state).1).collect();
        signs.sort_unstable();
        signs.dedup();
        assert_eq!(signs.len(), states.len());
    }
}
