//! The catalogue of divergences as the book shows it: a section of the page for each entry, so that the book's search finds
//! it and a link can lead to it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use record::{Metric, Provenance};

use super::missing;
use super::samples::sides;
use crate::catalogue::{self, Entry, Finding};
use crate::evidence::{Evidence, Place};
use crate::html::{Html, Table, block, code, details};
use crate::poc::Poc;

type Families<'e> = BTreeMap<&'e str, Vec<&'e Entry>>;

/// How many entries each family has, and what was found of them.
pub(super) fn families(evidence: &Evidence, poc: &Poc) -> Html {
    let entries = catalogue::entries(evidence);
    if entries.is_empty() {
        return missing::note(poc.command);
    }
    let found: Vec<Finding> = Finding::ALL
        .into_iter()
        .filter(|finding| entries.iter().any(|entry| entry.finding == *finding))
        .collect();
    let findings = found.iter().map(|finding| ("number", finding.words()));
    let headers: Vec<_> = [("text", "family"), ("number", "entries")]
        .into_iter()
        .chain(findings)
        .collect();
    let mut table = Table::new("Known divergences by family", &headers);
    let all: Vec<&Entry> = entries.iter().collect();
    for (family, entries) in by_family(&entries) {
        let link = format!("<a href=\"#{}\">{}</a>", anchor(family), Html::text(family));
        table.row(counts(Html::markup(link), &entries, &found));
    }
    table.row(counts(Html::text("all"), &all, &found));
    table.html().and(&provenances(&all))
}

fn counts(name: Html, entries: &[&Entry], found: &[Finding]) -> Vec<Html> {
    let with = |finding: &Finding| {
        let those = entries.iter().filter(|entry| entry.finding == *finding);
        Html::text(&those.count().to_string())
    };
    let count = Html::text(&entries.len().to_string());
    [name, count]
        .into_iter()
        .chain(found.iter().map(with))
        .collect()
}

fn provenances(entries: &[&Entry]) -> Html {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in entries {
        *kinds.entry(entry.divergence.provenance.kind()).or_default() += 1;
    }
    let mut table = Table::new(
        "Where they are known from",
        &[("text", "provenance"), ("number", "entries")],
    );
    for (kind, count) in kinds {
        table.row(vec![Html::text(kind), Html::text(&count.to_string())]);
    }
    table.html()
}

/// The entries, family by family. This is Markdown: what has a heading there is found by the book's search.
pub(super) fn sections(evidence: &Evidence, poc: &Poc) -> String {
    let entries = catalogue::entries(evidence);
    if entries.is_empty() {
        return format!("{}\n", missing::note(poc.command));
    }
    let mut page = String::new();
    for (family, entries) in by_family(&entries) {
        let title = Html::text(family).inline();
        let _ = write!(page, "## {title} {{#{}}}\n\n", anchor(family));
        for entry in entries {
            let title = Html::text(&entry.divergence.title).inline();
            let body = body(evidence, entry);
            let _ = write!(
                page,
                "### {title} {{#{}}}\n\n<div class=\"tiers tiers-divergence\">{body}</div>\n\n",
                anchor(entry.within())
            );
        }
    }
    page
}

fn by_family(entries: &[Entry]) -> Families<'_> {
    let mut families = Families::new();
    for entry in entries {
        families.entry(entry.family()).or_default().push(entry);
    }
    families
}

/// The anchor of a family or of an entry: no other heading of the page can have it.
fn anchor(name: &str) -> String {
    format!("divergence-{}", name.replace('/', "-"))
}

fn body(evidence: &Evidence, entry: &Entry) -> Html {
    let provenance = &entry.divergence.provenance;
    let mut line = code(entry.within()).and(&Html::text(&format!("· {}", provenance.kind())));
    if *provenance != Provenance::Own {
        line = line.and(&code(&provenance.to_string()));
    }
    let line = line.and(&Html::text(&format!("· {}", entry.finding.words())));
    let mut body = line.within("p", "");
    body.push(&block(program(&entry.source).as_bytes()));
    body.push(&both(evidence, entry));
    body.push(&complaint(evidence, entry));
    body
}

/// The program without its docstring, which the page tells otherwise.
fn program(source: &str) -> &str {
    let after = source.splitn(3, "\"\"\"").nth(2).unwrap_or(source);
    after.trim()
}

/// What the oracle and Light printed.
fn both(evidence: &Evidence, entry: &Entry) -> Html {
    let printed = |cell: &str| {
        let place = Place::sample(catalogue::POC, cell, &entry.sample);
        evidence.output(&place, Metric::Stdout)
    };
    let oracle = evidence.oracle().and_then(|oracle| printed(&oracle.name));
    let light = entry.light.as_deref();
    match (oracle, light.and_then(printed), light) {
        (Some(oracle), Some(here), Some(light)) => sides(("CPython", oracle), (light, here)),
        _ => Html::default(),
    }
}

/// How Light ended and what it said, where it did not end well.
fn complaint(evidence: &Evidence, entry: &Entry) -> Html {
    let Some(light) = entry.light.as_deref() else {
        return Html::default();
    };
    let place = Place::sample(catalogue::POC, light, &entry.sample);
    let Some(status) = evidence
        .number(&place, Metric::ExitStatus)
        .filter(|status| *status != 0)
    else {
        return Html::default();
    };
    let title = Html::text(&format!("{light} ended with status {status}"));
    let said = evidence.output(&place, Metric::Stderr).unwrap_or_default();
    details(&title, &block(said))
}
