use super::*;
use crate::testing::{CONTROL, FULL, LIGHT, ORACLE, PEER, SUBSET, peers};

fn find<'a>(rows: &'a [PeerRow<'a>], cell: &str) -> &'a PeerRow<'a> {
    let mut rows = rows.iter();
    rows.find(|row| row.cell().name == cell)
        .expect("a cell of the comparison")
}

#[test]
fn each_cell_has_a_row_but_the_control() {
    let evidence = peers().evidence();
    let rows = rows(&evidence);
    let names: Vec<&str> = rows.iter().map(|row| row.cell().name.as_str()).collect();
    assert_eq!(names, [ORACLE, FULL, LIGHT, PEER, SUBSET]);
    assert!(!names.contains(&CONTROL));
    let peer = find(&rows, PEER);
    assert_eq!(peer.passed, Some((20, 20)));
    assert_eq!(peer.program.installed_bytes, Some(60 << 20));
    assert_eq!(peer.engine, "node runner.mjs");
    assert_eq!(peer.engine_bytes, Some(80 << 20));
    assert_eq!(peer.works.len(), 4);
    assert_eq!(find(&rows, ORACLE).passed, None);
    assert_eq!(find(&rows, SUBSET).engine_bytes, None);
}

#[test]
fn a_shortfall_is_told_in_the_words_of_the_peer() {
    let mut run = peers();
    run.ends(
        SUBSET,
        "14_namedtuple",
        1,
        "Traceback\nError: no classes\n\n",
    );
    run.prints(SUBSET, "12_singledispatch", "Traceback\nError: on stdout\n");
    run.ends(SUBSET, "12_singledispatch", 1, "");
    run.prints(SUBSET, "16_enum_functional", "something else\n");
    let timed = run.times(SUBSET, "dynamic", 100_000);
    timed.status = 1;
    timed.stderr = "Error: no properties".into();
    let evidence = run.evidence();
    let rows = rows(&evidence);
    let found = shortfalls(&evidence, find(&rows, SUBSET));
    let told: Vec<(&str, &str, &str)> = found
        .iter()
        .map(|short| {
            (
                short.program.as_str(),
                short.verdict.word(),
                short.said.as_str(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("12_singledispatch", "FAIL", "Error: on stdout"),
            ("14_namedtuple", "FAIL", "Error: no classes"),
            ("16_enum_functional", "DIFF", "1 line of 1 differs"),
            ("dynamic", "FAIL", "Error: no properties"),
        ]
    );
    assert_eq!(found[1].output, "Traceback\nError: no classes\n\n");
    assert_eq!(find(&rows, SUBSET).passed, Some((17, 20)));
    assert!(shortfalls(&evidence, find(&rows, PEER)).is_empty());
    assert!(shortfalls(&evidence, find(&rows, ORACLE)).is_empty());
}

#[test]
fn a_peer_that_is_not_there_has_no_figures() {
    let mut run = peers();
    run.lacks(PEER, "./artifact build peers");
    let evidence = run.evidence();
    let rows = rows(&evidence);
    let peer = find(&rows, PEER);
    let outcome = (Outcome::NotProvisioned, "./artifact build peers");
    assert_eq!(peer.outcome, Some(outcome));
    assert_eq!((peer.passed, peer.works.len()), (None, 0));
}
