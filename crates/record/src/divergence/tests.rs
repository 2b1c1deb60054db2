use super::*;

const ENTRY: &str = "\"\"\"A title\n\nprovenance: own campaign\n\"\"\"\n\nprint('''x: y''')\n";

fn with(fields: &str) -> Result<Divergence, DivergenceError> {
    Divergence::read(&format!("\"\"\"A title\n\n{fields}\n\"\"\"\n"))
}

#[test]
fn an_entry_has_a_title_and_a_provenance() {
    let entry = Divergence::read(ENTRY).unwrap();
    assert_eq!(entry.title, "A title");
    assert_eq!(entry.provenance, Provenance::Own);
    assert_eq!((entry.target, entry.ends), (None, None));
}

#[test]
fn a_target_and_an_ending_may_be_named() {
    let entry = with("provenance: own campaign\ncell: wasm32-wasip1\nends: 126").unwrap();
    assert_eq!(entry.target.as_deref(), Some("wasm32-wasip1"));
    assert_eq!(entry.ends, Some(126));
}

#[test]
fn each_provenance_reads_as_it_is_written() {
    for (words, kind) in [
        ("RustPython/RustPython#8566", "upstream fix"),
        ("Lib/test/test_float.py test_round", "test mark"),
        (
            "devdanzin/rustpython-findings RUSTPY-0009",
            "public catalogue of crashes",
        ),
        ("own campaign", "own campaign"),
    ] {
        let provenance: Provenance = words.parse().unwrap();
        assert_eq!(provenance.to_string(), words);
        assert_eq!(provenance.kind(), kind);
    }
}

#[test]
fn a_program_without_them_is_no_entry() {
    let error = |source| Divergence::read(source).unwrap_err();
    assert_eq!(error("print(1)\n"), DivergenceError::NoDocstring);
    assert_eq!(error("\"\"\"A title\n"), DivergenceError::NoDocstring);
    assert_eq!(
        error("\"\"\"\n\nprovenance: own campaign\n\"\"\""),
        DivergenceError::NoTitle
    );
    assert_eq!(
        error("\"\"\"A title\"\"\"\n"),
        DivergenceError::NoProvenance
    );
}

#[test]
fn a_field_that_nobody_knows_is_refused() {
    let error = |fields| with(fields).unwrap_err();
    let unknown = DivergenceError::Unknown("More words.".into());
    assert_eq!(error("provenance: own campaign\nMore words."), unknown);
    let twice = DivergenceError::Twice("ends".into());
    assert_eq!(error("ends: 1\nends: 2"), twice);
}

#[test]
fn a_field_with_another_value_is_refused() {
    for fields in [
        "provenance: hearsay",
        "provenance: RustPython/RustPython#",
        "provenance: Lib/test/test_float.py",
        "provenance: Lib/test/test_float.txt test_round",
        "provenance: own campaign\nends: 0",
        "provenance: own campaign\nends: 256",
        "provenance: own campaign\ncell: two words",
    ] {
        let error = with(fields).unwrap_err();
        assert!(
            matches!(error, DivergenceError::Value { .. }),
            "{fields}: {error}"
        );
    }
}
