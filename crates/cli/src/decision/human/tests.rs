use std::path::Path;

use tiers::{Choice, Decision, Reason};

use super::{human, lines, place};

/// Returns the text of a decision for Full with these reasons, without its colours.
fn text(source: &[u8], reasons: &[(&str, usize, usize, &str)]) -> String {
    let reasons = reasons.iter().map(|(rule, line, column, message)| Reason {
        rule: (*rule).into(),
        line: *line,
        column: *column,
        message: (*message).into(),
    });
    let decision = Decision {
        tier: Choice::Full,
        light_safe: false,
        hot: false,
        reasons: reasons.collect(),
    };
    let coloured = human(Path::new("program.py"), Some(source), &decision);
    anstream::adapter::strip_str(&coloured).to_string()
}

#[test]
fn a_reason_stands_at_its_place() {
    let source = "import json\nprint('ä', {3, 1, 2})\n".as_bytes();
    let reasons = [("set-order", 2, 12, "the order of a set shows")];
    insta::assert_snapshot!(text(source, &reasons), @r"
    program.py: full, because it is not safe on Light

    set-order: the order of a set shows
     --> program.py:2:12
      |
    2 | print('ä', {3, 1, 2})
      |            ^
    ");
}

#[test]
fn columns_count_characters_that_take_no_room_or_two() {
    let source = "\tprint('漢', e\u{301}, x)\r\n".as_bytes();
    let reasons = [("unknown", 1, 17, "nothing is known about x")];
    let composed = text(source, &reasons).replace("e\u{301}", "é");
    insta::assert_snapshot!(composed, @r"
    program.py: full, because it is not safe on Light

    unknown: nothing is known about x
     --> program.py:1:17
      |
    1 |     print('漢', é, x)
      |                    ^
    ");
}

#[test]
fn a_reason_that_is_nowhere_in_the_source_has_no_place() {
    let reasons = [
        ("no-light", 0, 0, "there is no Light"),
        ("odd", 7, 3, "past the end"),
    ];
    insta::assert_snapshot!(text(b"print(1)\n", &reasons), @r"
    program.py: full, because it is not safe on Light

    no-light: there is no Light

    odd: past the end
    --> program.py:7:3
    ");
}

#[test]
fn what_would_steer_a_terminal_is_shown_and_not_done() {
    let source = b"print('\x1b[2J\xff')\n";
    let shown = text(source, &[("unknown", 1, 7, "nothing is known")]);
    assert!(!shown.contains('\x1b'), "{shown:?}");
}

#[test]
fn of_many_reasons_some_are_shown() {
    let reasons: Vec<_> = (1..=23)
        .map(|line| ("unknown", line, 1, "nothing is known"))
        .collect();
    let source = "x\n".repeat(23);
    let shown = text(source.as_bytes(), &reasons);
    assert_eq!(shown.matches("--> program.py:").count(), 20);
    assert!(
        shown.ends_with("\n… and 3 more: --format json has them all\n"),
        "{shown}"
    );
    assert!(!text(source.as_bytes(), &reasons[..20]).contains("more"));
}

#[test]
fn a_long_line_is_cut() {
    let source = format!("x = '{}'; y = z", "a".repeat(1 << 20));
    let shown = text(
        source.as_bytes(),
        &[("unknown", 1, source.len(), "nothing is known")],
    );
    assert!(shown.len() < 2000, "{}", shown.len());
}

#[test]
fn lines_end_as_python_has_them_end() {
    assert_eq!(lines("a\r\nb\rc\n\nd"), ["a", "b", "c", "", "d"]);
    assert_eq!(lines("a\u{b}\u{2028}b"), ["a\u{b}\u{2028}b"]);
}

#[test]
fn a_place_past_the_end_is_the_end() {
    assert_eq!(place("aäb", 2), 1..3);
    assert_eq!(place("aäb", 9), 4..4);
    assert_eq!(place("", 0), 0..0);
}
