//! Faults that were made, programs that were built twice, and a run that was made twice.

use std::collections::BTreeMap;

use record::{
    BuiltOnce, FaultPart, FaultTrials, FaultTrialsSchema, Rebuild, RebuildSchema, RebuiltUnder,
};

use super::*;

fn told(evidence: Evidence, markdown: &str) -> String {
    Preprocessor::new(evidence)
        .page("page.md", markdown)
        .unwrap()
}

fn interrupted() -> FaultTrials {
    FaultTrials {
        schema: FaultTrialsSchema::V1,
        part: FaultPart::Interruption,
        work: "report".into(),
        fault: "SIGKILL".into(),
        seed: Some(1),
        program_sha256: "00".into(),
        tried: 1_234,
        struck: 1_200,
        harmed: 1,
        harm: vec!["trial 7: lost: index.html".into()],
        counts: BTreeMap::from([("zombies_after".to_owned(), 3)]),
    }
}

#[test]
fn harm_is_shown_with_its_words_and_counts() {
    let evidence = || Evidence::none().with_faults(vec![interrupted()]);
    let page = told(evidence(), "{{#tiers faults interruption}}");
    for words in [
        "1,234",
        "SIGKILL",
        "zombies after: 3 · trial 7: lost: index.html",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let totals = told(evidence(), "{{#tiers faults totals}}");
    assert!(
        totals.contains("1,200") && !totals.contains("Runs from many"),
        "{totals}"
    );
    let load = told(evidence(), "{{#tiers faults load}}");
    assert!(
        load.contains("run <code>./artifact faults load</code>"),
        "{load}"
    );
    let error = refused("{{#tiers faults nothing}}");
    assert!(
        error.contains("no part `nothing`; known are totals, interruption,"),
        "{error}"
    );
}

#[test]
fn builds_that_differ_say_in_what() {
    let built = |byte: &str| BuiltOnce {
        sha256: byte.repeat(64),
        size_bytes: 1_000,
    };
    let rebuild = |program: &str, under, builds: [&str; 2]| Rebuild {
        schema: RebuildSchema::V1,
        program: program.into(),
        under,
        builds: builds.map(built),
        differing_parts: vec![".rodata".into()],
        differing_words: [vec!["at 01:18:38".into()], Vec::new()],
    };
    let rebuilds = vec![
        rebuild("tier-full", RebuiltUnder::SameNames, ["a", "a"]),
        rebuild("tier-light", RebuiltUnder::OtherNames, ["a", "b"]),
    ];
    let page = told(
        Evidence::none().with_rebuilds(rebuilds),
        "{{#tiers rebuilds}}",
    );
    for words in [
        "under the same names",
        ".rodata",
        "<code>at 01:18:38</code>",
        "1,000, 1,000",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let none = told(Evidence::none(), "{{#tiers rebuilds}}");
    assert!(
        none.contains("run <code>./artifact rebuild</code>"),
        "{none}"
    );
}

#[test]
fn a_second_run_is_compared_with_the_first() {
    let first = || Run::as_told().evidence();
    let same = told(first().with_second(Some(first())), "{{#tiers second-run}}");
    for words in [
        "Every claim has the same verdict in both.",
        "Nothing behaves otherwise",
        "No two intervals lie apart.",
    ] {
        assert!(same.contains(words), "{words}: {same}");
    }
    let mut other = Run::as_told();
    other.prints(LIGHT, "16_enum_functional", "something else\n");
    let second = Some(other.evidence());
    let page = told(first().with_second(second), "{{#tiers second-run}}");
    for words in [
        "Claims whose verdicts differ",
        "What behaves otherwise",
        "16_enum_functional",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let none = told(first(), "{{#tiers second-run}}");
    assert!(
        none.contains("run <code>./artifact reproduce --results"),
        "{none}"
    );
}
