//! What calls cost, what crosses between them, and what values survive, as the book shows them.

use stats::{BreakEven, Interval};

use super::missing;
use crate::amortization::{self, Series, Way};
use crate::evidence::Evidence;
use crate::html::{Html, Table, code};
use crate::isolation::{self, Isolation};
use crate::number;
use crate::poc::Poc;
use crate::values;

/// The lines through the times of M calls, way by way.
pub(super) fn amortization(evidence: &Evidence, poc: &Poc) -> Html {
    let series = amortization::series(evidence);
    if series.is_empty() {
        return missing::note(poc.command);
    }
    let headers = [
        ("text", "way"),
        ("number", "a, once [interval]"),
        ("number", "b, each call [interval]"),
        ("text", "numbers of calls"),
        ("number", "rounds"),
    ];
    let mut table = Table::new("What M calls cost: a + b·M, in milliseconds", &headers);
    let mut group = "";
    for series in &series {
        if group != series.cell.name {
            table.group(&series.cell.name);
            group = &series.cell.name;
        }
        table.row(pieces(series));
    }
    table.html().and(&instructions(&series))
}

/// The same lines in instructions, for the cells on which they were counted.
fn instructions(all: &[Series]) -> Html {
    let headers = [
        ("text", "way"),
        ("number", "a, once [interval]"),
        ("number", "b, each call [interval]"),
        ("number", "rounds"),
    ];
    let mut table = Table::new("What M calls cost: a + b·M, in instructions", &headers);
    let (mut group, mut empty) = ("", true);
    for series in all {
        let Some(line) = &series.instructions else {
            continue;
        };
        if group != series.cell.name {
            table.group(&series.cell.name);
            group = &series.cell.name;
        }
        table.row(vec![
            Html::text(series.way.words()),
            Html::text(&millions(&line.a)),
            Html::text(&millions(&line.b)),
            Html::text(&series.rounds.to_string()),
        ]);
        empty = false;
    }
    if empty { Html::default() } else { table.html() }
}

fn millions(interval: &Interval) -> String {
    let Interval {
        estimate,
        low,
        high,
    } = interval;
    let [low, high] = [low, high].map(|end| number::millions(*end));
    format!("{} [{low}, {high}]", number::millions(*estimate))
}

fn pieces(series: &Series) -> Vec<Html> {
    let line = series.line.as_ref();
    let without_line = if series.disagreeing > 0 {
        let runs = number::count(series.disagreeing, "run");
        format!("no line: {runs} printed something else")
    } else if series.emulated {
        "emulated: no speed".into()
    } else {
        "no line: one number of calls only".into()
    };
    let sizes = series.medians_ms.iter().map(|(m, _)| number::grouped(*m));
    let sizes = sizes.collect::<Vec<_>>().join(", ");
    vec![
        Html::text(series.way.words()),
        Html::text(&line.map_or(without_line, |line| milliseconds(&line.a))),
        Html::text(&line.map_or("–".into(), |line| milliseconds(&line.b))),
        Html::text(&sizes),
        Html::text(&series.rounds.to_string()),
    ]
}

/// Writes a time with its interval; three places, for a call may take little.
fn milliseconds(interval: &Interval) -> String {
    let Interval {
        estimate,
        low,
        high,
    } = interval;
    format!("{estimate:.3} [{low:.3}, {high:.3}]")
}

/// From how many calls on one way costs no more than another.
pub(super) fn break_even(evidence: &Evidence, poc: &Poc) -> Html {
    let series = amortization::series(evidence);
    let comparisons = amortization::comparisons(&series);
    if comparisons.is_empty() {
        return missing::note(poc.command);
    }
    let headers = [
        ("text", "way"),
        ("text", "costs no more than"),
        ("text", "when"),
        ("text", "interval"),
    ];
    let mut table = Table::new("Break-even, in calls", &headers);
    let mut group = "";
    for comparison in &comparisons {
        let name = &comparison.here.cell.name;
        if group != name {
            table.group(name);
            group = name;
        }
        let other = match comparison.there.cell.role {
            record::Role::Oracle => format!("python3, {}", comparison.there.way.words()),
            _ => comparison.there.way.words().into(),
        };
        table.row(vec![
            Html::text(comparison.here.way.words()),
            Html::text(&other),
            Html::text(&from(&comparison.even)),
            Html::text(&reach(&comparison.even)),
        ]);
    }
    table.html()
}

/// Says from how many calls on.
pub(super) fn from(even: &BreakEven) -> String {
    match even.from {
        None => "never".into(),
        Some(from) if from <= 1.0 => "from the first call on".into(),
        Some(from) => format!("from {} calls on", number::calls(from)),
    }
}

fn reach(even: &BreakEven) -> String {
    match (even.low, even.high) {
        (None, _) => "never throughout".into(),
        (_, Some(high)) if high <= 1.0 => "the first call throughout".into(),
        (Some(low), None) => format!("{} to no end", number::calls(low)),
        (Some(low), Some(high)) => format!("{} to {}", number::calls(low), number::calls(high)),
    }
}

/// Kinds of things that a program may leave, and whether the next one saw them, way by way.
pub(super) fn isolation(evidence: &Evidence, poc: &Poc) -> Html {
    let isolations = isolation::isolation(evidence);
    if isolations.is_empty() {
        return missing::note(poc.command);
    }
    let ways = Way::ALL.map(|way| ("text", way.words()));
    let headers: Vec<_> = [("text", "left behind")].into_iter().chain(ways).collect();
    let mut table = Table::new("What the next program sees", &headers);
    for isolation in &isolations {
        table.group(&counted(isolation));
        for kind in isolation.kinds() {
            let seen = Way::ALL.map(|way| Html::text(seen(isolation, kind, way)));
            table.row([code(kind)].into_iter().chain(seen).collect());
        }
    }
    table.html()
}

/// The cell, and of each way how many kinds crossed.
fn counted(isolation: &Isolation) -> String {
    let ways = Way::ALL.into_iter().filter_map(|way| {
        let (tried, crossed) = isolation.count(way)?;
        Some(format!("{way} {crossed} of {tried}"))
    });
    let ways: Vec<String> = ways.collect();
    format!("{}: {}", isolation.cell.name, ways.join(", "))
}

fn seen(isolation: &Isolation, kind: &str, way: Way) -> &'static str {
    match isolation.crossed.get(&(kind.to_owned(), way)) {
        None => "–",
        Some(true) => "✗ sees it",
        Some(false) => "does not",
    }
}

/// Values sent to an isolate and back, cell by cell.
pub(super) fn values(evidence: &Evidence, poc: &Poc) -> Html {
    let values = values::values(evidence);
    if values.is_empty() {
        return missing::note(poc.command);
    }
    let headers = [
        ("text", "cell"),
        ("number", "of the table"),
        ("number", "unchanged"),
        ("number", "generated"),
        ("number", "changed"),
        ("long", "what changed, or first changed"),
    ];
    let mut table = Table::new("Values sent to an isolate and back", &headers);
    for values in &values {
        let number = |number: Option<u64>| Html::text(&number.map_or("–".into(), number::grouped));
        let changed = values.table.iter().filter(|(_, unchanged)| !unchanged);
        let changed = changed.map(|(name, _)| name.as_str());
        let first = changed.chain(values.first_changed.as_deref());
        let first: Vec<Html> = first.map(code).collect();
        table.row(vec![
            code(&values.cell.name),
            Html::text(&values.table.len().to_string()),
            Html::text(&values.unchanged().to_string()),
            number(values.checked),
            number(values.changed),
            if first.is_empty() {
                Html::text("–")
            } else {
                Html::joined(first, ", ")
            },
        ]);
    }
    table.html()
}
