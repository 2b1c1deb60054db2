//! `tiers corpus`: decisions beside what Light really prints.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::{Called, call, document, guests, repository};

/// A corpus of its own with results of its own.
struct Corpus {
    folder: tempfile::TempDir,
}

impl Corpus {
    fn of(programs: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let corpus = Self { folder };
        std::fs::create_dir(corpus.path("programs")).unwrap();
        for (name, source) in programs {
            std::fs::write(corpus.path("programs").join(name), source).unwrap();
        }
        corpus
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.path("results/corpus/programs.jsonl")).unwrap()
    }

    /// Returns the scores that were kept.
    fn kept(&self) -> Vec<record::CorpusScore> {
        record::read_scores(&self.path("results")).unwrap()
    }

    fn call_on(&self, what: &Path, options: &[&str]) -> Called {
        let results = self.path("results");
        let mut args = vec!["corpus", "--results", results.to_str().unwrap()];
        args.extend(options);
        args.push(what.to_str().unwrap());
        call(&args)
    }

    fn call(&self, options: &[&str]) -> Called {
        self.call_on(&self.path("programs"), options)
    }

    /// Returns the score, checked against the published shape, and the exit status.
    fn score(&self, options: &[&str]) -> (Value, i32) {
        let called = self.call(&[&["--format", "json"], options].concat());
        (document(&called, "tiers.corpus"), called.status)
    }
}

const RIGHT: (&str, &str) = ("right.py", "print(1 + 1)\n");
const WRONG: (&str, &str) = ("wrong.py", "print('begin')\nprint(round(2.675, 2))\n");
const UNSTABLE: (&str, &str) = ("unstable.py", "print(hash('a'))\n");
const TRIPS: (&str, &str) = (
    "trips.py",
    "import uuid, sqlite3\nprint(sqlite3.apilevel)\n",
);

#[test]
fn the_truth_is_what_the_interpreters_print() {
    let corpus = Corpus::of(&[RIGHT, WRONG, UNSTABLE, TRIPS]);
    let (score, status) = corpus.score(&[]);
    assert_eq!(status, 0, "{score:#}");
    assert_eq!(score["schema"], "tiers.corpus/1");
    assert_eq!(score["programs"], 3, "what is unstable is left out");
    assert_eq!(score["unstable"], serde_json::json!(["unstable.py"]));
    assert_eq!(score["light_identical"], 1);
    assert_eq!(score["unsafe_accepts"], 0);
    let policy = |name: &str| {
        let policies = score["policies"].as_array().unwrap();
        policies
            .iter()
            .find(|policy| policy["name"] == name)
            .unwrap()
            .clone()
    };
    let counts = |name: &str| {
        let policy = policy(name);
        let count = |field: &str| policy[field].as_u64().unwrap();
        [
            count("light_chosen"),
            count("unsafe_accepts"),
            count("fallbacks"),
        ]
    };
    assert_eq!(counts("always-light"), [3, 1, 1]);
    assert_eq!(counts("imports-only"), [2, 1, 0]);
    assert_eq!(counts("always-full"), [0, 0, 0]);
    assert!(policy("oracle")["regret"].as_f64().unwrap().abs() < 1e-9);
    assert!(policy("always-light")["cost_ratio"].as_f64().unwrap() > 0.0);
}

/// Rules that accept everything: what the verb is for.
#[test]
fn a_wrong_rule_is_caught() {
    let corpus = Corpus::of(&[RIGHT, WRONG, TRIPS]);
    let (score, status) = corpus.score(&["--negative-control"]);
    assert_eq!(status, 1);
    assert_eq!(
        (&score["light_safe"], &score["unsafe_accepts"]),
        (&3.into(), &1.into())
    );
    let caught = &score["unsafe_accepted"][0];
    assert_eq!(caught["program"], "wrong.py");
    assert_eq!(caught["difference"]["line"], 2);
    assert_eq!(caught["difference"]["cpython"], "2.67");
    assert_eq!(caught["difference"]["light"], "2.68");
    assert_eq!(score["fell_back"][0]["program"], "trips.py");
    assert_eq!(score["coverage"], 1.0);
    let human = corpus.call(&["--negative-control"]);
    assert_eq!(human.status, 1);
    let line = "wrong.py: line 2 is \"2.67\" on python3, \"2.68\" on Light";
    assert!(human.stdout.contains(line), "{}", human.stdout);
}

#[test]
fn shards_merge_by_appending_and_nothing_runs_twice() {
    let corpus = Corpus::of(&[RIGHT, WRONG, TRIPS]);
    let (first, _) = corpus.score(&["--shard", "1/2"]);
    assert_eq!(first["programs"], 2);
    let here = corpus.log();
    let (second, _) = corpus.score(&["--shard", "2/2", "--name", "other"]);
    assert_eq!(second["programs"], 1);
    let there = std::fs::read_to_string(corpus.path("results/corpus/other.jsonl")).unwrap();
    // A line that was being written when its machine went away.
    let merged = format!("{here}{there}{{\"schema\":");
    std::fs::write(corpus.path("results/corpus/programs.jsonl"), &merged).unwrap();
    let (whole, _) = corpus.score(&[]);
    assert_eq!(
        (&whole["programs"], corpus.log()),
        (&3.into(), format!("{here}{there}"))
    );
}

#[test]
fn a_trial_is_of_the_published_shape() {
    let corpus = Corpus::of(&[RIGHT]);
    corpus.score(&[]);
    let trial = Called {
        status: 0,
        stdout: corpus.log(),
        stderr: String::new(),
    };
    let trial = document(&trial, "tiers.trial");
    assert_eq!(
        (&trial["program"], &trial["oracle"]["status"]),
        (&"right.py".into(), &0.into())
    );
}

#[test]
fn the_score_of_a_whole_corpus_is_kept_once() {
    let corpus = Corpus::of(&[RIGHT, WRONG, UNSTABLE, TRIPS]);
    corpus.score(&["--shard", "1/2"]);
    assert_eq!(corpus.kept(), [], "a part is no corpus");
    let (printed, _) = corpus.score(&[]);
    corpus.score(&[]);
    let kept = corpus.kept();
    assert_eq!(kept.len(), 1, "nothing is doubled");
    let score = &kept[0];
    assert_eq!(
        (
            score.corpus.as_str(),
            score.listed,
            score.programs,
            score.unstable
        ),
        ("programs", 4, 3, 1)
    );
    assert_eq!(printed["rules_sha256"], score.rules_sha256.as_str());
    assert_eq!(printed["corpus_sha256"], score.corpus_sha256.as_str());
    assert_eq!((score.message_free, score.message_free_differing), (3, 2));
    corpus.score(&["--negative-control"]);
    let kept = corpus.kept();
    assert_eq!(
        (
            kept[1].negative_control,
            kept[1].unsafe_accepts,
            kept[1].light_safe
        ),
        (true, 1, 3)
    );
    let line = std::fs::read_to_string(corpus.path("results/corpus/scores.jsonl")).unwrap();
    let first = Called {
        status: 0,
        stdout: line.lines().next().unwrap().into(),
        stderr: String::new(),
    };
    document(&first, "tiers.corpus-score");
}

/// The first part of a quick run's share; the corpora of others are named, with what brings them.
#[test]
fn poc_8_scores_the_projects_own_corpus() {
    let results = tempfile::tempdir().unwrap();
    let folder = results.path().join("r");
    let called = call(&[
        "poc",
        "8",
        "--quick",
        "--results",
        folder.to_str().unwrap(),
        "--format",
        "json",
    ]);
    assert_eq!(called.status, 0, "{}", called.stderr);
    let document = document(&called, "tiers.poc");
    let score = &document["corpora"][0];
    assert_eq!(score["corpus"], "ordinary-judge", "{document:#}");
    assert!(score["programs"].as_u64().unwrap() >= 4, "{score:#}");
    assert_eq!(score["unsafe_accepts"], 0, "{score:#}");
    let records = std::fs::read_to_string(folder.join("records.jsonl")).unwrap();
    let is_here = repository()
        .join("target/corpora/humaneval/manifest.toml")
        .exists();
    assert_eq!(records.contains("provision/corpora humaneval"), !is_here);
}

#[test]
fn another_cell_can_be_judged() {
    let corpus = Corpus::of(&[RIGHT]);
    let (score, status) = corpus.score(&["--cell", "light-standalone-x86_64"]);
    assert_eq!(
        (status, &score["cell"]),
        (0, &"light-standalone-x86_64".into())
    );
    assert_eq!(corpus.call(&["--cell", "no-such-cell"]).status, 2);
}

#[test]
fn a_corpus_that_is_none_is_refused() {
    let corpus = Corpus::of(&[]);
    assert_eq!(corpus.call(&[]).status, 2, "no programs");
    assert_eq!(corpus.call(&["--shard", "3/2"]).status, 2);
    assert_eq!(corpus.call(&["--name", "../up"]).status, 2);
    let other = Corpus::of(&[RIGHT]);
    let manifest = other.path("m.toml");
    let sum = "0".repeat(64);
    let text = format!(
        "schema = \"tiers.corpus-manifest/1\"\n[[program]]\nfile = \"programs/right.py\"\nsha256 = \"{sum}\"\n"
    );
    std::fs::write(&manifest, text).unwrap();
    let called = other.call_on(&manifest, &[]);
    assert_eq!(called.status, 1);
    assert!(
        called.stderr.contains("another program"),
        "{}",
        called.stderr
    );
}

/// The halves are divided by checksum, so that nobody chooses; `expected` is what CPython prints.
#[test]
fn the_ordinary_programs_are_as_their_readme_says() {
    let ordinary = repository().join("samples/corpora/ordinary");
    let mut programs = 0;
    for (half, parity) in [("tune", 0), ("judge", 1)] {
        for entry in ordinary.join(half).read_dir().unwrap() {
            let file = entry.unwrap().path();
            if file.extension().is_none_or(|extension| extension != "py") {
                continue;
            }
            programs += 1;
            let sum = record::sha256_hex(&std::fs::read(&file).unwrap());
            let last = u8::from_str_radix(&sum[62..], 16).unwrap();
            assert_eq!(last % 2, parity, "{file:?} is in the wrong half");
            let ran = std::process::Command::new(guests().join("python3"))
                .env("PYTHONHASHSEED", "0")
                .arg(&file)
                .output()
                .unwrap();
            let expected = std::fs::read(file.with_extension("expected")).unwrap();
            assert!(ran.status.success() && ran.stdout == expected, "{file:?}");
        }
    }
    assert!(programs >= 150, "{programs}");
}
