//! What a reader must know before any number: the run's reservations.

use crate::claims::is_cpython_3_12;
use crate::evidence::Evidence;
use crate::html::{Html, code};
use crate::poc::PEERS;

/// Returns what the run is not; empty where it is complete and against the right oracle.
pub(super) fn banner(evidence: &Evidence) -> Html {
    shown(reservations(evidence))
}

/// Returns what a comparison with peers is not, which is a run of its own.
pub(super) fn banner_of_peers(peers: &Evidence) -> Html {
    let mut reservations = Vec::new();
    let again = code(PEERS.command);
    if peers.is_quick() {
        let words = "This comparison was a quick run: fewer rounds, and therefore wider intervals. A full one:";
        reservations.push(Html::text(words).and(&again));
    }
    if !peers.finished() {
        let words = "This comparison is unfinished. This makes it anew:";
        reservations.push(Html::text(words).and(&again));
    }
    shown(reservations)
}

fn shown(reservations: Vec<Html>) -> Html {
    if reservations.is_empty() {
        return Html::default();
    }
    let paragraphs = reservations.into_iter().map(|words| words.within("p", ""));
    let banner = Html::joined(paragraphs, "");
    Html::markup(format!(
        "<div class=\"tiers-banner\" role=\"note\">{banner}</div>"
    ))
}

fn reservations(evidence: &Evidence) -> Vec<Html> {
    let Some(fingerprint) = evidence.fingerprint() else {
        let words = Html::text("Nothing has been measured yet. This measures everything:");
        return vec![words.and(&code("./artifact reproduce"))];
    };
    let mut reservations = Vec::new();
    let version = evidence
        .oracle()
        .and_then(|oracle| evidence.said(&oracle.name));
    if let Some(version) = version.filter(|version| !is_cpython_3_12(version)) {
        reservations.push(Html::text(&format!(
            "The oracle of this run is {version}, not CPython 3.12. The paper's claims are not judged by it."
        )));
    }
    if fingerprint.settings.quick {
        let words = "This was a quick run: fewer rounds, and therefore wider intervals; on other targets, fewer rows of the long tables and no times. A full one:";
        reservations.push(Html::text(words).and(&code("./artifact reproduce")));
    }
    if !evidence.finished() {
        let words = "This run is unfinished; what is missing says so. This goes on with it:";
        reservations.push(Html::text(words).and(&code("./artifact reproduce --resume")));
    }
    reservations
}

/// Puts `banner` under the page's title, or on top where it has none.
pub(super) fn put(banner: &Html, page: &str) -> String {
    if banner.is_empty() {
        return page.to_owned();
    }
    match page.split_once('\n') {
        Some((title, rest)) if title.starts_with("# ") => format!("{title}\n\n{banner}\n{rest}"),
        _ => format!("{banner}\n\n{page}"),
    }
}
