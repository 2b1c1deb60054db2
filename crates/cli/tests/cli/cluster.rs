//! A corpus on many machines: the examples' scripts, with what a cluster would set set by hand.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::support::{call, repository};

const PROGRAMS: [(&str, &str); 5] = [
    ("a.py", "print(1 + 1)\n"),
    ("b.py", "print('begin')\nprint(round(2.675, 2))\n"),
    ("c.py", "print(hash('a'))\n"),
    ("d.py", "print([number * 2 for number in range(3)])\n"),
    ("e.py", "print({'a': 1})\n"),
];

const SHARDS: usize = 3;

fn corpus() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("programs")).unwrap();
    for (name, source) in PROGRAMS {
        std::fs::write(folder.path().join("programs").join(name), source).unwrap();
    }
    folder
}

/// Runs one of the examples on the corpus in `folder`.
fn example(script: &str, args: &[&str], folder: &Path, set: &[(&str, String)]) -> Output {
    let mut command = Command::new(repository().join("examples/cluster").join(script));
    command
        .args(args)
        .current_dir(repository())
        .stdin(Stdio::null())
        .env("TIERS", env!("CARGO_BIN_EXE_tiers"))
        .env("CORPUS", folder.join("programs"))
        .env("NAME", "programs")
        .env("RESULTS", folder.join("results"));
    for (variable, value) in set {
        command.env(variable, value);
    }
    command.output().unwrap()
}

/// What each program did, without how long it took.
fn did(log: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(log).unwrap();
    let trials = text.lines().map(|line| {
        let mut trial: Value = serde_json::from_str(line).unwrap();
        for run in ["oracle", "again", "full", "light"] {
            trial[run].as_object_mut().unwrap().remove("wall_ns");
        }
        // Another hash seed, and the program prints another number.
        if trial["program"] == "c.py" {
            trial["again"] = Value::Null;
        }
        trial
    });
    let mut trials: Vec<Value> = trials.collect();
    trials.sort_by_key(|trial| trial["program"].to_string());
    trials
}

/// The counts of a kept score, without choices, which are of times.
fn counted(results: &Path) -> Value {
    let mut scores = record::read_scores(results).unwrap();
    let mut score = serde_json::to_value(scores.pop().unwrap()).unwrap();
    score.as_object_mut().unwrap().remove("choices");
    score
}

/// Runs all shards by `shard`, merges them, and sees that this comes to what one machine comes to.
#[track_caller]
fn merges_to_the_whole(lost: Option<usize>, shard: impl Fn(usize, &Path) -> Output) {
    let corpus = corpus();
    for number in (1..=SHARDS).filter(|number| Some(*number) != lost) {
        let output = shard(number, corpus.path());
        assert!(output.status.success(), "{output:?}");
    }
    let merged = example("merge", &[&SHARDS.to_string()], corpus.path(), &[]);
    let alone = corpus.path().join("alone");
    let unsharded = call(&[
        "corpus",
        corpus.path().join("programs").to_str().unwrap(),
        "--results",
        alone.to_str().unwrap(),
    ]);
    assert_eq!(merged.status.code(), Some(unsharded.status), "{merged:?}");
    let whole = corpus.path().join("results/whole");
    assert_eq!(
        did(&whole.join("corpus/programs.jsonl")),
        did(&alone.join("corpus/programs.jsonl"))
    );
    assert_eq!(counted(&whole), counted(&alone));
}

#[test]
fn a_slurm_array_comes_to_what_one_machine_comes_to() {
    merges_to_the_whole(None, |number, folder| {
        let set = [
            ("SLURM_ARRAY_TASK_ID", number.to_string()),
            ("SLURM_ARRAY_TASK_COUNT", SHARDS.to_string()),
            ("SLURM_SUBMIT_DIR", repository().display().to_string()),
        ];
        example("slurm.sh", &[], folder, &set)
    });
}

#[test]
fn an_indexed_job_comes_to_what_one_machine_comes_to_though_a_pod_was_lost() {
    merges_to_the_whole(Some(2), |number, folder| {
        let set = [
            ("JOB_COMPLETION_INDEX", (number - 1).to_string()),
            ("SHARDS", SHARDS.to_string()),
        ];
        example("kubernetes.sh", &[], folder, &set)
    });
}

#[test]
fn every_example_divides_into_as_many_parts_as_it_puts_together() {
    let read = |name: &str| {
        let path = repository().join("examples/cluster").join(name);
        std::fs::read_to_string(path).unwrap()
    };
    let job = read("kubernetes.yaml");
    for line in ["completions: 8", "value: \"8\""] {
        assert!(job.contains(line), "{line}");
    }
    assert!(read("kubernetes-merge.yaml").contains("[examples/cluster/merge, \"8\"]"));
    let array = read("slurm.sh");
    assert!(array.contains("--array=1-8\n") && array.contains("examples/cluster/merge 8"));
}
