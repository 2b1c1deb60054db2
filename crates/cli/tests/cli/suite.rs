//! A suite of programs, on the guests as they were built.

use std::fmt::Write as _;

use serde_json::Value;

use crate::support::{SmallProject, document};

const LIGHT: &str = "light-standalone-x86_64";

/// Programs as a manifest names them: one that is right everywhere, one whose words differ on Light, one that fails.
const PROGRAMS: [(&str, &str); 3] = [
    ("sums/run_benchmark.py", "print(sum(range(1000)))\n"),
    ("words/run_benchmark.py", "import sys\nprint(sys.version)\n"),
    ("broken/run_benchmark.py", "raise SystemExit('no data')\n"),
];

fn project() -> SmallProject {
    let project = SmallProject::new();
    let kept = ["python3-x86_64", "python3-again-x86_64", LIGHT];
    project.keep_cells(|name| kept.contains(&name));
    let mut manifest = "schema = \"tiers.corpus-manifest/1\"\nroot = \"programs\"\n".to_owned();
    for (file, source) in PROGRAMS {
        let path = project.path(&format!("programs/{file}"));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, source).unwrap();
        let sha256 = record::sha256_hex(source.as_bytes());
        let _ = write!(
            manifest,
            "\n[[program]]\nfile = \"{file}\"\nsha256 = \"{sha256}\"\n"
        );
    }
    std::fs::write(project.path("manifest.toml"), manifest).unwrap();
    project
}

fn row<'a>(value: &'a Value, work: &str, cell: &str) -> &'a Value {
    let mut rows = value["rows"].as_array().unwrap().iter();
    rows.find(|row| row["work"] == work && row["cell"] == cell)
        .unwrap()
}

#[test]
fn each_program_is_timed_where_it_comes_to_the_same() {
    let project = project();
    let words = ["bench", "--suite", "manifest.toml", "--quick"];
    let called = project.call(&[&words[..], &["--format", "json", "--results", "kept"]].concat());
    assert_eq!(called.status, 0, "{}", called.stderr);
    let value = document(&called, "tiers.bench");
    assert!(row(&value, "sums", LIGHT)["ratio_to_python3"]["median"].is_number());
    assert_eq!(row(&value, "words", LIGHT)["disagreeing"], 1);
    assert!(row(&value, "words", LIGHT)["median_ms"].is_null());
    let means = value["means"].as_array().unwrap();
    let mean = means.iter().find(|mean| mean["cell"] == LIGHT).unwrap();
    assert_eq!((&mean["same"], &mean["programs"]), (&1.into(), &3.into()));
    assert!(project.path("kept/suite/complete.json").exists());
}

#[test]
fn a_program_that_is_another_is_named() {
    let project = project();
    std::fs::write(project.path("programs/sums/run_benchmark.py"), "print(2)\n").unwrap();
    let called = project.call(&["bench", "--suite", "manifest.toml", "--quick"]);
    assert_ne!(called.status, 0);
    assert!(
        called.stderr.contains("sums/run_benchmark.py"),
        "{}",
        called.stderr
    );
}

#[test]
fn programs_of_one_name_are_refused() {
    let project = project();
    let source = "print(3)\n";
    std::fs::write(project.path("programs/sums.py"), source).unwrap();
    let manifest = std::fs::read_to_string(project.path("manifest.toml")).unwrap();
    let sha256 = record::sha256_hex(source.as_bytes());
    let one_more = format!("\n[[program]]\nfile = \"sums.py\"\nsha256 = \"{sha256}\"\n");
    std::fs::write(project.path("manifest.toml"), manifest + &one_more).unwrap();
    let called = project.call(&["bench", "--suite", "manifest.toml", "--quick"]);
    assert_eq!(called.status, 2, "{}", called.stderr);
    assert!(called.stderr.contains("called sums"), "{}", called.stderr);
}
