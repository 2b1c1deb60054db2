//! What the fuzzer kept is fed again, and what a seeded generator makes of it.

use fuzzing::mutate::Mutator;
use fuzzing::{TARGETS, Target};

const SEED: u64 = 1;

/// How many mutations are fed to each target.
const MUTATIONS: u64 = 4000;

fn replay(name: &str) {
    let target = TARGETS.iter().find(|target| target.name == name).unwrap();
    let kept = target.kept().unwrap();
    assert!(!kept.is_empty(), "nothing is kept for {name}");
    for bytes in &kept {
        (target.feed)(bytes);
    }
    mutate(target, &kept);
}

fn mutate(target: &Target, kept: &[Vec<u8>]) {
    for number in 0..MUTATIONS {
        let input = Mutator::new(kept, SEED, number).input();
        (target.feed)(&input);
    }
}

#[test]
fn any() {
    replay("any");
}

#[test]
fn decision() {
    replay("decision");
}

#[test]
fn manifests() {
    replay("manifests");
}

#[test]
fn protocol() {
    replay("protocol");
}

#[test]
fn records() {
    replay("records");
}
