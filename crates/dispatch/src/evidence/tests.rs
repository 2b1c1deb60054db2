//! The tables say what the lines of the areas say.

use std::collections::BTreeMap;

use crate::evidence::compile::{self, Tables};
use crate::evidence::row::{Register, Row, is_of_formatting};
use crate::evidence::table::{self, Cases, Form};
use crate::kinds::Kinds;

fn areas() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/evidence");
    let files = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path| std::fs::read_to_string(path).unwrap();
    paths.iter().map(read).collect()
}

/// A register that gives the numbers which the tables have.
fn register() -> Register {
    let Tables { register, .. } = compile::compile(&areas());
    register
}

/// What is said of a line: its place, its kinds, what was raised, and whether it differed.
type Said = (u16, Vec<Kinds>, [Kinds; 2], u64, bool);

#[test]
fn each_line_is_in_the_tables_and_nothing_else() {
    let areas = areas();
    let mut register = register();
    let mut lines: BTreeMap<&str, Vec<Row<'_>>> = BTreeMap::new();
    for line in areas.iter().flat_map(|area| area.lines().skip(1)) {
        let (name, row) = line.split_once('\t').unwrap();
        let row = Row::parse(&mut register, name, row).unwrap();
        lines.entry(name).or_default().push(row);
    }
    for (name, rows) in lines {
        if is_of_formatting(name) {
            for row in rows {
                let same = table::form(name, row.signature) == Form::Tried(Cases::Same);
                assert_eq!(!same, row.differing > 0, "{name}");
            }
            continue;
        }
        let callable = table::find(name).unwrap();
        let expected = (0..).zip(&rows).map(|(place, row)| said(place, row));
        let mut expected: Vec<Said> = expected.collect();
        expected.sort_by_key(|said| said.0);
        let rows = callable.shapes().iter().flat_map(table::Shape::rows);
        let mut found: Vec<Said> = rows.map(found).collect();
        found.sort_by_key(|said| said.0);
        assert_eq!(found, expected, "{name}");
    }
}

fn said(place: u16, row: &Row<'_>) -> Said {
    let raises = if row.text_differing > 0 {
        row.raises.bits()
    } else {
        0
    };
    let args = row.args.iter();
    let kinds = args.flat_map(|pattern| [pattern.kind, pattern.held]);
    (
        place,
        kinds.collect(),
        [row.result, row.held],
        raises,
        row.differing > 0,
    )
}

fn found(row: table::Row) -> Said {
    let kinds = row
        .args()
        .flat_map(|pattern| [pattern.kind(), pattern.held()]);
    (
        row.place(),
        kinds.collect(),
        [row.result(), row.held()],
        row.raises().bits(),
        row.cases() != Cases::Same,
    )
}

#[test]
fn rows_are_found_by_the_kind_of_their_first_argument() {
    let shape = table::find("op:+").unwrap().shape(2, 0).unwrap();
    for kind in [Kinds::INT, Kinds::LIST, Kinds::OTHER] {
        let number = u8::try_from(kind.number()).unwrap();
        let first = |row: &table::Row| row.args().next().unwrap().number();
        let expected = shape.rows().filter(|row| first(row) == number);
        let found = shape.rows_of_first(number);
        assert_eq!(
            found.map(table::Row::place).collect::<Vec<_>>(),
            expected.map(table::Row::place).collect::<Vec<_>>()
        );
    }
}

#[test]
fn what_was_not_tried_is_not_found() {
    for absent in ["", "op", "op:", "zzz", "builtins.le", "builtins.lenn"] {
        assert!(table::find(absent).is_none(), "{absent}");
    }
    assert!(table::has_module("math") && !table::has_module("maths"));
    assert!(matches!(table::form("format:int", "0wd"), Form::Tried(_)));
    assert_eq!(table::form("format:int", "no spec"), Form::Untried);
    assert_eq!(table::form("format:nothing", "0wd"), Form::Unknown);
}

#[test]
fn members_are_found_for_those_kinds_that_have_them() {
    let of = |kind, name| {
        let members = table::members(name).iter();
        let mut own = members.filter(|member| member.kind() == kind);
        own.next()
            .map(|member| [member.constant(), member.method()].map(|one| one.map(|one| one.name)))
    };
    assert_eq!(of(Kinds::LIST, "append"), Some([None, Some("list.append")]));
    assert_eq!(of(Kinds::INT, "append"), None);
    assert_eq!(
        of(Kinds::BIGINT, "real"),
        Some([Some(".bigint.real"), None])
    );
    let kinds: Vec<usize> = table::members("upper")
        .iter()
        .map(|member| member.kind().number())
        .collect();
    assert!(kinds.is_sorted() && kinds.len() > 1, "by their numbers");
}

#[test]
fn a_kind_without_a_number_does_not_pass_for_one_with_a_reason() {
    let program = b"import re\nprint(re.match('a(b)?', 'a').expand('x'))\n";
    assert!(!crate::analyse(program, &crate::NoModules).light_safe());
}
