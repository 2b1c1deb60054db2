//! Finds the rows of a callable. The table is text, sorted by callable: it is searched by bisection and read where it is
//! needed, so that a decision does not pay for all of it.

use std::sync::{LazyLock, Mutex, PoisonError};

use rustc_hash::FxHashMap as HashMap;

use crate::evidence::callable::Callable;

/// The rows of all callables.
const TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/table.tsv"));

/// Each callable, in order, and where its rows begin and end.
#[expect(clippy::unreadable_literal, reason = "build.rs writes them")]
const CALLABLES: &[(&str, usize, usize)] = include!(concat!(env!("OUT_DIR"), "/callables.rs"));

/// The callables that were read so far, for the whole process. There are as many as the table has.
static READ: LazyLock<Mutex<HashMap<&'static str, &'static Callable>>> =
    LazyLock::new(Mutex::default);

/// The name of a callable as the table has it; `None` where the campaign has not tried it.
pub(crate) fn name(callable: &str) -> Option<&'static str> {
    place(callable).map(|place| CALLABLES[place].0)
}

fn place(callable: &str) -> Option<usize> {
    CALLABLES
        .binary_search_by_key(&callable, |(name, _, _)| name)
        .ok()
}

/// What is known of a callable; `None` where the campaign has not tried it.
pub(crate) fn find(callable: &str) -> Option<&'static Callable> {
    let (name, start, end) = CALLABLES[place(callable)?];
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    let known = read
        .entry(name)
        .or_insert_with(|| Box::leak(Box::new(Callable::read(name, &TABLE[start..end]))));
    Some(known)
}

/// Whether a callable begins so.
pub(crate) fn has_prefix(prefix: &str) -> bool {
    let place = CALLABLES.partition_point(|(name, _, _)| *name < prefix);
    CALLABLES
        .get(place)
        .is_some_and(|(name, _, _)| name.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::{CALLABLES, find, has_prefix};

    #[test]
    fn each_line_of_each_area_is_in_the_table() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/evidence");
        let mut lines = 0;
        for area in std::fs::read_dir(folder).unwrap() {
            let area = std::fs::read_to_string(area.unwrap().path()).unwrap();
            for line in area.lines().skip(1) {
                let (name, row) = line.split_once('\t').unwrap();
                let (signature, _) = row.split_once('\t').unwrap();
                let rows = &find(name).unwrap().rows;
                assert!(rows.iter().any(|row| row.signature == signature), "{line}");
                lines += 1;
            }
        }
        let rows: usize = CALLABLES
            .iter()
            .map(|(name, _, _)| find(name).unwrap().rows.len())
            .sum();
        assert_eq!(rows, lines);
    }

    #[test]
    fn what_was_not_tried_is_not_found() {
        for absent in ["", "op", "op:", "zzz", "builtins.le", "builtins.lenn"] {
            assert!(find(absent).is_none(), "{absent}");
        }
        assert!(has_prefix("math.") && has_prefix("builtins.len"));
        assert!(!has_prefix("maths.") && !has_prefix("zzz"));
    }

    #[test]
    fn there_is_room_for_every_kind() {
        for (name, _, _) in CALLABLES {
            find(name);
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
