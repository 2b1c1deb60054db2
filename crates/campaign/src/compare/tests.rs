use std::collections::BTreeMap;

use super::*;
use crate::HEADER;
use crate::case::Line;

fn tried(cell: &str, lines: &[&str]) -> Tried {
    let mut cases = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        let case = match Line::read(&format!("{index}\t{}", line.replace(' ', "\t"))) {
            Some(Line::Case(_, case)) => Ok(case),
            _ => Err(Ending::Exited(126)),
        };
        cases.insert(index, case);
    }
    Tried {
        cell: cell.into(),
        cases,
    }
}

#[track_caller]
fn check(full: &[&str], native: &[&str], wasm: &[&str], expected: &[&str]) {
    let lights = [tried("native", native), tried("wasm", wasm)];
    let text = table(&tried("python3", full), &lights).unwrap().text();
    let rows: Vec<String> = expected
        .iter()
        .map(|row| row.replace(" | ", "\t"))
        .collect();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], HEADER);
    assert_eq!(lines[1..], rows);
}

#[test]
fn what_is_the_same_is_counted_and_has_no_example() {
    let lines = [
        "f int f(1) V int 1 1",
        "f int f(2) E ValueError  no",
        "f str f('') V str[] '' ''",
    ];
    check(
        &lines,
        &lines,
        &lines,
        &[
            "f | int | 2 | 0 | 0 | int|raises:ValueError | ",
            "f | str | 1 | 0 | 0 | str[] | ",
        ],
    );
}

#[test]
fn a_case_differs_if_it_does_on_any_cell() {
    let full = [
        "f int f(10) V int 1 1",
        "f int f(2) V int 2 2",
        "f int f(3) V int 3 3",
    ];
    let native = [
        "f int f(10) V int 4 4",
        "f int f(2) V int 2 2",
        "f int f(3) V int 3 3",
    ];
    let wasm = [
        "f int f(10) V int 4 4",
        "f int f(2) V int 5 5",
        "f int f(3) dies",
    ];
    check(
        &full,
        &native,
        &wasm,
        &["f | int | 3 | 3 | 0 | int | f(10): 1 → 4"],
    );
    check(
        &full,
        &full,
        &wasm,
        &["f | int | 3 | 3 | 0 | int | f(2): 2 → 5 (wasm)"],
    );
}

#[test]
fn a_crash_differs() {
    let full = ["f int f(10) V int 1 1"];
    check(
        &full,
        &["dies"],
        &["dies"],
        &["f | int | 1 | 1 | 0 | int | f(10): 1 → ended with status 126"],
    );
}

#[test]
fn another_message_is_no_other_value_and_another_type_is() {
    let full = ["f int f(1) E ValueError  no", "f int f(2) E ValueError  no"];
    let other = [
        "f int f(1) E ValueError  never",
        "f int f(2) E ValueError  no",
    ];
    check(
        &full,
        &other,
        &other,
        &["f | int | 2 | 0 | 1 | raises:ValueError | f(1): ValueError: no → ValueError: never"],
    );
    let other = ["f int f(1) E TypeError  no", "f int f(2) V int 1 1"];
    check(
        &full,
        &other,
        &full,
        &[
            "f | int | 2 | 2 | 0 | raises:ValueError | f(1): ValueError: no → TypeError: no (native)",
        ],
    );
}

#[test]
fn what_a_person_would_not_see_is_shown_in_full() {
    let full = ["f list f([1]) V none None_after_[1] None"];
    let other = ["f list f([1]) V none None_after_[2] None"];
    check(
        &full,
        &other,
        &other,
        &["f | list | 1 | 1 | 0 | none | f([1]): none None_after_[1] → none None_after_[2]"],
    );
}

#[test]
fn cells_that_try_other_cases_are_an_error() {
    let full = tried("python3", &["f int f(1) V int 1 1"]);
    for lines in [&["f int f(2) V int 1 1"][..], &[]] {
        let result = table(&full, &[tried("wasm", lines)]);
        assert!(matches!(
            result,
            Err(CampaignError::Misaligned { index: 0, .. })
        ));
    }
    let dead = table(&tried("python3", &["dies"]), &[]);
    assert!(matches!(dead, Err(CampaignError::Area { .. })));
}

#[test]
fn a_departure_is_shown_line_by_line() {
    let full = tried("python3", &["f int f(1) V int 1 1", "g int g(1) V int 1 1"]);
    let table = table(&full, &[]).unwrap();
    assert_eq!(table.departure("area", &table.text()), "");
    let departure = table.departure("area", &table.text().replace("f\tint\t1", "f\tint\t2"));
    assert!(
        departure.contains("\n-f\tint\t2") && departure.contains("\n+f\tint\t1"),
        "{departure}"
    );
    assert!(!departure.contains("g\tint"), "{departure}");
}

#[test]
fn what_is_long_is_shown_where_it_parts() {
    let call = format!("f({})", "x".repeat(300));
    let line = |end: &str| format!("f str {call} V str {} {0}", "y".repeat(100) + end);
    let (full, other) = (line("a"), line("b"));
    let expected = format!(
        "f | str | 1 | 1 | 0 | str | f({}…: …{1}a → …{1}b",
        "x".repeat(58),
        "y".repeat(20)
    );
    check(&[&full], &[&other], &[&other], &[&expected]);
}
