//! The PoCs before the seventh, on the real guests.

use std::os::unix::fs::PermissionsExt as _;

use serde_json::Value;

use crate::support::{SmallProject, call, called, document, guests, home};

/// Runs a PoC quickly; every cell must have an outcome, and none may have failed.
#[track_caller]
fn poc(id: &str) -> Value {
    let called = call(&["poc", id, "--quick", "--format", "json"]);
    let value = document(&called, "tiers.poc");
    assert_eq!((called.status, &value["poc"]), (0, &id.into()));
    for cell in value["cells"].as_array().unwrap() {
        assert!(cell["outcome"].is_string(), "{cell}");
        assert_ne!(cell["outcome"], "failed", "{cell}");
    }
    value
}

fn cell<'a>(value: &'a Value, name: &str) -> &'a Value {
    let cells = value["cells"].as_array().unwrap();
    let found = cells.iter().find(|cell| cell["cell"] == name);
    found.unwrap_or_else(|| panic!("there is no {name}"))
}

/// Returns how many samples a cell has, and those that did not pass.
fn verdicts(cell: &Value) -> (usize, Vec<&str>) {
    let samples = cell["samples"].as_array().unwrap();
    let others = samples.iter().filter(|sample| sample["verdict"] != "PASS");
    let names = others.map(|sample| sample["sample"].as_str().unwrap());
    (samples.len(), names.collect())
}

#[track_caller]
fn figure(cell: &Value, name: &str) -> f64 {
    let figures = cell["figures"].as_array().unwrap();
    let found = figures.iter().find(|figure| figure["name"] == name);
    found.unwrap_or_else(|| panic!("there is no {name}: {figures:?}"))["value"]
        .as_f64()
        .unwrap()
}

/// A figure that counts, without the fraction that JSON gives it.
#[track_caller]
fn count(cell: &Value, name: &str) -> String {
    format!("{:.0}", figure(cell, name))
}

/// Whether this machine has a cell's program. `./artifact test` fails where it cannot bring one; Nix leaves some out.
fn is_provisioned(program: &str) -> bool {
    guests().join(program).exists()
}

const FULL: &str = "full-static-x86_64";
const LIGHT: &str = "light-standalone-x86_64";

#[test]
fn poc_0_a_host_runs_python() {
    let value = poc("0");
    for name in [FULL, LIGHT] {
        assert_eq!(verdicts(cell(&value, name)), (4, vec![]), "{name}");
    }
}

#[test]
fn poc_1_values_cross_and_come_back() {
    let value = poc("1");
    for name in [FULL, LIGHT] {
        let cell = cell(&value, name);
        assert!(figure(cell, "values/checked") >= 10_000.0, "{name}");
        assert_eq!(count(cell, "values/changed"), "0", "{name}");
        assert!(figure(cell, "values/table") >= 60.0, "{name}");
        assert_eq!(
            count(cell, "values/table"),
            count(cell, "values/unchanged"),
            "{name}"
        );
    }
    assert_eq!(verdicts(cell(&value, FULL)).1, Vec::<&str>::new());
}

#[test]
fn poc_2_full_is_exact_on_every_construct() {
    let value = poc("2");
    let (count, others) = verdicts(cell(&value, FULL));
    assert!(count >= 60, "{count}");
    assert_eq!(others, Vec::<&str>::new());
    assert_eq!(verdicts(cell(&value, LIGHT)).0, count);
}

/// The control is in the last lines: where calls share an interpreter, the very same check sees what was left.
#[test]
fn poc_4_nothing_crosses_between_calls_unless_they_share_an_interpreter() {
    let value = poc("4");
    for name in [FULL, LIGHT] {
        let cell = cell(&value, name);
        for way in ["process", "isolate"] {
            let tried = figure(cell, &format!("isolation/{way}/tried"));
            assert!(tried >= 14.0, "{name}, {way}: {tried}");
            let crossed = count(cell, &format!("isolation/{way}/crossed"));
            assert_eq!(crossed, "0", "{name}, {way}");
        }
        // RustPython has no audit hooks to leave; what is left for the exit no later program of the interpreter can see.
        let [tried, crossed] =
            ["tried", "crossed"].map(|what| figure(cell, &format!("isolation/shared/{what}")));
        let blind = tried - crossed;
        assert!(blind < 2.5, "{name}: the check is blind to {blind} things");
    }
}

#[test]
fn the_papers_attempts_meet_the_obstacles_that_it_names() {
    let value = poc("5");
    for (name, program, obstacle) in [
        (
            "full-attempt-aarch64",
            "attempt-full-aarch64",
            "cannot find -lpython3.12",
        ),
        (
            "full-attempt-wasm32-wasip1",
            "attempt-full-wasm32-wasip1",
            "PYO3_CROSS_PYTHON_VERSION",
        ),
    ] {
        let cell = cell(&value, name);
        let detail = cell["detail"].as_str().unwrap();
        if is_provisioned(program) {
            assert_eq!(cell["outcome"], "blocked", "{cell}");
            assert!(detail.contains(obstacle), "{detail}");
            assert!(!detail.contains(&home()), "{detail}");
        } else {
            assert_eq!(cell["outcome"], "not-provisioned", "{cell}");
            assert_eq!(detail, "./artifact build all");
        }
    }
}

#[test]
fn only_the_obstacle_that_the_paper_names_counts_as_blocked() {
    let project = SmallProject::new();
    project.keep_cells(|name| name == "python3-x86_64" || name.starts_with("full-attempt"));
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, script: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    };
    std::os::unix::fs::symlink(
        guests().join("python3").canonicalize().unwrap(),
        folder.path().join("python3"),
    )
    .unwrap();
    let try_both = |aarch64: &str, wasm: &str| {
        put("attempt-full-aarch64", aarch64);
        put("attempt-full-wasm32-wasip1", wasm);
        let mut command = project.command(&["poc", "5", "--quick", "--format", "json"]);
        let called = called(&command.env("TIERS_GUESTS", folder.path()).output().unwrap());
        let value: Value = serde_json::from_str(&called.stdout).expect(&called.stderr);
        let outcome = |name| cell(&value, name)["outcome"].as_str().unwrap().to_owned();
        let outcomes = [
            outcome("full-attempt-aarch64"),
            outcome("full-attempt-wasm32-wasip1"),
        ];
        (called.status, outcomes)
    };
    let blocked = "echo 'ld: cannot find -lpython3.12' >&2; exit 101";
    let broken = "echo 'no space left on device' >&2; exit 101";
    assert_eq!(
        try_both(blocked, broken),
        (1, ["blocked", "failed"].map(str::to_owned))
    );
    assert_eq!(
        try_both("exit 0", "exit 3"),
        (0, ["result", "not-provisioned"].map(str::to_owned))
    );
    // What a build script says in passing, whatever it fails for.
    let passing = "echo cargo:rerun-if-env-changed=PYO3_CROSS_PYTHON_VERSION >&2; exit 101";
    assert_eq!(
        try_both("exit 3", passing),
        (1, ["not-provisioned", "failed"].map(str::to_owned))
    );
}

#[test]
fn poc_4_5_every_link_of_the_chain_is_timed_and_counted() {
    let value = poc("4.5");
    for (name, program) in [
        ("full-shared-x86_64", "tier-full-shared"),
        ("full-plain-x86_64", "tier-full-plain"),
        ("full-static-x86_64", "tier-full"),
        ("full-bare-x86_64", "tier-full-factors"),
        ("full-no-site-x86_64", "tier-full-factors"),
        ("full-given-paths-x86_64", "tier-full-factors"),
        ("full-no-finalize-x86_64", "tier-full-factors"),
        ("full-malloc-x86_64", "tier-full-factors"),
        ("full-no-lto-x86_64", "tier-full-factors-no-lto"),
        ("full-pgo-x86_64", "tier-full-factors-pgo"),
    ] {
        let cell = cell(&value, name);
        if !is_provisioned(program) {
            assert_eq!(cell["outcome"], "not-provisioned", "{cell}");
            continue;
        }
        assert_eq!(cell["outcome"], "result", "{cell}");
        assert_eq!(verdicts(cell), (20, vec![]), "{name}");
        figure(cell, "factor/startup/share");
        if is_provisioned("valgrind") {
            figure(cell, "factor/startup/instructions");
        }
    }
}
