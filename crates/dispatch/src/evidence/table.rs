//! Finds the rows of a callable. The table is text, sorted by callable: it is searched by bisection and read where it is
//! needed, so that a decision does not pay for all of it.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use crate::evidence::row::Row;

/// The tables, one for each area of the campaign.
const AREAS: &[&str] = &[
    include_str!("../../evidence/builtin_functions.tsv"),
    include_str!("../../evidence/collecting.tsv"),
    include_str!("../../evidence/containers.tsv"),
    include_str!("../../evidence/declared.tsv"),
    include_str!("../../evidence/formatting.tsv"),
    include_str!("../../evidence/mathematics.tsv"),
    include_str!("../../evidence/operators.tsv"),
    include_str!("../../evidence/running.tsv"),
    include_str!("../../evidence/scalars.tsv"),
    include_str!("../../evidence/texts.tsv"),
    include_str!("../../evidence/textual.tsv"),
    include_str!("../../evidence/times.tsv"),
];

/// The rows that were read so far, for the whole process.
static READ: LazyLock<Mutex<HashMap<String, Arc<[Row]>>>> = LazyLock::new(Mutex::default);

/// The rows of a callable; none where the campaign has not tried it.
pub(crate) fn rows(callable: &str) -> Arc<[Row]> {
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(rows) = read.get(callable) {
        return Arc::clone(rows);
    }
    let rows: Arc<[Row]> = AREAS
        .iter()
        .flat_map(|area| lines_of(body(area), callable))
        .filter_map(|line| Row::parse(callable, line))
        .collect();
    read.insert(callable.to_owned(), Arc::clone(&rows));
    rows
}

/// Prefixes that were asked for so far.
static BEGUN: LazyLock<Mutex<HashMap<String, bool>>> = LazyLock::new(Mutex::default);

/// Whether a callable begins so.
pub(crate) fn has_prefix(prefix: &str) -> bool {
    let mut begun = BEGUN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = begun.get(prefix) {
        return *known;
    }
    let found = AREAS.iter().any(|area| {
        let area = body(area);
        area[first_line(area, prefix)..].starts_with(prefix)
    });
    begun.insert(prefix.to_owned(), found);
    found
}

/// An area without its header.
fn body(area: &'static str) -> &'static str {
    area.split_once('\n').map_or("", |(_, body)| body)
}

/// The lines of one area that begin with the callable, without it.
fn lines_of(area: &'static str, callable: &str) -> impl Iterator<Item = &'static str> {
    let start = first_line(area, callable);
    area[start..].lines().map_while({
        let callable = callable.to_owned();
        move |line| line.strip_prefix(callable.as_str())?.strip_prefix('\t')
    })
}

/// Where the first line begins whose callable is not less.
fn first_line(area: &str, callable: &str) -> usize {
    let (mut low, mut high) = (0, area.len());
    while low < high {
        let middle = line_start(area, low + (high - low) / 2);
        let (name, _) = area[middle..]
            .split_once('\t')
            .unwrap_or((&area[middle..], ""));
        if name < callable {
            low = area[middle..]
                .find('\n')
                .map_or(area.len(), |end| middle + end + 1);
        } else {
            high = middle;
        }
    }
    low
}

/// Where the line begins that holds the byte at `position`.
fn line_start(area: &str, position: usize) -> usize {
    area.as_bytes()[..position]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |newline| newline + 1)
}

#[cfg(test)]
mod tests {
    use super::lines_of;

    const AREA: &str = "a.b\t1\na.b\t2\na.bc\t3\nb\t4\n";

    #[test]
    fn each_callable_is_found() {
        let found = |name| lines_of(AREA, name).collect::<Vec<_>>();
        assert_eq!(found("a.b"), ["1", "2"]);
        assert_eq!(found("a.bc"), ["3"]);
        assert_eq!(found("b"), ["4"]);
        for absent in ["", "a", "a.c", "z"] {
            assert!(found(absent).is_empty(), "{absent}");
        }
    }

    #[test]
    fn every_area_is_embedded() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/evidence");
        assert_eq!(
            super::AREAS.len(),
            std::fs::read_dir(folder).unwrap().count()
        );
    }

    #[test]
    fn the_areas_are_sorted() {
        for area in super::AREAS {
            let names: Vec<_> = super::body(area)
                .lines()
                .filter_map(|line| line.split('\t').next())
                .collect();
            assert!(names.is_sorted());
        }
    }

    #[test]
    fn there_is_room_for_every_kind() {
        for area in super::AREAS {
            for name in super::body(area)
                .lines()
                .filter_map(|line| line.split('\t').next())
            {
                super::rows(name);
            }
        }
        assert_ne!(
            crate::kinds::kind_named("one.kind.More"),
            crate::kinds::Kinds::UNTOLD
        );
        let program = b"import re\nprint(re.match('a(b)?', 'a').expand('x'))\n";
        let analysis = crate::analyse(program, &crate::NoModules);
        assert!(
            !analysis.light_safe(),
            "a kind without a number must not pass for one with a reason"
        );
    }
}
