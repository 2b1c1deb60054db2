use record::{Metric, Phase};

use super::*;
use crate::testing::{FULL, LIGHT, ORACLE, Run, VALUE_PROBE};

#[test]
fn what_was_observed_is_found_again_in_the_order_of_the_rounds() {
    let mut run = Run::as_told();
    run.takes(FULL, "pure", 300_000, [3.0, 1.0, 2.0]);
    let evidence = run.evidence();
    let place = Place {
        poc: "7".into(),
        cell: FULL.into(),
        sample: "pure".into(),
        m: Some(300_000),
        phase: Phase::Cold,
    };
    let walls: Vec<Option<u64>> = evidence
        .at(&place, Metric::Wall)
        .iter()
        .map(|record| record.number())
        .collect();
    assert_eq!(walls, [Some(3_000_000), Some(1_000_000), Some(2_000_000)]);
    assert_eq!(evidence.steps(&place).len(), 3);
}

#[test]
fn cells_are_found_by_what_they_are_for() {
    let evidence = Run::as_told().evidence();
    assert_eq!(
        evidence.oracle().map(|cell| cell.name.as_str()),
        Some(ORACLE)
    );
    assert_eq!(
        evidence
            .as_paper("7", "light")
            .map(|cell| cell.name.as_str()),
        Some(LIGHT)
    );
    assert_eq!(
        evidence
            .as_paper("7", "full")
            .map(|cell| cell.name.as_str()),
        Some(FULL)
    );
    assert!(evidence.as_paper("7", "nothing").is_none());
}

#[test]
fn samples_that_have_not_run_are_known_from_the_fingerprint() {
    let evidence = Run::begun().evidence();
    assert_eq!(evidence.idioms().len(), 20);
    assert!(evidence.probes().is_empty());
    assert!(
        Run::as_told()
            .evidence()
            .probes()
            .contains(&VALUE_PROBE.to_owned())
    );
}

#[test]
fn evidence_of_nothing_answers_every_question() {
    let evidence = Evidence::none();
    assert!(evidence.cells().is_empty() && evidence.idioms().is_empty());
    assert!(evidence.speed().is_empty() && !evidence.finished());
    assert_eq!(evidence.places().count(), 0);
}

#[test]
fn a_folder_is_read_with_the_outputs_that_are_shown() {
    let directory = tempfile::tempdir().unwrap();
    let told = Run::as_told().evidence();
    let path = directory.path().join("results");
    let (mut folder, _) = Folder::start(&path, told.fingerprint().unwrap()).unwrap();
    for bytes in told.blobs.values() {
        folder.keep(bytes).unwrap();
    }
    for step in told.records.chunk_by(|left, right| left.step == right.step) {
        let parts = step.iter().cloned();
        let parts = parts.map(|record| (record.subject, record.metric, record.value, record.unit));
        folder.append(parts.collect()).unwrap();
    }
    let unfinished = Evidence::load(&path).unwrap();
    assert!(!unfinished.finished());
    folder.complete().unwrap();
    let read = Evidence::load(&path).unwrap();
    assert!(read.finished());
    assert_eq!(read.records, told.records);
    assert_eq!(read.blobs, told.blobs);
}

#[test]
fn a_folder_without_results_is_an_error_that_names_it() {
    let directory = tempfile::tempdir().unwrap();
    let error = Evidence::load(directory.path()).unwrap_err().to_string();
    assert!(
        error.contains(&directory.path().display().to_string()),
        "{error}"
    );
}
