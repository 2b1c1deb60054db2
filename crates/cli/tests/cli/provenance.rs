//! `tiers provenance`: two documents beside the results.

use std::path::Path;

use crate::support::{Called, call, home, repository};

const DOCUMENTS: [&str; 2] = ["ro-crate-metadata.json", "provenance.intoto.json"];

/// The reference run, but for its outputs, which are many.
fn copy_of_the_reference() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let reference = repository().join("results/reference");
    for name in [
        "records.jsonl",
        "fingerprint.json",
        "complete.json",
        DOCUMENTS[0],
    ] {
        std::fs::copy(reference.join(name), folder.path().join(name)).unwrap();
    }
    folder
}

fn provenance(folder: &Path, options: &[&str]) -> Called {
    let mut args = vec!["provenance", "--results", folder.to_str().unwrap()];
    args.extend(options);
    call(&args)
}

#[test]
fn the_reference_run_tells_where_it_comes_from() {
    let called = provenance(&repository().join("results/reference"), &["--check"]);
    assert_eq!(
        called.status, 0,
        "write them anew with: tiers provenance --results results/reference --published DAY\n{}{}",
        called.stdout, called.stderr
    );
}

#[test]
fn documents_are_written_and_checked() {
    let folder = copy_of_the_reference();
    assert_eq!(provenance(folder.path(), &["--check"]).status, 1);
    assert_eq!(provenance(folder.path(), &[]).status, 0);
    let checked = provenance(folder.path(), &["--check"]);
    assert_eq!(
        (
            checked.status,
            checked.stdout.matches("as the results are").count()
        ),
        (0, 2),
        "{checked:?}"
    );
    let path = folder.path().join(DOCUMENTS[1]);
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replacen("sha256", "sha-256", 1)).unwrap();
    let changed = provenance(folder.path(), &["--check"]);
    assert_eq!(changed.status, 1, "{changed:?}");
    assert!(
        changed.stdout.contains("says something else"),
        "{changed:?}"
    );
}

#[test]
fn a_day_is_a_day_and_a_changed_record_is_noticed() {
    let folder = copy_of_the_reference();
    assert_eq!(
        provenance(folder.path(), &["--published", "soon"]).status,
        2
    );
    let records = folder.path().join("records.jsonl");
    let text = std::fs::read_to_string(&records).unwrap();
    std::fs::write(
        &records,
        text.replacen("\"value\":17600", "\"value\":17601", 1),
    )
    .unwrap();
    let called = provenance(folder.path(), &[]);
    assert_eq!(called.status, 1, "{called:?}");
    assert!(called.stderr.contains("it was changed"), "{called:?}");
}

#[test]
fn a_book_says_which_results_it_was_made_of() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("book");
    let report = call(&[
        "report",
        "--results",
        "results/reference",
        "--out",
        out.to_str().unwrap(),
    ]);
    assert_eq!(report.status, 0, "{}", report.stderr);
    let statement = std::fs::read_to_string(out.join(DOCUMENTS[1])).unwrap();
    assert!(statement.contains("\"index.html\"") && statement.contains("results/records.jsonl"));
    for private in [home(), repository().display().to_string()] {
        assert!(!statement.contains(&private), "{private}");
    }
}
