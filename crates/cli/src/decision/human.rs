//! A decision as people read it: the tier, why, and the places in the source.

use std::fmt::Write as _;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use tiers::{Choice, Decision, Reason};

/// How many reasons are shown; a program may give one per line.
const SHOWN: usize = 20;

/// How much of a line is shown, in columns of a terminal.
const COLUMNS: usize = 120;

/// Returns the text of a decision for the program in `file`, whose `source` may be known. It has colours: whoever prints it
/// takes them away where they are not wanted.
pub(crate) fn human(file: &Path, source: Option<&[u8]>, decision: &Decision) -> String {
    let file = file.display().to_string();
    let source = source.map(String::from_utf8_lossy).unwrap_or_default();
    let lines = lines(&source);
    let groups: Vec<Group<'_>> = decision
        .reasons
        .iter()
        .take(SHOWN)
        .map(|reason| group(&file, &lines, reason))
        .collect();
    let renderer = Renderer::styled().term_width(COLUMNS);
    let mut text = format!("{file}: {}\n", verdict(decision));
    for group in groups {
        let _ = writeln!(text, "\n{}", renderer.render(&[group]));
    }
    if let Some(more @ 1..) = decision.reasons.len().checked_sub(SHOWN) {
        let _ = writeln!(text, "\n… and {more} more: --format json has them all");
    }
    text
}

/// Says in a few words where the program runs, and why.
pub(crate) fn verdict(decision: &Decision) -> &'static str {
    match (decision.tier, decision.light_safe) {
        (Choice::Light, _) => "light, where it is safe",
        (Choice::Full, true) => "full, though it is safe on Light",
        (Choice::Full, false) => "full, because it is not safe on Light",
        (Choice::Refused, true) => "refused: it is safe on Light, but there is neither tier",
        (Choice::Refused, false) => "refused: it is not safe on Light, and there is no Full tier",
    }
}

/// Returns one reason with the line that gives it, where there is one.
fn group<'a>(file: &'a str, lines: &[&'a str], reason: &'a Reason) -> Group<'a> {
    let title = Level::NOTE
        .with_name(reason.rule.as_str())
        .primary_title(reason.message.as_str());
    let group = Group::with_title(title);
    if reason.line == 0 {
        return group;
    }
    let line = lines.get(reason.line - 1).filter(|line| !line.is_empty());
    let Some(line) = line else {
        let origin = Origin::path(file).line(reason.line);
        return group.element(origin.char_column(reason.column.max(1)));
    };
    let place = place(line, reason.column);
    group.element(
        Snippet::source(*line)
            .line_start(reason.line)
            .path(file)
            .annotation(AnnotationKind::Primary.span(place)),
    )
}

/// Returns where the character at `column`, from 1, is in `line`: its bytes. Past the end there are none.
fn place(line: &str, column: usize) -> std::ops::Range<usize> {
    let mut rest = line.char_indices().skip(column.saturating_sub(1));
    rest.next()
        .map_or(line.len()..line.len(), |(start, character)| {
            start..start + character.len_utf8()
        })
}

/// Returns the lines of Python source: they end as Python has them end.
fn lines(source: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = source;
    while let Some(end) = rest.find(['\n', '\r']) {
        lines.push(&rest[..end]);
        let ending = if rest[end..].starts_with("\r\n") {
            2
        } else {
            1
        };
        rest = &rest[end + ending..];
    }
    lines.push(rest);
    lines
}

#[cfg(test)]
mod tests;
