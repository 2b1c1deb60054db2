use std::collections::BTreeMap;

use record::{BinaryPrint, CellPrint, CpuPrint, MachinePrint, Role, Settings, sha256_hex};

use super::*;

const OUTPUT: &[u8] = b"hello\n";

fn cell(name: &str, tier: &str, role: Role) -> CellPrint {
    CellPrint {
        name: name.into(),
        tier: tier.into(),
        build: "static".into(),
        target: "x86_64".into(),
        role,
        ..CellPrint {
            name: String::new(),
            tier: String::new(),
            build: String::new(),
            target: String::new(),
            role: Role::Candidate,
            as_paper: false,
            pocs: vec!["7".into()],
            factor: None,
            obstacle: None,
            oracle: None,
            emulated: false,
        }
    }
}

fn binary(content: &[u8], build: &[(&str, &str)]) -> BinaryPrint {
    let field = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    BinaryPrint {
        sha256: sha256_hex(content),
        size_bytes: content.len() as u64,
        build: build.iter().map(field).collect(),
    }
}

fn fingerprint() -> Fingerprint {
    Fingerprint {
        schema: "tiers.fingerprint/1".into(),
        machine: MachinePrint {
            kernel: "Linux".into(),
            distribution: "Debian".into(),
            architecture: "x86_64".into(),
            cpu: CpuPrint {
                model: "a processor".into(),
                usable: 2,
                governor: None,
                boost: None,
                virtual_machine: true,
            },
            memory_bytes: 1 << 34,
            libc: "glibc 2.36".into(),
        },
        settings: Settings {
            quick: false,
            seed: 1,
            python_hash_seed: 0,
        },
        cells: vec![
            cell("python3", "oracle", Role::Oracle),
            cell("python3-again", "oracle", Role::Control),
            cell("light-wasm", "light", Role::Candidate),
            cell("missing", "full", Role::Candidate),
        ],
        binaries: BTreeMap::from([
            (
                "python3".into(),
                binary(b"python", &[("python_version", "3.12.1")]),
            ),
            ("python3-again".into(), binary(b"python", &[])),
            (
                "light-wasm".into(),
                binary(b"module", &[("runner", "engine")]),
            ),
            ("engine".into(), binary(b"engine", &[])),
        ]),
        inputs: BTreeMap::from([("samples/a.py".into(), sha256_hex(b"print()"))]),
    }
}

/// A finished run with an output.
fn results() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (run, _) = Folder::start(folder.path(), &fingerprint()).unwrap();
    run.complete().unwrap();
    drop(run);
    let blobs = folder.path().join("blobs");
    fs_err::create_dir_all(&blobs).unwrap();
    fs_err::write(blobs.join(sha256_hex(OUTPUT)), OUTPUT).unwrap();
    folder
}

fn read(folder: &Path, name: &str) -> Value {
    serde_json::from_slice(&fs_err::read(folder.join(name)).unwrap()).unwrap()
}

fn entity<'a>(document: &'a Value, id: &str) -> &'a Value {
    let mut entities = document["@graph"].as_array().unwrap().iter();
    entities.find(|entity| entity["@id"] == id).expect(id)
}

#[test]
fn what_was_written_is_as_the_results_are() {
    let folder = results();
    let missing = check(folder.path()).unwrap();
    assert_eq!(missing.map_states(), [State::Missing; 2]);
    write(folder.path(), None).unwrap();
    assert_eq!(
        check(folder.path()).unwrap().map_states(),
        [State::Fresh; 2]
    );
    let before = [CRATE, STATEMENT].map(|name| fs_err::read(folder.path().join(name)).unwrap());
    write(folder.path(), None).unwrap();
    let after = [CRATE, STATEMENT].map(|name| fs_err::read(folder.path().join(name)).unwrap());
    assert_eq!(before, after, "the same results give the same bytes");
}

trait States {
    fn map_states(&self) -> [State; 2];
}

impl States for Vec<(&'static str, State)> {
    fn map_states(&self) -> [State; 2] {
        [self[0].1, self[1].1]
    }
}

#[test]
fn what_changed_afterwards_is_noticed() {
    let folder = results();
    write(folder.path(), None).unwrap();
    fs_err::create_dir_all(folder.path().join("corpus")).unwrap();
    fs_err::write(folder.path().join("corpus/scores.jsonl"), "{}\n").unwrap();
    assert_eq!(
        check(folder.path()).unwrap().map_states(),
        [State::Stale; 2]
    );
    write(folder.path(), None).unwrap();
    let blob = folder.path().join("blobs").join(sha256_hex(OUTPUT));
    fs_err::write(&blob, "good bye\n").unwrap();
    let error = check(folder.path()).unwrap_err();
    assert!(matches!(error, ProvenanceError::Blob(_)), "{error}");
}

#[test]
fn an_unfinished_run_tells_nothing() {
    let folder = tempfile::tempdir().unwrap();
    drop(Folder::start(folder.path(), &fingerprint()).unwrap());
    let error = write(folder.path(), None).unwrap_err();
    assert!(matches!(error, ProvenanceError::Unfinished(_)), "{error}");
    assert!(!folder.path().join(CRATE).exists());
}

#[test]
fn the_day_of_publication_is_told_and_kept() {
    let folder = results();
    let day = |folder: &Path| entity(&read(folder, CRATE), "./")["datePublished"].clone();
    write(folder.path(), None).unwrap();
    assert_eq!(day(folder.path()), Value::Null, "nobody published it");
    write(folder.path(), Some("2026-11-23")).unwrap();
    write(folder.path(), None).unwrap();
    assert_eq!(day(folder.path()), "2026-11-23");
    for wrong in ["yesterday", "23.11.2026", "2026-11-23T00:00"] {
        let error = write(folder.path(), Some(wrong)).unwrap_err();
        assert!(matches!(error, ProvenanceError::Day(_)), "{error}");
    }
}

#[test]
fn the_crate_tells_which_program_made_what() {
    let folder = results();
    write(folder.path(), None).unwrap();
    let document = read(folder.path(), CRATE);
    let python = identifier::of_sha256(&sha256_hex(b"python"));
    assert_eq!(entity(&document, &python)["name"], "python3, python3-again");
    assert_eq!(entity(&document, &python)["softwareVersion"], "3.12.1");
    let light = entity(&document, "#cell-light-wasm");
    let engine = identifier::of_sha256(&sha256_hex(b"engine"));
    assert_eq!(light["instrument"][1]["@id"], engine.as_str());
    assert_eq!(light["result"]["@id"], "records.jsonl");
    let graph = document["@graph"].as_array().unwrap();
    assert!(graph.iter().all(|entity| entity["@id"] != "#cell-missing"));
    for reference in entity(&document, "./")["hasPart"].as_array().unwrap() {
        let path = reference["@id"].as_str().unwrap();
        assert!(folder.path().join(path).exists(), "{path}");
        entity(&document, path);
    }
}

#[test]
fn the_statement_is_about_files_made_of_programs_and_inputs() {
    let folder = results();
    write(folder.path(), None).unwrap();
    let statement = read(folder.path(), STATEMENT);
    let records = fs_err::read(folder.path().join("records.jsonl")).unwrap();
    let subjects = statement["subject"].as_array().unwrap();
    let subject = subjects
        .iter()
        .find(|subject| subject["name"] == "records.jsonl");
    assert_eq!(subject.unwrap()["digest"]["sha256"], sha256_hex(&records));
    let made_of = &statement["predicate"]["buildDefinition"]["resolvedDependencies"];
    let names: Vec<&str> = made_of
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|dependency| dependency["name"].as_str())
        .collect();
    assert_eq!(
        names,
        [
            "programs/engine",
            "programs/light-wasm",
            "programs/python3",
            "programs/python3-again",
            "samples/a.py"
        ]
    );
}

#[test]
fn a_book_is_made_of_results() {
    let (folder, book) = (results(), tempfile::tempdir().unwrap());
    fs_err::write(book.path().join("index.html"), "<p>").unwrap();
    of_book(book.path(), Some(folder.path())).unwrap();
    let first = read(book.path(), STATEMENT);
    assert_eq!(first["subject"][0]["name"], "index.html");
    assert_eq!(first["subject"].as_array().unwrap().len(), 1);
    let made_of = first["predicate"]["buildDefinition"]["resolvedDependencies"].to_string();
    assert!(made_of.contains("results/records.jsonl"), "{made_of}");
    of_book(book.path(), Some(folder.path())).unwrap();
    assert_eq!(read(book.path(), STATEMENT), first);
    of_book(book.path(), None).unwrap();
}
