use super::*;
use crate::testing::{CONTROL, FULL, LIGHT, suite};

#[test]
fn each_program_is_compared_where_it_comes_to_the_same() {
    let mut run = suite();
    run.times(LIGHT, "raytrace", 1).status = 1;
    run.times(LIGHT, "raytrace", 1).stderr = "Traceback:\nKeyError: 'no such ray'\n".into();
    let evidence = run.evidence();
    let names: Vec<&str> = cells(&evidence).iter().map(|cell| &*cell.name).collect();
    assert_eq!(names, [CONTROL, FULL, LIGHT]);
    let rows = rows(&evidence);
    let programs: Vec<&str> = rows.iter().map(|row| row.program).collect();
    assert_eq!(programs, ["nbody", "raytrace"]);
    assert_eq!(rows[1].on[2], Err("KeyError: 'no such ray'".into()));
    assert!(rows[1].on[1].is_ok());
}

#[test]
fn the_mean_is_geometric() {
    let evidence = suite().evidence();
    let means = means(&evidence);
    let light = means.last().unwrap();
    assert_eq!((light.same, light.of), (2, 2));
    let ratios = light.ratios.unwrap();
    assert!((ratios.geometric_mean - 4.0).abs() < 1e-6, "{ratios:?}");
    assert!(
        (ratios.least - 2.0).abs() < 1e-6 && (ratios.most - 8.0).abs() < 1e-6,
        "{ratios:?}"
    );
}

#[test]
fn of_no_programs_there_is_no_mean() {
    assert_eq!(in_short(&[]), None);
}
