use std::collections::BTreeMap;

use super::*;
use crate::{CpuPrint, MachinePrint, Phase, Settings};

fn fingerprint(quick: bool) -> Fingerprint {
    Fingerprint {
        schema: "tiers.fingerprint/1".into(),
        machine: MachinePrint {
            kernel: "Linux 6".into(),
            distribution: "Debian 12".into(),
            architecture: "x86_64".into(),
            cpu: CpuPrint {
                model: "a processor".into(),
                usable: 2,
                governor: None,
                boost: None,
                virtual_machine: true,
            },
            memory_bytes: 1 << 30,
            libc: "2.36".into(),
        },
        settings: Settings {
            quick,
            seed: 7,
            python_hash_seed: 0,
        },
        cells: Vec::new(),
        binaries: BTreeMap::new(),
        inputs: BTreeMap::new(),
    }
}

fn observation(process: u32) -> Vec<(Subject, Metric, Value, Unit)> {
    let subject = Subject {
        poc: "7".into(),
        sample: "pure".into(),
        m: Some(1),
        cell: "c".into(),
        tier: "full".into(),
        build: "static".into(),
        target: "x86_64".into(),
        phase: Phase::Cold,
        process,
        iteration: 0,
    };
    vec![(subject, Metric::Wall, Value::Number(1), Unit::Ns)]
}

#[test]
fn a_new_run_keeps_the_one_before() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("local");
    let (mut first, kept) = Folder::start(&path, &fingerprint(false)).unwrap();
    assert!(kept.is_none());
    first.append(observation(0)).unwrap();
    first.complete().unwrap();
    drop(first);
    let (second, kept) = Folder::start(&path, &fingerprint(true)).unwrap();
    assert!(second.records().is_empty());
    let kept = Folder::open_for_reading(&kept.unwrap()).unwrap();
    assert_eq!(kept.records.len(), 1);
    assert!(kept.completion.is_some());
}

#[test]
fn a_run_goes_on_only_with_the_same_things() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Folder::resume(home.path(), &fingerprint(false)).unwrap();
    run.append(observation(0)).unwrap();
    drop(run);
    let mut run = Folder::resume(home.path(), &fingerprint(false)).unwrap();
    assert_eq!(run.records().len(), 1);
    run.append(observation(1)).unwrap();
    drop(run);
    let error = Folder::resume(home.path(), &fingerprint(true)).unwrap_err();
    assert!(matches!(error, FolderError::OtherRun { ref parts, .. } if parts == "settings"));
}

#[test]
fn two_runs_in_one_folder_refuse_each_other() {
    let home = tempfile::tempdir().unwrap();
    let _first = Folder::resume(home.path(), &fingerprint(false)).unwrap();
    let error = Folder::resume(home.path(), &fingerprint(false)).unwrap_err();
    assert!(matches!(error, FolderError::Busy(_)), "{error}");
}

#[test]
fn what_was_changed_after_the_end_is_noticed() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Folder::resume(home.path(), &fingerprint(false)).unwrap();
    let blob = run.keep(b"42\n").unwrap();
    run.append(observation(0)).unwrap();
    run.complete().unwrap();
    let read = Folder::open_for_reading(home.path()).unwrap();
    assert_eq!(read.blob(&blob).unwrap(), b"42\n");

    fs_err::write(home.path().join("blobs").join(&blob), "43\n").unwrap();
    assert!(matches!(read.blob(&blob), Err(FolderError::Corrupt { .. })));

    let records = home.path().join(RECORDS);
    let changed = fs_err::read_to_string(&records)
        .unwrap()
        .replace("\"value\":1", "\"value\":2");
    fs_err::write(&records, changed).unwrap();
    let error = Folder::open_for_reading(home.path()).unwrap_err();
    assert!(matches!(error, FolderError::Corrupt { .. }), "{error}");
}

#[test]
fn an_empty_folder_says_so() {
    let home = tempfile::tempdir().unwrap();
    let error = Folder::open_for_reading(home.path()).unwrap_err();
    assert!(matches!(error, FolderError::Empty(_)), "{error}");
}
