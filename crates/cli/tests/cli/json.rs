//! What is printed as JSON keeps to the shapes that are published.

use std::process::Command;

use serde_json::Value;

use crate::support::{call, document, guests, repository};

#[test]
fn the_published_schemas_are_today_s() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        call(&["schemas", "--out", folder.path().to_str().unwrap()]).status,
        0
    );
    let read = |folder: &std::path::Path| {
        let entries = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let mut files: Vec<_> = entries
            .map(|path| {
                (
                    path.file_name().unwrap().to_owned(),
                    std::fs::read_to_string(&path).unwrap(),
                )
            })
            .collect();
        files.sort();
        files
    };
    let published = read(&repository().join("results/schema"));
    assert_eq!(
        published,
        read(folder.path()),
        "`tiers schemas` writes them anew"
    );
}

#[test]
fn poc_7() {
    let value = document(
        &call(&["poc", "7", "--quick", "--format", "json"]),
        "tiers.poc",
    );
    assert_eq!(
        (&value["schema"], &value["poc"]),
        (&"tiers.poc/1".into(), &"7".into())
    );
    let cells = value["cells"].as_array().unwrap();
    let full = cells
        .iter()
        .find(|cell| cell["cell"] == "full-static-x86_64")
        .unwrap();
    assert_eq!(full["outcome"], "result");
    let samples = full["samples"].as_array().unwrap();
    let idioms = samples
        .iter()
        .filter(|sample| !sample["sample"].as_str().unwrap().contains('/'));
    let idioms: Vec<&Value> = idioms.collect();
    assert_eq!(idioms.len(), 20);
    assert!(
        idioms.iter().all(|sample| sample["verdict"] == "PASS"),
        "{idioms:?}"
    );
    assert!(
        full["figures"]
            .as_array()
            .unwrap()
            .iter()
            .all(|figure| figure["unit"].is_string())
    );
    for cell in cells {
        assert!(
            cell["outcome"].is_string(),
            "{cell}: every cell has an outcome"
        );
    }
}

#[test]
fn bench() {
    let value = document(
        &call(&["bench", "startup", "--quick", "--format", "json"]),
        "tiers.bench",
    );
    let rows = value["rows"].as_array().unwrap();
    let full = rows
        .iter()
        .find(|row| row["cell"] == "full-static-x86_64")
        .unwrap();
    assert_eq!(
        (&full["work"], &full["m"], &full["mode"]),
        (&"startup".into(), &1.into(), &"cold".into())
    );
    let ratio = &full["ratio_to_python3"];
    assert!(ratio["low"].as_f64() <= ratio["median"].as_f64());
    assert!(ratio["median"].as_f64() <= ratio["high"].as_f64());
    assert_eq!(full["disagreeing"], 0);
    let ready = value["ready"].as_array().unwrap();
    for name in ["python3-x86_64", "full-static-x86_64"] {
        let row = ready.iter().find(|row| row["cell"] == name).unwrap();
        assert!(row["runs"].as_u64() > Some(0), "{row}");
        assert!(row["median_ms"].as_f64() <= row["p90_ms"].as_f64(), "{row}");
    }
    let goals = value["goals"].as_array().unwrap();
    let cold = goals.iter().find(|row| row["goal"] == "Full, cold start");
    let cold = cold.unwrap();
    assert_eq!(cold["limit_ratio"], 0.45);
    let high = cold["ratio_to_python3"]["high"].as_f64();
    assert_eq!(cold["met"], high <= Some(0.45), "{cold}");
    // Not measured here.
    let pure = goals.iter().find(|row| row["goal"] == "Full, pure loop");
    assert!(pure.unwrap()["met"].is_null(), "{pure:?}");
}

#[test]
fn claims_of_the_reference_run() {
    let called = call(&[
        "claims",
        "--results",
        "results/reference",
        "--format",
        "json",
    ]);
    let value = document(&called, "tiers.claims");
    let claims = value["claims"].as_array().unwrap();
    let ids: Vec<&str> = claims
        .iter()
        .map(|claim| claim["id"].as_str().unwrap())
        .collect();
    for id in [
        "C6.1", "C7.1", "C7.2", "C7.3", "C7.4", "C7.5", "C7.6a", "C7.6b", "C7.7L", "C7.7F",
        "C7.8L", "C7.8F", "C7.9L", "C7.9F", "C7.10L", "C7.10F", "C7.11", "C7.12", "C7.13", "C7.14",
        "C7.16",
    ] {
        assert!(ids.contains(&id), "{id} is not judged");
    }
    for claim in claims {
        assert!(!claim["reason"].as_str().unwrap().is_empty(), "{claim}");
    }
}

#[test]
fn diff() {
    let called = call(&[
        "diff",
        "--format",
        "json",
        "samples/idioms/04_abc_abstractmethod.py",
    ]);
    let value = document(&called, "tiers.diff");
    assert_eq!(value["schema"], "tiers.diff/1");
}

/// Samples that have no output beside them, or of which the catalogue's own tests compare it (`crates/lab/tests/catalogue.rs`).
const WITHOUT: [&str; 5] = ["divergences", "evidence", "isolation", "speed", "values"];

#[test]
fn the_oracle_prints_what_stands_beside_the_samples() {
    let version = Command::new(guests().join("python3"))
        .arg("--version")
        .output()
        .unwrap();
    let oracle = String::from_utf8(version.stdout).unwrap();
    let folders = std::fs::read_dir(repository().join("samples")).unwrap();
    let folders = folders.map(|folder| folder.unwrap().file_name().into_string().unwrap());
    let folders: Vec<_> = folders
        .filter(|name| repository().join("samples").join(name).is_dir())
        .filter(|name| !WITHOUT.contains(&name.as_str()))
        .map(|name| format!("samples/{name}"))
        .collect();
    let words = ["diff", "--format", "json", "--cells", "full-static-x86_64"];
    let folders = folders.iter().map(String::as_str);
    let called = call(&words.into_iter().chain(folders).collect::<Vec<_>>());
    let value = document(&called, "tiers.diff");
    let programs = value["programs"].as_array().unwrap();
    assert!(programs.len() > 100, "{}", programs.len());
    for program in programs {
        let path = repository()
            .join(program["program"].as_str().unwrap())
            .with_extension("expected");
        let expected =
            std::fs::read(&path).unwrap_or_else(|_| panic!("{} is missing", path.display()));
        let same = record::sha256_hex(&expected) == program["oracle_sha256"].as_str().unwrap();
        assert!(
            same || !oracle.starts_with("Python 3.12."),
            "{oracle}: {path:?}"
        );
    }
}
