//! Claims of ratios.

use super::*;

#[test]
fn a_ratio_beyond_the_tolerance_is_partly_or_contrary() {
    check(
        "C7.8L",
        |run| run.slows(LIGHT, "pure", 300_000, 2.0),
        Partly,
        "slower than python3",
    );
    check(
        "C7.8L",
        |run| run.slows(LIGHT, "pure", 300_000, 0.2),
        Refuted,
        "faster than python3",
    );
    let same = |run: &mut Run| {
        let times = run.times(ORACLE, "pure", 300_000).walls_ms.clone();
        run.takes(LIGHT, "pure", 300_000, times);
    };
    check("C7.8L", same, NotMeasurable, "cannot be told");
    check(
        "C7.8F",
        |run| run.slows(FULL, "pure", 300_000, 0.5),
        Partly,
        "at or under",
    );
    check(
        "C7.8F",
        |run| run.slows(FULL, "pure", 300_000, 2.0),
        Refuted,
        "slower than python3",
    );
}

#[test]
fn the_whole_interval_must_lie_within_the_tolerance() {
    let wide = |run: &mut Run| {
        let times = run.times(LIGHT, "pure", 300_000);
        for (round, wall) in times.walls_ms.iter_mut().enumerate() {
            *wall *= if round % 2 == 0 { 0.7 } else { 1.4 };
        }
    };
    let judgement = check("C7.8L", wide, Partly, "not within 2.23–3.71×");
    let interval = judgement.interval.unwrap();
    assert!(interval.low < 2.23 || interval.high > 3.71, "{interval:?}");
}

#[test]
fn noise_as_large_as_the_tolerance_decides_nothing() {
    let noisy = |run: &mut Run| run.slows(CONTROL, "pure", 300_000, 1.4);
    let judgement = check("C7.8L", noisy, NotMeasurable, "too much noise");
    assert!(
        judgement.measured.is_some() && judgement.interval.is_some(),
        "it is shown all the same"
    );
    check("C7.8F", noisy, NotMeasurable, "too much noise");
    check("C7.11", noisy, NotMeasurable, "too much noise");
    check("C7.16", noisy, NotMeasurable, "too much noise");
    check("C7.10L", noisy, Reproduced, "");
    let alone = |run: &mut Run| run.lacks(CONTROL, "");
    check("C7.8L", alone, NotMeasurable, "the noise is unknown");
}

#[test]
fn too_few_rounds_decide_nothing() {
    let few = |run: &mut Run| {
        for cell in [ORACLE, CONTROL, LIGHT] {
            run.times(cell, "dynamic", 100_000).walls_ms.truncate(4);
        }
    };
    check("C7.10L", few, NotMeasurable, "4 rounds are too few");
}

#[test]
fn a_program_that_printed_something_else_was_not_timed() {
    let other = |run: &mut Run| run.times(LIGHT, "dynamic", 100_000).stdout = "0\n".into();
    check(
        "C7.10L",
        other,
        NotMeasurable,
        "20 of 20 runs printed something else",
    );
}

#[test]
fn emulated_time_is_no_speed() {
    let emulated = |run: &mut Run| run.print_of(LIGHT).emulated = true;
    check("C7.10L", emulated, NotMeasurable, "emulated");
    check("C7.1", emulated, Reproduced, "");
}

#[test]
fn the_gap_opens_closes_or_cannot_be_told() {
    check(
        "C7.11",
        |run| run.slows(LIGHT, "dynamic", 100_000, 0.3),
        Refuted,
        "smaller",
    );
    let close = |run: &mut Run| {
        let times = run.times(LIGHT, "dynamic", 100_000);
        for (round, wall) in times.walls_ms.iter_mut().enumerate() {
            *wall *= if round % 2 == 0 { 0.3 } else { 0.8 };
        }
    };
    check("C7.11", close, NotMeasurable, "overlap");
}

#[test]
fn the_headline_is_judged_on_all_loops() {
    check(
        "C7.16",
        |run| run.slows(LIGHT, "dynamic", 100_000, 2.0),
        Partly,
        "slower, but not",
    );
    check(
        "C7.16",
        |run| run.slows(LIGHT, "pure", 300_000, 0.2),
        Refuted,
        "faster",
    );
    let same = |run: &mut Run| {
        let times = run.times(ORACLE, "pure", 300_000).walls_ms.clone();
        run.takes(LIGHT, "pure", 300_000, times);
    };
    check("C7.16", same, NotMeasurable, "cannot be told");
}
