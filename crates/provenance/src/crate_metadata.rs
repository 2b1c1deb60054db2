//! The results folder as an RO-Crate 1.1 of the profile Process Run Crate 0.5.

use std::collections::BTreeMap;

use record::{BinaryPrint, CellPrint, Fingerprint};
use serde_json::{Map, Value, json};

use crate::files::{BLOBS, FileDigest};
use crate::identifier::of_sha256;
use crate::{CRATE, Run};

const SPECIFICATION: &str = "https://w3id.org/ro/crate/1.1";
const CONTEXT: &str = "https://w3id.org/ro/crate/1.1/context";
const PROFILE: &str = "https://w3id.org/ro/wfrun/process/0.5";

/// A term that RO-Crate 1.1 lacks, as the profile's own context has it.
const SHA256_TERM: &str = "https://w3id.org/ro/terms/workflow-run#sha256";

/// The licence of everything here, by the address that SPDX gives it.
const LICENSE: &str = concat!("https://spdx.org/licenses/", env!("CARGO_PKG_LICENSE"));

const RECORDS: &str = "records.jsonl";
const FINGERPRINT: &str = "fingerprint.json";

/// Describes a run's folder; with the day on which it was published, where somebody tells.
pub(crate) fn of(run: &Run, published: Option<&str>) -> Value {
    let programs = programs(&run.fingerprint);
    let actions: Vec<Value> = run
        .fingerprint
        .cells
        .iter()
        .filter_map(|cell| action(cell, &run.fingerprint.binaries))
        .collect();
    let mut graph = vec![
        json!({
            "@id": CRATE,
            "@type": "CreativeWork",
            "about": reference("./"),
            "conformsTo": reference(SPECIFICATION),
        }),
        root(run, &actions, published),
        json!({
            "@id": PROFILE,
            "@type": "CreativeWork",
            "name": "Process Run Crate",
            "version": "0.5",
        }),
        json!({
            "@id": LICENSE,
            "@type": "CreativeWork",
            "name": env!("CARGO_PKG_LICENSE"),
            "identifier": LICENSE,
        }),
    ];
    graph.extend(run.files.iter().map(file));
    graph.push(json!({
        "@id": format!("{BLOBS}/"),
        "@type": "Dataset",
        "name": "outputs",
        "description": "What programs wrote. Each file's name is its SHA-256, by which the records name it.",
    }));
    graph.extend(programs);
    graph.extend(actions);
    json!({ "@context": [CONTEXT, { "sha256": SHA256_TERM }], "@graph": graph })
}

fn root(run: &Run, actions: &[Value], published: Option<&str>) -> Value {
    let mut parts: Vec<Value> = run.files.iter().map(|file| reference(&file.path)).collect();
    parts.push(reference(&format!("{BLOBS}/")));
    let kind = if run.fingerprint.settings.quick {
        "a quick run"
    } else {
        "a full run"
    };
    let mut root = json!({
        "@id": "./",
        "@type": "Dataset",
        "name": "Results of tiers",
        "description": format!(
            "Observations of {kind} of the artifact tiers: dynamic Python from Rust on CPython and on RustPython, on {}.",
            run.fingerprint.machine.architecture
        ),
        "license": reference(LICENSE),
        "conformsTo": reference(PROFILE),
        "hasPart": parts,
        "mentions": actions.iter().map(|action| json!({ "@id": action["@id"] })).collect::<Vec<_>>(),
    });
    if let Some(day) = published {
        root["datePublished"] = day.into();
    }
    root
}

fn file(file: &FileDigest) -> Value {
    let ending = file.path.rsplit('.').next().unwrap_or_default();
    let format = match ending {
        "json" => "application/json",
        "jsonl" => "application/jsonl",
        _ => "text/plain",
    };
    json!({
        "@id": file.path,
        "@type": "File",
        "name": file.path,
        "description": about(&file.path),
        "contentSize": file.size_bytes.to_string(),
        "encodingFormat": format,
        "sha256": file.sha256,
    })
}

/// What a file of the folder is for.
fn about(path: &str) -> &'static str {
    match path {
        RECORDS => "The observations, one a line; see results/schema/tiers.record.json",
        FINGERPRINT => "What was measured: the machine, the programs and the inputs by SHA-256",
        "complete.json" => "Written last: how many records there are, and their SHA-256",
        "costs.json" => "What runs cost on the two tiers of the host",
        "corpus/scores.jsonl" => "How the dispatcher did over each corpus, one score a line",
        _ if path.starts_with("corpus/") => "What each program of a corpus did, one trial a line",
        _ if path.starts_with("hdr/") => "Times of the records as an HdrHistogram interval log",
        _ => "A part of the run",
    }
}

/// The programs: one entity for the same bytes, under all names that they have here.
fn programs(fingerprint: &Fingerprint) -> Vec<Value> {
    let mut found: BTreeMap<&str, (Vec<&str>, &BinaryPrint)> = BTreeMap::new();
    for (name, binary) in &fingerprint.binaries {
        let (names, _) = found
            .entry(&binary.sha256)
            .or_insert_with(|| (Vec::new(), binary));
        names.push(name);
    }
    found
        .into_values()
        .map(|(names, binary)| program(&names, binary))
        .collect()
}

fn program(names: &[&str], binary: &BinaryPrint) -> Value {
    let mut entity = Map::new();
    entity.insert("@id".into(), of_sha256(&binary.sha256).into());
    entity.insert("@type".into(), "SoftwareApplication".into());
    entity.insert("name".into(), names.join(", ").into());
    entity.insert("sha256".into(), binary.sha256.clone().into());
    let version = binary
        .build
        .get("python_version")
        .or(binary.build.get("version"));
    if let Some(version) = version {
        entity.insert("softwareVersion".into(), version.clone().into());
    }
    if !binary.build.is_empty() {
        let build = binary
            .build
            .iter()
            .map(|(key, value)| format!("{key}: {value}"));
        let build = build.collect::<Vec<_>>().join("; ");
        entity.insert("description".into(), build.into());
    }
    entity.into()
}

/// What one cell's program did in the run: it made records. None where there was no such program.
fn action(cell: &CellPrint, binaries: &BTreeMap<String, BinaryPrint>) -> Option<Value> {
    let program = binaries.get(&cell.name)?;
    let runner = program
        .build
        .get("runner")
        .and_then(|name| binaries.get(name));
    let mut instruments: Vec<Value> = [Some(program), runner]
        .into_iter()
        .flatten()
        .map(|binary| reference(&of_sha256(&binary.sha256)))
        .collect();
    instruments.dedup();
    let pocs = match cell.pocs.as_slice() {
        [] => "every PoC".to_owned(),
        pocs => format!("PoC {}", pocs.join(", ")),
    };
    Some(json!({
        "@id": format!("#cell-{}", cell.name),
        "@type": "CreateAction",
        "name": format!("Runs of {}", cell.name),
        "description": format!(
            "{} of the build {} for {}, in {pocs}. Records hold no time of day.",
            cell.tier, cell.build, cell.target
        ),
        "instrument": one_or_many(instruments),
        "object": reference(FINGERPRINT),
        "result": reference(RECORDS),
    }))
}

/// A single value stands by itself: RO-Crate asks for that.
fn one_or_many(mut values: Vec<Value>) -> Value {
    if values.len() == 1 {
        values.remove(0)
    } else {
        values.into()
    }
}

fn reference(id: &str) -> Value {
    json!({ "@id": id })
}
