//! What `./artifact fuzz` counted, taken over: hostile input is tried by programs of its own.

use std::collections::BTreeMap;
use std::path::Path;

use record::{FaultPart, FaultTrials, FaultTrialsSchema};
use serde::Deserialize;

use crate::FaultsError;

/// The summary: `tiers.fuzz/1`, as `fuzz/README.md` tells of it.
#[derive(Debug, Deserialize)]
struct Summary {
    targets: BTreeMap<String, Target>,
    mutations: Mutations,
}

/// What was fed to one target.
#[derive(Debug, Deserialize)]
struct Target {
    executions: u64,
    seconds: u64,
    edges: u64,
    crashes: u64,
    inputs_kept: u64,
}

/// What became of programs that chance wrote.
#[derive(Debug, Deserialize)]
struct Mutations {
    seed: u64,
    programs: u64,
    unsafe_accepts: u64,
    explain: Verb,
    diff: Verb,
}

/// How a verb took them.
#[derive(Debug, Deserialize)]
struct Verb {
    panics: u64,
    statuses: BTreeMap<String, u64>,
}

/// Reads the summary in the file at `path`: a row for each target, and one for each verb. `program_sha256` names the command
/// line that takes it over.
pub fn inputs(path: &Path, program_sha256: &str) -> Result<Vec<FaultTrials>, FaultsError> {
    let text = fs_err::read(path)?;
    let summary: Summary = serde_json::from_slice(&text).map_err(|error| FaultsError::Line {
        path: path.to_owned(),
        line: error.line(),
        why: error.to_string(),
    })?;
    let row = |work: &str, fault: &str, seed, tried, harmed| FaultTrials {
        schema: FaultTrialsSchema::V1,
        part: FaultPart::Input,
        work: work.into(),
        fault: fault.into(),
        seed,
        program_sha256: program_sha256.into(),
        tried,
        struck: tried,
        harmed,
        harm: Vec::new(),
        counts: BTreeMap::new(),
    };
    let mut rows: Vec<FaultTrials> = Vec::new();
    for (name, target) in &summary.targets {
        let mut fed = row(
            name,
            "bytes that a fuzzer made",
            None,
            target.executions,
            target.crashes,
        );
        fed.counts = counted([
            ("seconds", target.seconds),
            ("edges", target.edges),
            ("inputs_kept", target.inputs_kept),
        ]);
        rows.push(fed);
    }
    let Mutations {
        seed,
        programs,
        unsafe_accepts,
        explain,
        diff,
    } = &summary.mutations;
    for (name, verb, wrong) in [("explain", explain, 0), ("diff", diff, *unsafe_accepts)] {
        let harmed = verb.panics + wrong;
        let mut run = row(
            name,
            "programs that chance wrote",
            Some(*seed),
            *programs,
            harmed,
        );
        let statuses = verb.statuses.iter();
        run.counts = statuses
            .map(|(status, count)| (format!("status_{status}"), *count))
            .collect();
        rows.push(run);
    }
    Ok(rows)
}

fn counted<const N: usize>(counts: [(&str, u64); N]) -> BTreeMap<String, u64> {
    let counts = counts.into_iter();
    counts
        .map(|(name, count)| (name.to_owned(), count))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crashes_panics_and_unsafe_accepts_are_harm() {
        let summary = r#"{"schema":"tiers.fuzz/1",
            "targets":{"any":{"crashes":1,"edges":2,"executions":3,"inputs_kept":4,"seconds":5}},
            "mutations":{"seed":1,"programs":9,"samples":2,"unsafe_accepts":1,
                "explain":{"panics":0,"statuses":{"0":9}},"diff":{"panics":2,"statuses":{"0":7,"1":2}}}}"#;
        let file = tempfile::NamedTempFile::new().unwrap();
        fs_err::write(file.path(), summary).unwrap();
        let rows = inputs(file.path(), "00").unwrap();
        let told: Vec<_> = rows
            .iter()
            .map(|row| (row.work.as_str(), row.tried, row.harmed))
            .collect();
        assert_eq!(told, [("any", 3, 1), ("explain", 9, 0), ("diff", 9, 3)]);
        assert_eq!(rows[2].counts["status_1"], 2);
        fs_err::write(file.path(), "{").unwrap();
        let error = inputs(file.path(), "00").unwrap_err().to_string();
        assert!(error.contains("line 1"), "{error}");
    }
}
