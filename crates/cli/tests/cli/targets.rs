//! Cells of other targets: what runs them, what they are compared with, what is never timed.
//!
//! Full stands in for a guest of another target: env starts it, as an emulator would.

use std::collections::BTreeMap;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::{Called, SmallProject, called, document, repository, tiers};

const CARRIED: &str = "full-carried-aarch64";
const OTHER: &str = "python4-x86_64";
const ATTEMPT: &str = "full-tried-aarch64";

const CELLS: &str = r#"
[[cell]]
name = "python4-x86_64"
tier = "oracle"
build = "python4"
target = "x86_64"
role = "other-oracle"
pocs = ["0", "1", "2", "3", "4", "4.5", "5", "6", "7", "8"]
program = "python4"
run = ["{program}", "{file}", "{args}"]
provision = "get python4"

[[cell]]
name = "full-carried-aarch64"
tier = "full"
build = "carried"
target = "aarch64"
oracle = "python4-x86_64"
emulated = true
pocs = ["0", "1", "2", "3", "4", "4.5", "5", "6", "7", "8"]
session = true
program = "tier-full"
run = ["{guests}/env", "{program}", "exec", "{file}", "{args}"]
provision = "get full"

[[cell]]
name = "full-one-wasm32-wasip1"
tier = "full"
build = "one"
target = "wasm32-wasip1"
pocs = ["7"]
program = "tier-full"
run = ["{guests}/env", "{program}", "exec", "{file}", "{args}"]
provision = "get full"

[[cell]]
name = "full-two-wasm32-wasip1"
tier = "full"
build = "two"
target = "wasm32-wasip1"
pocs = ["7"]
program = "tier-full"
run = ["{guests}/env", "-", "{program}", "exec", "{file}", "{args}"]
provision = "get full"

[[cell]]
name = "full-tried-aarch64"
tier = "full"
build = "tried"
target = "aarch64"
role = "attempt"
pocs = ["4", "4.5", "5"]
obstacle = "no libpython"
program = "tried"
run = ["{program}"]
provision = "get tried"
"#;

/// A small project with a cell of another target, and a folder of guests for it.
struct Travelling {
    project: SmallProject,
    guests: PathBuf,
}

impl Travelling {
    fn new() -> Self {
        let project = SmallProject::new();
        let cells = project.path("cells.toml");
        let text = std::fs::read_to_string(&cells).unwrap() + CELLS;
        std::fs::write(&cells, text).unwrap();
        let guests = project.path("guests");
        std::fs::create_dir(&guests).unwrap();
        let travelling = Self { project, guests };
        travelling.link("python3", &crate::support::guests().join("python3"));
        travelling.link("python4", &crate::support::guests().join("python3"));
        travelling.link("tier-full", &crate::support::guests().join("tier-full"));
        travelling.link("env", Path::new("/usr/bin/env"));
        let tried = travelling.project.path("tried");
        let script = format!(
            "echo tried >>{}; echo no libpython >&2; exit 1",
            tried.display()
        );
        travelling.script("tried", &script);
        travelling
    }

    fn link(&self, name: &str, to: &Path) {
        symlink(to.canonicalize().unwrap(), self.guests.join(name)).unwrap();
    }

    fn script(&self, name: &str, script: &str) {
        let path = self.guests.join(name);
        let _ = std::fs::remove_file(&path);
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn call(&self, args: &[&str]) -> Called {
        let mut command = self.project.command(args);
        called(&command.env("TIERS_GUESTS", &self.guests).output().unwrap())
    }

    fn records(&self, results: &str) -> Vec<Value> {
        let path = self.project.path(results).join("records.jsonl");
        let text = std::fs::read_to_string(path).unwrap();
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

fn cells(value: &Value) -> BTreeMap<&str, &Value> {
    let cells = value["cells"].as_array().unwrap();
    cells
        .iter()
        .map(|cell| (cell["cell"].as_str().unwrap(), cell))
        .collect()
}

/// Returns the PoCs in which `metric` was observed of a sample without a size on a cell.
fn pocs_with(records: &[Value], cell: &str, sample: &str, metric: &str) -> Vec<String> {
    let found = records.iter().filter(|record| {
        let subject = &record["subject"];
        let of_it = subject["cell"] == cell && subject["sample"] == sample;
        of_it && subject["m"].is_null() && record["metric"] == metric
    });
    found
        .map(|record| record["subject"]["poc"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn every_poc_runs_there_and_nothing_is_timed_or_made_twice() {
    let travelling = Travelling::new();
    let run = travelling.call(&["reproduce", "--quick", "--results", "r", "--out", "book"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let records = travelling.records("r");
    let is_timed = |cell: &str| {
        records.iter().any(|record| {
            let subject = &record["subject"];
            subject["cell"] == cell && record["metric"] == "wall" && !subject["m"].is_null()
        })
    };
    assert!(!is_timed(CARRIED), "what is emulated is never timed");
    assert!(!is_timed(OTHER), "another oracle is never timed");
    assert!(is_timed("python3-again-x86_64"));
    assert!(
        !is_timed("full-one-wasm32-wasip1"),
        "a quick run times this machine's own target"
    );
    let sample = "04_abc_abstractmethod";
    let of = |cell, metric| pocs_with(&records, cell, sample, metric);
    for cell in [CARRIED, OTHER] {
        for metric in ["stdout", "exit_status", "peak_memory"] {
            let asked = ["3", "4.5", "5", "6", "7", "8"];
            assert_eq!(of(cell, metric), asked, "{cell}, {metric}");
        }
        assert_eq!(of(cell, "wall"), ["3"], "{cell} ran it once");
    }
    let said = |poc: &str| {
        let found = records.iter().find(|record| {
            let subject = &record["subject"];
            let of_it = subject["cell"] == ATTEMPT && subject["poc"] == poc;
            of_it && record["metric"] == "outcome"
        });
        found.map(|record| record["value"].as_str().unwrap().to_owned())
    };
    let note = records.iter().find(|record| {
        let subject = &record["subject"];
        subject["cell"] == CARRIED && subject["poc"] == "4" && record["metric"] == "detail"
    });
    assert_eq!(
        note.unwrap()["value"],
        "calls were not counted for lack of env-counting: get full"
    );
    let peaks = records.iter().filter(|record| {
        record["metric"] == "peak_memory" && record["subject"]["cell"] == "python3-x86_64"
    });
    let peak = peaks
        .filter_map(|record| record["value"].as_u64())
        .max()
        .unwrap();
    assert!(peak < 30 << 20, "{peak}: not what the host holds");
    for poc in ["4", "4.5", "5"] {
        assert_eq!(said(poc).as_deref(), Some("blocked"), "PoC {poc}");
    }
    let tried = std::fs::read_to_string(travelling.project.path("tried")).unwrap();
    assert_eq!(tried, "tried\n", "an attempt is made once");
    // It needs its library's files, wherever it is run.
    let alone = pocs_with(&records, CARRIED, "-", "self_contained");
    assert_eq!(alone, ["5", "6", "7"]);
    let binaries = std::fs::read_to_string(travelling.project.path("r/fingerprint.json")).unwrap();
    let binaries: Value = serde_json::from_str(&binaries).unwrap();
    assert!(binaries["binaries"]["env"]["sha256"].is_string());
}

#[test]
fn a_session_is_held_through_what_runs_the_program() {
    let travelling = Travelling::new();
    let args = ["--quick", "--format", "json", "--target", "aarch64"];
    // Of PoC 1's table a quick run takes a part there, the first row among it.
    for (poc, samples) in [("0", 4), ("1", 1)] {
        let run = travelling.call(&[&["poc", poc], &args[..]].concat());
        assert_eq!(run.status, 0, "{}", run.stderr);
        let value = document(&run, "tiers.poc");
        let cells = cells(&value);
        let names: Vec<&str> = cells.keys().copied().collect();
        assert_eq!(
            names,
            [CARRIED, "python3-x86_64", OTHER],
            "no other target's"
        );
        let found = cells[CARRIED]["samples"].as_array().unwrap();
        assert_eq!(found.len(), samples, "PoC {poc}: {found:?}");
        for sample in found {
            assert_eq!(sample["verdict"], "PASS", "{sample}");
        }
    }
}

#[test]
fn a_cell_is_judged_by_the_oracle_that_it_names() {
    let travelling = Travelling::new();
    travelling.script("python4", "echo something else");
    let sample = "samples/idioms/01_metaclass_registry.py";
    let both = format!("full-static-x86_64,{CARRIED}");
    let run = travelling.call(&["diff", "--cells", &both, sample]);
    assert_eq!(run.status, 1, "{run:?}");
    let verdicts = run.stdout.lines().filter(|line| line.contains(sample));
    let verdicts: Vec<&str> = verdicts.collect();
    assert!(
        verdicts[0].starts_with("PASS  full-static-x86_64"),
        "{verdicts:?}"
    );
    assert!(
        verdicts[1].starts_with("DIFF  full-carried-aarch64"),
        "{verdicts:?}"
    );

    let run = travelling.call(&["diff", "--cells", CARRIED, "--format", "json", sample]);
    let value = document(&run, "tiers.diff");
    let other = &value["programs"][0]["cells"][0]["other_oracle"];
    assert_eq!(other["cell"], OTHER);

    std::fs::remove_file(travelling.guests.join("python4")).unwrap();
    let run = travelling.call(&["diff", "--cells", CARRIED, sample]);
    assert_eq!(run.status, 3, "{run:?}");
    assert!(run.stderr.contains("there is no python4"), "{run:?}");
    assert!(
        run.stderr.contains("hint: get python4 provides it"),
        "{run:?}"
    );
    let run = travelling.call(&["diff", "--cells", ATTEMPT, sample]);
    assert_eq!(run.status, 2, "{run:?}");
}

#[test]
fn what_runs_a_program_has_to_be_there() {
    let travelling = Travelling::new();
    std::fs::remove_file(travelling.guests.join("env")).unwrap();
    let run = travelling.call(&["poc", "8", "--quick", "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let value = document(&run, "tiers.poc");
    let cell = cells(&value)[CARRIED];
    assert_eq!(cell["outcome"], "not-provisioned", "{cell}");
    assert_eq!(cell["detail"], "get full");
}

#[test]
fn the_doctor_tells_how_to_get_each_cell() {
    let nothing = tempfile::tempdir().unwrap();
    let mut command = tiers();
    command.arg("doctor").env("TIERS_GUESTS", nothing.path());
    let doctor = called(&command.output().unwrap());
    assert_eq!(doctor.status, 0, "{doctor:?}");
    let text = std::fs::read_to_string(repository().join("cells.toml")).unwrap();
    for cell in text.split("[[cell]]").skip(1) {
        let field = |key: &str| {
            let line = cell.lines().find_map(|line| line.strip_prefix(key));
            line.and_then(|line| line.split('"').nth(1)).unwrap()
        };
        let (name, provision) = (field("name = "), field("provision = "));
        let row = doctor.stdout.lines().find(|row| row.contains(name));
        let row = row.unwrap_or_else(|| panic!("{name} is not told of"));
        assert!(row.contains(" no ") && row.contains(provision), "{row}");
    }
}

#[test]
fn a_target_that_there_is_not_is_refused() {
    let project = SmallProject::new();
    let run = project.call(&["poc", "8", "--quick", "--target", "aarch64"]);
    assert_eq!(run.status, 2, "{run:?}");
    let said = "no cell in cells.toml runs on aarch64; there are cells on: ";
    assert!(run.stderr.contains(said), "{run:?}");
}
