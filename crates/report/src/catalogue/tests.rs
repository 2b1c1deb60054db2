use super::*;
use crate::testing::{
    LIGHT, LIGHT_WASI, MESSAGE_PROBE, OTHER_ORACLE, Run, STANDALONE, VALUE_PROBE,
};

const AS_LIGHT: &str = "0.9999999999999999 {3, 1, 2} 2.68 True|\n";
const AS_ORACLE: &str = "1.0 {1, 2, 3} 2.67     1|\n";

/// A run in which a newer CPython printed `stdout`.
fn with_newer(stdout: &str) -> Run {
    let mut run = Run::as_told();
    run.print_of(OTHER_ORACLE).pocs.push(POC.into());
    run.prints(OTHER_ORACLE, VALUE_PROBE, stdout);
    run
}

fn entry(run: &Run) -> Entry {
    let entries = entries(&run.evidence());
    let mut found = entries
        .into_iter()
        .filter(|entry| entry.sample == VALUE_PROBE);
    found.next().unwrap()
}

#[test]
fn an_entry_says_what_it_is() {
    let entry = entry(&Run::as_told());
    assert_eq!(
        (entry.family(), entry.within()),
        ("value", "value/silent_values")
    );
    assert_eq!(entry.divergence.title, "Values differ");
    assert_eq!(entry.light.as_deref(), Some(STANDALONE));
}

#[test]
fn a_newer_cpython_tells_whose_the_difference_is() {
    let found = |stdout| entry(&with_newer(stdout)).finding;
    assert_eq!(found(AS_LIGHT), Finding::Versions);
    assert_eq!(found(AS_ORACLE), Finding::Light);
    assert_eq!(found("else\n"), Finding::Neither);
}

#[test]
fn on_a_target_of_its_own_a_newer_cpython_tells_of_the_target() {
    let mut run = with_newer(AS_LIGHT);
    let source = "\"\"\"On WASI\n\nprovenance: own campaign\ncell: wasm32-wasip1\n\"\"\"\n";
    run.keeps_source(VALUE_PROBE, source);
    assert_eq!(entry(&run).finding, Finding::Versions);
    run.print_of(OTHER_ORACLE).target = "wasm32-wasip1".into();
    assert_eq!(entry(&run).finding, Finding::Target);
}

#[test]
fn an_ending_counts_as_the_bytes_do() {
    let mut run = with_newer(AS_LIGHT);
    run.ends(STANDALONE, VALUE_PROBE, 126, "panicked");
    assert_eq!(entry(&run).finding, Finding::Neither);
}

#[test]
fn without_a_newer_cpython_nobody_knows() {
    assert_eq!(entry(&Run::as_told()).finding, Finding::NotMeasured);
}

#[test]
fn what_differs_no_longer_is_told() {
    let mut run = with_newer(AS_ORACLE);
    run.prints(STANDALONE, VALUE_PROBE, AS_ORACLE);
    assert_eq!(entry(&run).finding, Finding::Same);
}

#[test]
fn an_entry_may_be_about_another_target() {
    let mut run = Run::as_told();
    let source = "\"\"\"On WASI\n\nprovenance: own campaign\ncell: wasm32-wasip1\n\"\"\"\n";
    run.keeps_source(VALUE_PROBE, source);
    assert_eq!(entry(&run).light.as_deref(), Some(LIGHT_WASI));
    run.lacks(LIGHT_WASI, "./artifact build all");
    assert_eq!(entry(&run).finding, Finding::NotRun);
}

#[test]
fn where_there_is_no_other_light_it_is_the_papers() {
    let mut run = Run::as_told();
    run.print_of(STANDALONE).pocs.clear();
    assert_eq!(entry(&run).light.as_deref(), Some(LIGHT));
}

#[test]
fn entries_stand_by_family() {
    let entries = entries(&Run::as_told().evidence());
    let samples: Vec<&str> = entries.iter().map(|entry| entry.sample.as_str()).collect();
    assert_eq!(samples, [VALUE_PROBE, MESSAGE_PROBE]);
    assert!(super::entries(&Evidence::none()).is_empty());
}
