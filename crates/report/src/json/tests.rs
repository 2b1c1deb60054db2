use boon::{Compiler, Schemas};
use serde_json::{Value, json};

use super::*;
use crate::testing::{
    ATTEMPT_AARCH64, ATTEMPT_WASI, CONTROL, FULL, FULL_AARCH64, FULL_WASI, LIGHT, LIGHT_AARCH64,
    LIGHT_NODE, LIGHT_WASI, ORACLE, OTHER_ORACLE, Run, SHARED, STANDALONE, VERSIONED,
};

const SAMPLE: &str = "14_namedtuple";

/// Returns the document as others see it, having checked it against the schema published under `file`.
#[track_caller]
fn checked(document: &impl Serialize, file: &str) -> Value {
    let value = serde_json::to_value(document).unwrap();
    let schemas = schemas();
    let (_, schema) = schemas
        .iter()
        .find(|(name, _)| *name == file)
        .expect("a schema of that name");
    let mut read = Schemas::new();
    let mut compiler = Compiler::new();
    compiler
        .add_resource(file, schema.as_value().clone())
        .unwrap();
    let schema = compiler.compile(file, &mut read).unwrap();
    if let Err(error) = read.validate(&value, schema) {
        panic!("{error:#}");
    }
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
        for id in crate::poc::ALL.iter().map(|poc| poc.id).chain(["9"]) {
            checked(&poc(&evidence, id), "tiers.poc.json");
        }
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

/// Returns the figures of a cell, each by its name: value, lower end, upper end, unit.
fn figures(id: &str, cell: &str) -> std::collections::BTreeMap<String, [Value; 4]> {
    let document = checked(&poc(&Run::as_told().evidence(), id), "tiers.poc.json");
    let cells = document["cells"].as_array().unwrap();
    let cell = cells.iter().find(|found| found["cell"] == cell).unwrap();
    let figures = cell["figures"].as_array().unwrap().iter();
    figures
        .map(|figure| {
            let parts = ["value", "low", "high", "unit"].map(|part| figure[part].clone());
            (figure["name"].as_str().unwrap().to_owned(), parts)
        })
        .collect()
}

#[test]
fn a_poc_holds_its_cells_and_no_others() {
    let cells = |id: &str| -> Vec<String> {
        let document = poc(&Run::as_told().evidence(), id);
        document.cells.into_iter().map(|cell| cell.cell).collect()
    };
    assert_eq!(cells("0"), [ORACLE, FULL, STANDALONE]);
    assert_eq!(cells("3"), [ORACLE, CONTROL, SHARED]);
    assert_eq!(
        cells("4"),
        [ORACLE, FULL, STANDALONE, ATTEMPT_AARCH64, ATTEMPT_WASI]
    );
    assert_eq!(
        cells("8"),
        [
            ORACLE,
            FULL,
            STANDALONE,
            OTHER_ORACLE,
            LIGHT_AARCH64,
            LIGHT_WASI,
            LIGHT_NODE,
            FULL_AARCH64,
            FULL_WASI
        ]
    );
    assert_eq!(cells("9"), [ORACLE]);
}

#[test]
fn an_attempt_has_an_outcome_and_its_output_and_nothing_else() {
    let document = checked(&poc(&Run::as_told().evidence(), "4"), "tiers.poc.json");
    let attempt = &document["cells"][3];
    assert_eq!(
        (&attempt["role"], &attempt["outcome"]),
        (&json!("attempt"), &json!("blocked"))
    );
    assert!(
        attempt["detail"]
            .as_str()
            .unwrap()
            .contains("cannot find -lpython")
    );
    assert_eq!(
        (&attempt["samples"], &attempt["figures"]),
        (&json!([]), &json!([]))
    );
}

#[test]
fn the_samples_are_those_of_the_poc() {
    let samples = |id: &str| -> Vec<(String, String)> {
        let document = checked(&poc(&Run::as_told().evidence(), id), "tiers.poc.json");
        let cells = document["cells"].as_array().unwrap();
        let light = cells
            .iter()
            .find(|cell| cell["cell"] == STANDALONE)
            .unwrap();
        let samples = light["samples"].as_array().unwrap().iter();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        samples
            .map(|sample| (text(&sample["sample"]), text(&sample["verdict"])))
            .collect()
    };
    let pair = |sample: &str, verdict: &str| (sample.to_owned(), verdict.to_owned());
    assert_eq!(
        samples("2"),
        [pair("syntax/match", "DIFF"), pair("syntax/walrus", "PASS")]
    );
    assert_eq!(
        samples("1").len(),
        3,
        "what was only sent and counted is no sample"
    );
    assert_eq!(samples("4"), []);
}

#[test]
fn figures_have_the_documented_names() {
    let calls = figures("4", FULL);
    assert_eq!(calls["calls/shared/a"][3], "ms");
    assert_eq!(calls["calls/shared/b"][3], "ms/call");
    assert!(calls["calls/shared/b"][1].as_f64() <= calls["calls/shared/b"][0].as_f64());
    assert_eq!(calls["break_even/shared/python3"][3], "calls");
    assert_eq!(calls["break_even/process/python3"][0], 0.0);
    assert!(calls.contains_key("break_even/isolate/process"));
    assert!(calls.contains_key("calls/isolate/64/median"));
    assert_eq!(
        calls["isolation/shared/crossed"],
        [json!(2.0), Value::Null, Value::Null, json!("count")]
    );
    assert_eq!(calls["isolation/isolate/tried"][0], 2.0);
    assert_eq!(
        figures("4", ORACLE)
            .keys()
            .filter(|name| name.ends_with("/b"))
            .count(),
        1
    );
    let values = figures("1", STANDALONE);
    assert_eq!(
        (&values["values/checked"][0], &values["values/changed"][0]),
        (&json!(10_000.0), &json!(3.0))
    );
    assert_eq!(
        (&values["values/table"][0], &values["values/unchanged"][0]),
        (&json!(2.0), &json!(1.0))
    );
    let chain = figures("4.5", FULL);
    assert_eq!(
        (
            &chain["factor/startup/share"][3],
            &chain["factor/startup/fraction"][3]
        ),
        (&json!("ms"), &json!("ratio"))
    );
    assert_eq!(chain["factor/dynamic/instructions"][0], -100e6);
    assert!(
        !figures("4.5", ORACLE).contains_key("factor/startup/share"),
        "the start of the chain"
    );
    assert!(figures("5", FULL).contains_key("startup/1/ratio_to_shared"));
    assert!(!figures("7", FULL).contains_key("startup/1/ratio_to_shared"));
}

#[test]
fn a_link_of_the_chain_has_its_factor() {
    let document = checked(&poc(&Run::as_told().evidence(), "4.5"), "tiers.poc.json");
    let factors: Vec<&Value> = document["cells"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| &cell["factor"])
        .collect();
    assert_eq!(
        factors,
        [
            &Value::Null,
            &Value::Null,
            &json!("embedded in a Rust program"),
            &json!("linked statically"),
            &json!("no site import")
        ]
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

/// Returns a cell of PoC 8.
fn travelled(run: &Run, cell: &str) -> Value {
    let document = checked(&poc(&run.evidence(), "8"), "tiers.poc.json");
    let cells = document["cells"].as_array().unwrap();
    let found = cells.iter().find(|found| found["cell"] == cell);
    found.expect("a cell of PoC 8").clone()
}

/// Returns the verdict of one sample, and the digest that it was judged by.
fn judged(cell: &Value, sample: &str) -> (Value, Value) {
    let samples = cell["samples"].as_array().unwrap().iter();
    let mut samples = samples.filter(|found| found["sample"] == sample);
    let found = samples.next().expect("a sample that ran");
    (found["verdict"].clone(), found["oracle_sha256"].clone())
}

#[test]
fn a_cell_is_judged_by_its_own_oracle() {
    let run = Run::as_told();
    let full = travelled(&run, FULL_AARCH64);
    assert_eq!(full["oracle"], OTHER_ORACLE);
    let right = record::sha256_hex(b"as 3.11 prints it\n");
    assert_eq!(judged(&full, VERSIONED), (json!("PASS"), json!(right)));
    let at_home = travelled(&run, FULL);
    assert_eq!(at_home["oracle"], ORACLE);
    assert_ne!(judged(&at_home, VERSIONED).1, json!(right));
    // By the other oracle's bytes it would differ.
    let mut confused = Run::as_told();
    confused.print_of(FULL_AARCH64).oracle = None;
    let full = travelled(&confused, FULL_AARCH64);
    assert_eq!(judged(&full, VERSIONED).0, json!("DIFF"));
    // An oracle that is not there judges nothing.
    let mut lost = Run::as_told();
    lost.print_of(FULL_AARCH64).oracle = Some("python3.10-x86_64".into());
    assert_eq!(travelled(&lost, FULL_AARCH64)["samples"], json!([]));
}

#[test]
fn oracles_are_not_judged() {
    for oracle in [ORACLE, OTHER_ORACLE] {
        let cell = travelled(&Run::as_told(), oracle);
        assert_eq!(
            (&cell["oracle"], &cell["samples"]),
            (&Value::Null, &json!([]))
        );
    }
}

#[test]
fn a_cell_tells_what_its_program_asks_for_and_takes() {
    let mut run = Run::as_told();
    let most = (LIGHT_WASI.to_owned(), SAMPLE.to_owned());
    run.ran.get_mut(&most).unwrap().peak_bytes = 33 << 20;
    let number = |cell: &Value, name: &str| {
        let figures = cell["figures"].as_array().unwrap().iter();
        let mut named = figures.filter(|figure| figure["name"] == name);
        named.next().map(|figure| figure["value"].clone())
    };
    let wasi = travelled(&run, LIGHT_WASI);
    assert_eq!(wasi["imports"].as_array().unwrap().len(), 3);
    assert_eq!(number(&wasi, "imports"), Some(json!(3.0)));
    assert_eq!(
        (&wasi["needed"], number(&wasi, "needed")),
        (&Value::Null, None)
    );
    assert_eq!(
        number(&wasi, "peak_memory"),
        Some(json!(f64::from(33 << 20))),
        "the largest of all runs"
    );
    let aarch64 = travelled(&run, LIGHT_AARCH64);
    assert_eq!(number(&aarch64, "needed"), Some(json!(1.0)));
    assert_eq!(number(&aarch64, "imports"), None);
}

#[test]
fn what_ran_on_an_emulator_has_no_figure_of_time() {
    let mut run = Run::as_told();
    run.takes(LIGHT_AARCH64, "pure", 300_000, [10.0, 11.0]);
    let document = checked(&poc(&run.evidence(), "7"), "tiers.poc.json");
    let cells = document["cells"].as_array().unwrap();
    let find = |name: &str| cells.iter().find(|cell| cell["cell"] == name).unwrap();
    let timed = |cell: &Value| {
        let figures = cell["figures"].as_array().unwrap().iter();
        let units = figures.map(|figure| figure["unit"].as_str().unwrap().to_owned());
        units.filter(|unit| unit == "ms" || unit == "ratio").count()
    };
    let emulated = find(LIGHT_AARCH64);
    assert_eq!((&emulated["emulated"], timed(emulated)), (&json!(true), 0));
    assert!(timed(find(LIGHT)) > 0);
    let bench = checked(&bench(&run.evidence()), "tiers.bench.json");
    let rows = bench["rows"].as_array().unwrap().iter();
    let rows: Vec<_> = rows.filter(|row| row["cell"] == LIGHT_AARCH64).collect();
    assert_eq!(rows.len(), 1);
    for field in ["median_ms", "cpu_ms", "ratio_to_python3"] {
        assert_eq!(rows[0][field], Value::Null, "{field}");
    }
}
