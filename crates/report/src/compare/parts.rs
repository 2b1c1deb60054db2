//! The parts of two fingerprints that differ, and which of them a difference depends on.

use std::collections::{BTreeMap, BTreeSet};

use record::Fingerprint;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::Kind;
use crate::evidence::Evidence;
use crate::portability::RUNNER;

/// The parts that belong to the machine itself.
const MACHINE: &str = "machine.";

/// One part of the fingerprints that is not the same in both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Part {
    /// Its path in the fingerprint, for instance `machine.cpu.model`; cells are named by their names.
    pub part: String,
    /// What the first run has there; null where it has nothing.
    pub first: Option<String>,
    /// What the second run has there; likewise.
    pub second: Option<String>,
}

/// What a difference is of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Topic<'a> {
    pub(super) kind: Kind,
    pub(super) cell: &'a str,
    /// The program that ran; none where the difference is of the cell itself.
    pub(super) sample: Option<&'a str>,
}

/// All parts that differ.
#[derive(Debug)]
pub(super) struct Parts {
    differing: Vec<Part>,
    /// For each cell, the names under which fingerprints have what it depends on.
    programs: BTreeMap<String, BTreeSet<String>>,
    /// The input files of either run.
    inputs: BTreeSet<String>,
}

impl Parts {
    pub(super) fn between(runs: [&Evidence; 2]) -> Self {
        let [first, second] = runs.map(|run| run.fingerprint().map(flat).unwrap_or_default());
        let names: BTreeSet<&String> = first.keys().chain(second.keys()).collect();
        let differing = names.into_iter().filter_map(|name| {
            let (first, second) = (first.get(name), second.get(name));
            (first != second).then(|| Part {
                part: name.clone(),
                first: first.cloned(),
                second: second.cloned(),
            })
        });
        let prints = || runs.into_iter().filter_map(Evidence::fingerprint);
        let inputs = prints().flat_map(|print| print.inputs.keys().cloned());
        Self {
            differing: differing.collect(),
            programs: programs(runs),
            inputs: inputs.collect(),
        }
    }

    pub(super) fn into_vec(self) -> Vec<Part> {
        self.differing
    }

    /// Returns the names of the parts on which a difference depends: the cell's program and row, its oracle, what runs
    /// it, the sample and the settings; and the machine, where the difference is of it or nothing nearer differs.
    pub(super) fn reasons(&self, topic: Topic<'_>) -> Vec<String> {
        let near: Vec<String> = self.named(|part| self.is_near(part, topic));
        let machine = || self.named(|part| part.starts_with(MACHINE));
        match topic.kind {
            Kind::Machine => near.into_iter().chain(machine()).collect(),
            Kind::Behaviour | Kind::Missing if near.is_empty() => machine(),
            Kind::Behaviour | Kind::Missing => near,
        }
    }

    fn named(&self, which: impl Fn(&str) -> bool) -> Vec<String> {
        let parts = self.differing.iter().filter(|part| which(&part.part));
        parts.map(|part| part.part.clone()).collect()
    }

    fn is_near(&self, part: &str, topic: Topic<'_>) -> bool {
        let Some((section, rest)) = part.split_once('.') else {
            return false;
        };
        let of = |name: &str| {
            let rest = rest.strip_prefix(name);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        match section {
            "settings" => true,
            "cells" => of(topic.cell),
            "binaries" => {
                let names = self.programs.get(topic.cell);
                of(topic.cell) || names.is_some_and(|names| names.iter().any(|name| of(name)))
            }
            "inputs" => topic
                .sample
                .is_some_and(|sample| self.is_input(rest, sample)),
            _ => false,
        }
    }

    /// Says whether `path` is the file of `sample`, or, where the sample has no file of its own, one of its family's.
    fn is_input(&self, path: &str, sample: &str) -> bool {
        let file = format!("/{sample}.py");
        if self.inputs.iter().any(|input| input.ends_with(&file)) {
            return path.ends_with(&file);
        }
        let family = sample.split_once('/').map(|(family, _)| family);
        family.is_some_and(|family| path.starts_with(&format!("samples/{family}/")))
    }
}

/// For each cell its oracle, and the files that run its program.
fn programs(runs: [&Evidence; 2]) -> BTreeMap<String, BTreeSet<String>> {
    let mut programs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for run in runs {
        let binaries = run.fingerprint().map(|print| &print.binaries);
        for cell in run.cells() {
            let names = programs.entry(cell.name.clone()).or_default();
            names.extend(run.oracle_of(cell).map(|oracle| oracle.name.clone()));
            let binary = binaries.and_then(|binaries| binaries.get(&cell.name));
            let runner = binary.and_then(|binary| binary.build.get(RUNNER));
            let files = runner.into_iter().flat_map(|files| files.split(' '));
            names.extend(files.map(str::to_owned));
        }
    }
    programs
}

/// Everything that a fingerprint says, by its path in it.
fn flat(fingerprint: &Fingerprint) -> BTreeMap<String, String> {
    let mut flat = BTreeMap::new();
    // A fingerprint has string keys alone, so it can always be put into JSON.
    let value = serde_json::to_value(fingerprint).unwrap_or_default();
    flatten("", &value, &mut flat);
    flat
}

fn flatten(path: &str, value: &Value, flat: &mut BTreeMap<String, String>) {
    let below = |key: &str| match path {
        "" => key.to_owned(),
        _ => format!("{path}.{key}"),
    };
    match value {
        Value::Null => {}
        Value::Object(fields) => {
            for (key, value) in fields {
                flatten(&below(key), value, flat);
            }
        }
        Value::Array(rows) if path == "cells" => {
            for row in rows {
                let name = row.get("name").and_then(Value::as_str);
                flatten(&below(name.unwrap_or_default()), row, flat);
            }
        }
        Value::String(words) => {
            flat.insert(path.to_owned(), words.clone());
        }
        Value::Array(_) | Value::Bool(_) | Value::Number(_) => {
            flat.insert(path.to_owned(), value.to_string());
        }
    }
}
