//! Claims that rest on the scores of corpora.

use record::{Difference, UnsafeAccept};

use super::*;
use crate::testing::LIGHT_WASI;

#[test]
fn programs_are_assigned_where_none_is_missed() {
    let judgement = check("C8.2", |_| {}, Reproduced, "below 0.17 %");
    let measured = judgement.measured.unwrap();
    assert!(
        measured.starts_with("0 unsafe accepts among 1,800 accepts of 3,000 programs"),
        "{measured}"
    );
    assert!(measured.contains("66.7 % (64.5–68.8 %)"), "{measured}");
    let lines: Vec<u64> = judgement
        .evidence
        .iter()
        .flat_map(|found| found.steps.clone())
        .collect();
    assert_eq!(lines, [2, 1, 3]);
}

#[test]
fn one_miss_refutes_it_and_is_shown() {
    let miss = |run: &mut Run| {
        let score = &mut run.scores[2];
        score.unsafe_accepts = 1;
        score.unsafe_accepted.push(UnsafeAccept {
            program: "007.py".into(),
            statuses: [0, 0],
            difference: Some(Difference {
                line: 3,
                cpython: Some("1.0".into()),
                light: Some("0.9999999999999999".into()),
            }),
        });
    };
    let judgement = check("C8.2", miss, Refuted, "prints something else");
    let found = judgement.counterexample.unwrap();
    assert_eq!(
        (found.sample.as_str(), found.cell.as_str()),
        ("drawn/007.py", "0.9999999999999999")
    );
}

#[test]
fn few_programs_or_little_coverage_are_part_of_it() {
    let few = |run: &mut Run| run.scores[0].programs = 999;
    check("C8.2", few, Partly, "2,999 programs are fewer than 3,000");
    let little = |run: &mut Run| {
        for score in &mut run.scores {
            score.covered = 449;
        }
    };
    check("C8.2", little, Partly, "less than 50 %");
    let none = |run: &mut Run| run.scores.clear();
    check("C8.2", none, NotMeasurable, "none was scored yet");
    let other = |run: &mut Run| run.fingerprint.cells.retain(|cell| cell.name != LIGHT_WASI);
    check("C8.2", other, NotMeasurable, "the run has no cell");
}

#[test]
fn programs_of_corpora_are_counterexamples_too() {
    let judgement = check("C7.6b", |_| {}, Refuted, VALUE_PROBE);
    let measured = judgement.measured.unwrap();
    assert!(
        measured.ends_with("; 120 of 2,850 in corpora"),
        "{measured}"
    );
    let alone = |run: &mut Run| run.prints(LIGHT, VALUE_PROBE, "1.0 {1, 2, 3} 2.67     1|\n");
    let judgement = check("C7.6b", alone, Refuted, "also-written/sums.py prints no");
    assert!(judgement.counterexample.is_some());
}
