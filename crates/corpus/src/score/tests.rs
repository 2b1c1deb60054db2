use tiers::Reason;

use super::*;
use crate::trial::tests::{did, trial};

fn analysis(rules: &[&str]) -> Analysis {
    let reason = |rule: &&str| Reason {
        rule: (*rule).into(),
        line: 3,
        column: 1,
        message: "no evidence".into(),
    };
    Analysis {
        reasons: rules.iter().map(reason).collect(),
        ..tiers::Considered::text("", &[]).analysis
    }
}

fn accepted(trial: Trial) -> Judged {
    Judged {
        trial,
        analysis: analysis(&[]),
    }
}

fn refused(trial: Trial, rules: &[&str]) -> Judged {
    Judged {
        trial,
        analysis: analysis(rules),
    }
}

fn tripped(name: &str) -> Trial {
    let mut trial = trial(name, "half");
    trial.light.said = "it broke".into();
    trial
}

fn scored(judged: Vec<Judged>) -> Score {
    score(judged, Prefer::Light, CostModel::default())
}

#[test]
fn what_is_right_is_counted() {
    let score = scored(vec![
        accepted(trial("a", "right\n")),
        refused(trial("b", "right\n"), &["x", "y", "x"]),
        refused(trial("c", "right\n"), &["x"]),
        refused(trial("d", "wrong\n"), &["z"]),
        accepted(tripped("e")),
    ]);
    assert_eq!(
        (score.programs, score.light_identical, score.light_safe),
        (5, 3, 2)
    );
    assert_eq!((score.light_chosen, score.unsafe_accepts), (2, 0));
    assert_eq!(score.coverage, Some(1.0 / 3.0));
    assert_eq!(score.unsafe_rate_bound, Some(1.0), "3/2 is no rate");
    assert_eq!(score.fallbacks, 1);
    assert_eq!(
        (
            score.fell_back[0].trip.as_str(),
            score.fell_back[0].identical
        ),
        ("it broke", false)
    );
    let obstacle = |rule: &str, programs, alone| Obstacle {
        rule: rule.into(),
        programs,
        alone,
    };
    assert_eq!(score.obstacles, [obstacle("x", 2, 1), obstacle("y", 1, 0)]);
    let missed: Vec<&str> = score
        .missed
        .iter()
        .map(|missed| missed.program.as_str())
        .collect();
    assert_eq!(missed, ["b", "c"]);
}

/// The negative control: rules that accept everything are caught by the first program that Light gets wrong.
#[test]
fn a_wrong_rule_is_caught() {
    let programs = [trial("a", "right\n"), trial("b", "wrong\n"), tripped("c")];
    let score = scored(programs.map(accepted).into());
    assert_eq!(score.unsafe_accepts, 1);
    assert_eq!(score.unsafe_rate_bound, None);
    let caught = &score.unsafe_accepted[0];
    assert_eq!(caught.program, "b");
    let difference = caught.difference.as_ref().unwrap();
    assert_eq!(
        (difference.cpython.as_deref(), difference.light.as_deref()),
        (Some("right"), Some("wrong"))
    );
}

#[test]
fn another_status_alone_is_unsafe() {
    let mut status = trial("a", "right\n");
    status.light.status = 3;
    let score = scored(vec![accepted(status)]);
    assert_eq!(score.unsafe_accepts, 1);
    assert_eq!(
        (
            score.unsafe_accepted[0].statuses,
            &score.unsafe_accepted[0].difference
        ),
        ([0, 3], &None)
    );
}

#[test]
fn what_is_no_measure_is_left_out_and_named() {
    let mut unstable = trial("unstable", "wrong\n");
    unstable.again = did("other\n", 10);
    let mut unfinished = trial("unfinished", "wrong\n");
    unfinished.oracle.own = false;
    let score = scored(vec![accepted(unstable), accepted(unfinished)]);
    assert_eq!((score.programs, score.unsafe_accepts), (0, 0));
    assert_eq!(
        (score.unstable, score.unfinished),
        (vec!["unstable".into()], vec!["unfinished".into()])
    );
    assert_eq!((score.coverage, score.unsafe_rate_bound), (None, None));
}

#[test]
fn the_policies_stand_beside_each_other() {
    let mut lacking = trial("b", "wrong\n");
    lacking.imports_on_light = false;
    let score = scored(vec![
        accepted(trial("a", "right\n")),
        refused(lacking, &["x"]),
    ]);
    let chosen: Vec<(&str, usize, usize)> = score
        .policies
        .iter()
        .map(|policy| (policy.name, policy.light_chosen, policy.unsafe_accepts))
        .collect();
    assert_eq!(
        chosen,
        [
            ("balanced", 1, 0),
            ("light", 1, 0),
            ("speed", 0, 0),
            ("always-full", 0, 0),
            ("always-light", 2, 1),
            ("imports-only", 1, 0),
            ("oracle", 0, 0),
        ]
    );
}
