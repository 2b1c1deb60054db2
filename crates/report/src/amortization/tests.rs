use super::*;
use crate::testing::{FULL, More, ORACLE, Run, STANDALONE};

fn of(series: &[Series], cell: &str, way: Way) -> Series {
    let found = series
        .iter()
        .find(|series| series.cell.name == cell && series.way == way);
    found.cloned().expect("a series that was measured")
}

#[test]
fn lines_are_fitted_way_by_way() {
    let series = series(&Run::as_told().evidence());
    assert_eq!(series.len(), 1 + 3 + 3);
    assert_eq!(
        (&*series[0].cell.name, series[0].way),
        (ORACLE, Way::Process)
    );
    let shared = of(&series, FULL, Way::Shared);
    let line = shared.line.unwrap();
    assert!((line.a.estimate - 30.0).abs() < 0.3, "{line:?}");
    assert!((line.b.estimate - 0.1).abs() < 0.01, "{line:?}");
    assert_eq!((shared.rounds, shared.medians_ms.len()), (9, 4));
}

#[test]
fn ways_are_compared_with_python3_and_with_those_more_separate() {
    let series = series(&Run::as_told().evidence());
    let comparisons = comparisons(&series);
    let from = |way, with: &str| {
        let found = comparisons.iter().find(|comparison| {
            let here = comparison.here;
            here.cell.name == FULL && here.way == way && comparison.with() == with
        });
        found.expect("a comparison").even.from
    };
    assert_eq!(from(Way::Process, "python3"), Some(0.0));
    // 30 ms make up for 11 ms less 0.1 ms a call.
    assert!((from(Way::Shared, "python3").unwrap() - 30.0 / 10.9).abs() < 0.05);
    assert!((from(Way::Isolate, "process").unwrap() - 30.0 / 5.0).abs() < 0.1);
    assert_eq!(from(Way::Shared, "isolate"), Some(0.0));
    assert_eq!(comparisons.len(), 2 * (3 + 3));
}

#[test]
fn runs_that_print_something_else_have_no_line() {
    let mut run = Run::as_told();
    let printed = run.more.iter_mut().filter(|more| {
        more.sample == "calls/shared" && more.cell == STANDALONE && more.metric == Metric::Stdout
    });
    for more in printed {
        more.value = record::Value::Text("nothing\n".into());
    }
    let series = series(&run.evidence());
    let shared = of(&series, STANDALONE, Way::Shared);
    assert_eq!((shared.disagreeing, shared.line), (36, None));
    assert!(shared.medians_ms.is_empty());
    let compared = comparisons(&series);
    let compared = compared
        .iter()
        .filter(|comparison| comparison.here.cell.name == STANDALONE);
    assert_eq!(compared.count(), 1 + 2, "the other ways only");
}

#[test]
fn emulated_calls_have_no_times_and_keep_their_instructions() {
    let mut run = Run::as_told();
    run.print_of(FULL).emulated = true;
    for more in run.more.clone() {
        if more.cell == FULL && more.sample == "calls/shared" && more.metric == Metric::Wall {
            run.more.push(More {
                metric: Metric::Instructions,
                unit: record::Unit::Count,
                ..more
            });
        }
    }
    let series = series(&run.evidence());
    let shared = of(&series, FULL, Way::Shared);
    assert!(shared.emulated && shared.line.is_none() && shared.medians_ms.is_empty());
    // The made-up counts are the made-up nanoseconds: 30 ms and 0.1 ms a call.
    let counted = shared.instructions.unwrap();
    assert!(
        (counted.a.estimate / 30e6 - 1.0).abs() < 0.01,
        "{counted:?}"
    );
    assert!(
        (counted.b.estimate / 0.1e6 - 1.0).abs() < 0.1,
        "{counted:?}"
    );
    assert!(of(&series, FULL, Way::Process).instructions.is_none());
    assert!(
        comparisons(&series)
            .iter()
            .all(|comparison| comparison.here.cell.name != FULL)
    );
}

#[test]
fn nothing_measured_is_no_series() {
    assert_eq!(series(&Run::begun().evidence()), []);
    assert_eq!(series(&Evidence::none()), []);
}
