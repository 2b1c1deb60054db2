use super::*;
use crate::testing::{FULL as FULL_CELL, ORACLE, Run};

#[test]
fn what_was_measured_before_can_be_read() {
    let before = before();
    for goal in GOALS {
        let is_cold = goal.what != What::Ready;
        assert_eq!(goal.before(&before).is_some(), is_cold, "{}", goal.words);
    }
}

#[test]
fn a_goal_is_met_by_the_whole_interval() {
    let met = |walls: [f64; 3]| {
        let mut run = Run::as_told();
        run.takes(ORACLE, "pure", 1_000_000, [100.0, 100.0, 100.0]);
        run.takes(FULL_CELL, "pure", 1_000_000, walls);
        let evidence = run.evidence();
        let reached = reached(&evidence);
        let goal = reached
            .iter()
            .find(|reached| reached.goal.words == "Full, pure loop");
        goal.unwrap().is_met
    };
    assert_eq!(met([70.0, 70.0, 75.0]), Some(true));
    assert_eq!(met([70.0, 70.0, 90.0]), Some(false));
}

#[test]
fn the_papers_ratios_stand_beside_native_cold_runs_only() {
    let evidence = Run::as_told().evidence();
    let with_paper = reached(&evidence)
        .into_iter()
        .filter(|reached| reached.paper.is_some());
    let words: Vec<&str> = with_paper.map(|reached| reached.goal.words).collect();
    assert_eq!(words.len(), 6, "{words:?}");
}

#[test]
fn what_was_not_measured_is_neither_met_nor_missed() {
    let evidence = Run::begun().evidence();
    assert!(
        reached(&evidence)
            .iter()
            .all(|reached| reached.is_met.is_none())
    );
}

#[test]
fn a_prepared_interpreter_is_as_soon_up_as_the_median() {
    let evidence = Run::as_told().evidence();
    let ready = reached(&evidence)
        .into_iter()
        .filter(|reached| reached.goal.what == What::Ready);
    let met: Vec<(&str, Option<bool>)> = ready
        .map(|reached| (reached.goal.words, reached.is_met))
        .collect();
    assert_eq!(
        met,
        [
            ("Full, warm: a clean interpreter, ready", Some(true)),
            ("Full, warm: the same, at once", Some(true)),
            ("Light in WebAssembly, warm: a fresh instance, ready", None),
        ]
    );
}
