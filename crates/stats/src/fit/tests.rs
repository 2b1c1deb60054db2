use proptest::prelude::*;

use super::*;

/// Rounds of points on one line, with a wobble from round to round.
fn rounds(a: f64, b: f64, wobble: f64) -> Vec<Vec<Point>> {
    let sizes = [1.0, 10.0, 100.0, 1000.0];
    let factor = |round: u32| 1.0 + wobble * (f64::from(round) * 12.9898).sin();
    let round = |round| {
        let points = sizes.iter().map(move |m| (*m, (a + b * m) * factor(round)));
        points.collect()
    };
    (0..15).map(round).collect()
}

#[test]
fn points_on_a_line_give_that_line() {
    let fit = fit(&rounds(7.0, 0.05, 0.0), 1).unwrap();
    assert!((fit.a.estimate - 7.0).abs() < 1e-9, "{fit:?}");
    assert!((fit.b.estimate - 0.05).abs() < 1e-12, "{fit:?}");
    assert!(fit.a.high - fit.a.low < 1e-9);
}

#[test]
fn one_size_has_no_line() {
    assert_eq!(fit(&[], 0), None);
    assert_eq!(fit(&[vec![]], 0), None);
    assert_eq!(fit(&[vec![(3.0, 1.0)], vec![(3.0, 2.0)]], 0), None);
}

#[test]
fn lines_cross_where_what_was_saved_makes_up_for_the_start() {
    // 11 a call against 7 once and 1 a call: 7 / 10.
    let each = fit(&rounds(0.0, 11.0, 0.01), 1).unwrap();
    let once = fit(&rounds(7.0, 1.0, 0.01), 1).unwrap();
    let even = break_even(&once, &each);
    assert!((even.from.unwrap() - 0.7).abs() < 1e-3, "{even:?}");
    assert!(even.low.unwrap() <= 0.7001 && even.high.unwrap() >= 0.6999);
    // The other way round it never is: it is lower at first and does not stay so.
    let back = break_even(&each, &once);
    assert_eq!((back.from, back.low, back.high), (None, None, None));
}

#[test]
fn a_line_that_is_never_above_is_even_from_the_start() {
    let low = fit(&rounds(1.0, 1.0, 0.01), 1).unwrap();
    let high = fit(&rounds(2.0, 2.0, 0.01), 1).unwrap();
    let even = break_even(&low, &high);
    assert_eq!(
        (even.from, even.low, even.high),
        (Some(0.0), Some(0.0), Some(0.0))
    );
    let never = break_even(&high, &low);
    assert_eq!((never.from, never.high), (None, None));
    assert_eq!(break_even(&low, &low).from, Some(0.0));
}

#[test]
fn slopes_that_cannot_be_told_apart_leave_the_interval_open() {
    // Hardly any gain a call, and noise of its own on each side.
    let here = fit(&rounds(9.0, 0.9999, 0.02), 1).unwrap();
    let mut there = rounds(1.0, 1.0, 0.02);
    there.rotate_left(4);
    let even = break_even(&here, &fit(&there, 1).unwrap());
    assert_eq!(even.high, None, "{even:?}");
    assert!(even.low.is_some(), "{even:?}");
}

proptest! {
    // Each case resamples a few thousand times.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_line_is_found_again_whatever_it_is(
        a in -1e3..1e3f64,
        b in -1e3..1e3f64,
        sizes in prop::collection::btree_set(1u32..1_000_000, 2..6),
    ) {
        let points: Vec<Point> = sizes
            .iter()
            .map(|size| (f64::from(*size), a + b * f64::from(*size)))
            .collect();
        let fit = fit(&[points.clone(), points], 0).unwrap();
        let off = a.abs().max(b.abs() * 1e6).max(1.0) * 1e-9;
        prop_assert!((fit.a.estimate - a).abs() < off, "{:?}", fit.a);
        prop_assert!((fit.b.estimate - b).abs() < off, "{:?}", fit.b);
    }

    #[test]
    fn the_seed_decides_and_rounds_may_come_in_any_number(
        times in prop::collection::vec((0.1..1e2f64, 0.1..1e3f64), 1..12),
        seed in any::<u64>(),
    ) {
        let rounds: Vec<Vec<Point>> = times.iter().map(|(few, many)| vec![(1.0, *few), (50.0, *many)]).collect();
        let line = fit(&rounds, seed).unwrap();
        prop_assert_eq!(&fit(&rounds, seed).unwrap(), &line);
        prop_assert!(line.a.low <= line.a.high && line.b.low <= line.b.high);
    }

    #[test]
    fn at_a_break_even_both_cost_the_same(
        start in 0.1..50.0f64, cheap in 0.01..1.0f64, dear in 1.1..20.0f64,
    ) {
        let here = fit(&rounds(start, cheap, 0.0), 0).unwrap();
        let there = fit(&rounds(0.0, dear, 0.0), 0).unwrap();
        let from = break_even(&here, &there).from.unwrap();
        prop_assert!((start + cheap * from - dear * from).abs() < 1e-6);
    }
}
