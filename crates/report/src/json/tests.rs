use serde_json::{Value, json};

use super::*;
use crate::testing::{CONTROL, LIGHT, Run};

/// Returns the document as others see it, having checked it against the schema published under `file`.
#[track_caller]
fn checked(document: &impl Serialize, file: &str) -> Value {
    let value = serde_json::to_value(document).unwrap();
    let schemas = schemas();
    let (_, schema) = schemas
        .iter()
        .find(|(name, _)| *name == file)
        .expect("a schema of that name");
    let errors: Vec<String> = jsonschema::validator_for(schema.as_value())
        .unwrap()
        .iter_errors(&value)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    value
}

fn runs() -> Vec<Run> {
    let mut lacking = Run::as_told();
    lacking.lacks(LIGHT, "./artifact build stock");
    let mut other = Run::as_told();
    other.times(LIGHT, "pure", 300_000).stdout = "0\n".into();
    vec![Run::as_told(), Run::begun(), lacking, other]
}

#[test]
fn documents_keep_to_their_schemas_whatever_is_missing() {
    for evidence in runs().iter().map(Run::evidence).chain([Evidence::none()]) {
        checked(&poc(&evidence, "7"), "tiers.poc.json");
        checked(&bench(&evidence), "tiers.bench.json");
        checked(&claims(&evidence), "tiers.claims.json");
    }
    for record in Run::as_told().evidence().records() {
        checked(record, "tiers.record.json");
    }
    checked(
        Run::as_told().evidence().fingerprint().unwrap(),
        "tiers.fingerprint.json",
    );
}

#[test]
fn a_poc_has_the_documented_fields() {
    let document = checked(&poc(&Run::as_told().evidence(), "7"), "tiers.poc.json");
    assert_eq!(
        (&document["schema"], &document["poc"]),
        (&json!("tiers.poc/1"), &json!("7"))
    );
    let light = &document["cells"][3];
    assert_eq!(light["cell"], LIGHT);
    assert_eq!(light["outcome"], "result");
    assert_eq!(
        light["samples"].as_array().unwrap().len(),
        22,
        "20 idioms and 2 probes"
    );
    let sample = &light["samples"][3];
    assert_eq!(
        (&sample["sample"], &sample["verdict"]),
        (&json!("04_abc_abstractmethod"), &json!("DIFF"))
    );
    assert_ne!(sample["sha256"], sample["oracle_sha256"]);
    let figures = light["figures"].as_array().unwrap();
    let size = figures
        .iter()
        .find(|figure| figure["name"] == "size")
        .unwrap();
    assert_eq!(
        (&size["value"], &size["unit"], &size["low"]),
        (&json!(35_425_208.0), &json!("bytes"), &Value::Null)
    );
    let ratio = figures
        .iter()
        .find(|figure| figure["name"] == "dynamic/100000/ratio_to_python3")
        .unwrap();
    assert!(ratio["low"].as_f64() <= ratio["value"].as_f64());
    assert!(
        document["cells"][0]["samples"]
            .as_array()
            .unwrap()
            .is_empty(),
        "the oracle is the measure"
    );
}

#[test]
fn a_cell_that_is_missing_says_what_would_help() {
    let mut run = Run::as_told();
    run.lacks(LIGHT, "./artifact build stock");
    let document = checked(&poc(&run.evidence(), "7"), "tiers.poc.json");
    let light = &document["cells"][3];
    assert_eq!(light["outcome"], "not-provisioned");
    assert_eq!(light["detail"], "./artifact build stock");
    assert!(light["samples"].as_array().unwrap().is_empty());
}

#[test]
fn a_bench_row_has_the_documented_fields() {
    let document = checked(&bench(&Run::as_told().evidence()), "tiers.bench.json");
    assert_eq!(document["schema"], "tiers.bench/1");
    let rows = document["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 4 * 5);
    let light = rows
        .iter()
        .find(|row| row["cell"] == LIGHT && row["work"] == "dynamic")
        .unwrap();
    assert_eq!(
        (&light["m"], &light["mode"]),
        (&json!(100_000), &json!("cold"))
    );
    assert_eq!(
        (&light["tier"], &light["build"]),
        (&json!("light"), &json!("stock"))
    );
    let ratio = &light["ratio_to_python3"];
    assert!(
        (ratio["median"].as_f64().unwrap() - 5.83).abs() < 0.2,
        "{ratio}"
    );
    assert_eq!(light["runs"], 20);
    let control = rows.iter().find(|row| row["cell"] == CONTROL).unwrap();
    assert_eq!(control["role"], "control");
}

#[test]
fn a_claim_has_the_documented_fields() {
    let document = checked(&claims(&Run::as_told().evidence()), "tiers.claims.json");
    assert_eq!(document["schema"], "tiers.claims/1");
    let claims = document["claims"].as_array().unwrap();
    let size = claims.iter().find(|claim| claim["id"] == "C7.12").unwrap();
    assert_eq!(size["verdict"], "reproduced");
    assert_eq!(
        (&size["paper"], &size["measured"]),
        (&json!("35,425,208 bytes"), &json!("35,425,208 bytes"))
    );
    assert_eq!(size["evidence"][0]["cell"], LIGHT);
    let none = checked(&super::claims(&Evidence::none()), "tiers.claims.json");
    assert_eq!(none["claims"][0]["verdict"], "not measurable here");
    assert_eq!(none["claims"][0]["measured"], Value::Null);
}

#[test]
fn schemas_have_names_of_their_own() {
    let names: Vec<&str> = schemas().iter().map(|(name, _)| *name).collect();
    assert!(
        names.is_sorted() && names.windows(2).all(|pair| pair[0] != pair[1]),
        "{names:?}"
    );
}
