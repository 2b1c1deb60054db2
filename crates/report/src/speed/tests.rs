use super::*;
use crate::testing::{CONTROL, FULL, LIGHT, LIGHT_NODE, LIGHT_WASI, ORACLE, Run, SHARED};

fn row(run: &Run, cell: &str) -> SpeedRow {
    let evidence = run.evidence();
    find(evidence.speed(), ("7", "pure", 300_000), Phase::Cold, cell)
        .cloned()
        .unwrap()
}

#[test]
fn ratios_are_taken_round_by_round() {
    let mut run = Run::as_told();
    // The machine slows down as the run goes on. Medians of each alone could not tell; pairs can.
    run.takes(ORACLE, "pure", 300_000, [10.0, 20.0, 40.0]);
    run.takes(LIGHT, "pure", 300_000, [30.0, 60.0, 120.0]);
    let row = row(&run, LIGHT);
    assert_eq!(
        row.ratio,
        Some(Estimate {
            median: 3.0,
            low: 3.0,
            high: 3.0
        })
    );
    assert_eq!((row.runs, row.median_ms), (3, Some(60.0)));
}

#[test]
fn a_run_that_prints_something_else_is_no_timing() {
    let mut run = Run::as_told();
    run.times(LIGHT, "pure", 300_000).stdout = "0\n".into();
    let other = row(&run, LIGHT);
    assert_eq!((other.disagreeing, other.runs), (20, 20));
    assert_eq!(
        (other.median_ms, other.ratio, other.cpu_ms),
        (None, None, None)
    );
    assert!(other.walls_ms.is_empty());
}

#[test]
fn programs_that_fail_alike_are_no_timing_either() {
    let mut run = Run::as_told();
    for cell in [ORACLE, LIGHT] {
        run.times(cell, "pure", 300_000).status = 1;
    }
    assert_eq!(row(&run, ORACLE).median_ms, None);
    assert_eq!(row(&run, LIGHT).disagreeing, 20);
}

#[test]
fn without_an_oracle_there_are_no_ratios() {
    let mut run = Run::as_told();
    run.lacks(ORACLE, "./artifact build");
    assert_eq!(row(&run, LIGHT).ratio, None);
}

#[test]
fn noise_is_the_ratio_of_the_oracle_to_itself() {
    let mut run = Run::as_told();
    run.takes(ORACLE, "pure", 300_000, [10.0, 10.0, 10.0]);
    run.takes(CONTROL, "pure", 300_000, [11.0, 11.0, 11.0]);
    let evidence = run.evidence();
    let full = row(&run, FULL);
    let noise = noise(evidence.speed(), &full).unwrap();
    assert!((noise.reach() - 0.1).abs() < 1e-9, "{noise:?}");
}

#[test]
fn outliers_are_counted_and_stay_in_the_figures() {
    let mut run = Run::as_told();
    let times = [10.0, 10.1, 9.9, 10.0, 10.2, 9.8, 90.0];
    run.takes(ORACLE, "pure", 300_000, times);
    let row = row(&run, ORACLE);
    assert_eq!((row.outliers, row.runs, row.walls_ms.len()), (1, 7, 7));
}

#[test]
fn what_ran_on_an_emulator_has_no_times() {
    let mut run = Run::as_told();
    run.print_of(LIGHT).emulated = true;
    let emulated = row(&run, LIGHT);
    assert!(emulated.emulated && emulated.walls_ms.is_empty());
    assert_eq!(
        (emulated.median_ms, emulated.cpu_ms, emulated.ratio),
        (None, None, None)
    );
    assert_eq!((emulated.runs, emulated.disagreeing), (20, 0));
    // What another target is made of does not matter: only what ran it does.
    let mut run = Run::as_told();
    run.print_of(LIGHT).target = "wasm32-wasip1".into();
    assert!(row(&run, LIGHT).ratio.is_some());
}

#[test]
fn another_oracle_is_no_row() {
    let mut run = Run::as_told();
    run.print_of(FULL).role = Role::OtherOracle;
    let evidence = run.evidence();
    assert!(evidence.speed().iter().all(|row| row.cell.name != FULL));
}

#[test]
fn rows_stand_by_program_then_size_then_cell() {
    let evidence = Run::as_told().evidence();
    let works: Vec<(&str, u64)> = evidence
        .speed()
        .iter()
        .filter(|row| row.poc == "7")
        .map(|row| (row.work.as_str(), row.m))
        .collect();
    let mut order = works.clone();
    order.dedup();
    assert_eq!(
        order,
        [
            ("startup", 1),
            ("pure", 300_000),
            ("pure", 1_000_000),
            ("dynamic", 100_000)
        ]
    );
    assert_eq!(evidence.speed()[0].cell.name, ORACLE);
}

#[test]
fn another_build_is_compared_with_round_by_round() {
    let mut run = Run::as_told();
    run.takes(SHARED, "pure", 300_000, [10.0, 20.0, 40.0]);
    run.takes(FULL, "pure", 300_000, [8.0, 16.0, 32.0]);
    let evidence = run.evidence();
    let rows = evidence.speed();
    let row = find(rows, ("5", "pure", 300_000), Phase::Cold, FULL).unwrap();
    let base = beside(rows, row, "shared").unwrap();
    assert_eq!(base.cell.name, SHARED);
    let ratio = over(&evidence, row, base).unwrap();
    assert_eq!((ratio.low, ratio.median, ratio.high), (0.8, 0.8, 0.8));
    assert!(beside(rows, base, "shared").is_none(), "not with itself");
    let other = find(rows, ("7", "pure", 300_000), Phase::Cold, FULL).unwrap();
    assert!(
        beside(rows, other, "shared").is_none(),
        "not where it did not run"
    );
}

#[test]
fn calls_are_no_speed_programs() {
    let evidence = Run::as_told().evidence();
    assert!(evidence.speed().iter().all(|row| !row.work.contains('/')));
    assert!(evidence.speed().iter().all(|row| row.poc != "4"));
}

#[test]
fn a_quick_run_says_whose_times_it_does_not_take() {
    let poc = crate::poc::find("7").unwrap();
    let names = |run: &Run| {
        let evidence = run.evidence();
        let cells = not_taken(&evidence, poc);
        let names = cells.iter().map(|cell| cell.name.clone());
        names.collect::<Vec<String>>()
    };
    let mut run = Run::as_told();
    assert!(names(&run).is_empty(), "a full run takes them");
    run.fingerprint.settings.quick = true;
    assert_eq!(names(&run), [LIGHT_WASI, LIGHT_NODE]);
    run.lacks(LIGHT_NODE, "./artifact build all");
    assert_eq!(names(&run), [LIGHT_WASI], "what is not there has no times");
    run.print_of(LIGHT_WASI).emulated = true;
    assert!(names(&run).is_empty(), "what is emulated never has any");
}
