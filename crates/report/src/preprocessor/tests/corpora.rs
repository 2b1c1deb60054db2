//! Tags that tell of corpora.

use record::{Fallback, HostCosts, HostCostsSchema, Metric, Phase, TierCosts, Unit, Value};

use super::*;
use crate::testing::{LIGHT_WASI, More};

#[test]
fn a_corpus_is_told_with_its_counts_and_coverage_is_quoted_of_people_only() {
    let mut run = Run::as_told();
    run.scores[0].fell_back.push(Fallback {
        program: "deep.py".into(),
        trip: "it <broke>".into(),
        identical: false,
    });
    let page = shown(&run, "{{#tiers corpora}}");
    let row = |start: &str| {
        let (_, row) = page.split_once(start).expect(start);
        row.split_once("</tr>").unwrap().0.to_owned()
    };
    let written = row("<code>written</code></th>");
    for words in [
        "people",
        ">1,000<",
        ">900<",
        ">600<",
        "66.7 % (63.5–69.7 %)",
    ] {
        assert!(written.contains(words), "{words}: {written}");
    }
    let drawn = row("<code>drawn</code></th>");
    assert!(
        drawn.contains("chance, from seed 7") && drawn.contains("not quoted"),
        "{drawn}"
    );
    assert!(row(">all</th>").contains(">1,800<"), "{page}");
    assert!(page.contains("1 fallback, each") && page.contains("it &lt;broke&gt;"));
    assert_eq!(
        shown(&run, "{{#tiers value corpora.bound}}")
            .matches("0.17 %")
            .count(),
        1
    );
}

#[test]
fn a_part_of_a_corpus_is_said_to_be_one() {
    let mut run = Run::as_told();
    run.scores[0].listed = 9_000;
    let page = shown(&run, "{{#tiers corpora}}");
    assert!(page.contains("1,000 (1002 of 9000 tried)"), "{page}");
}

#[test]
fn ways_to_choose_stand_beside_each_other() {
    let page = shown(&Run::as_told(), "{{#tiers corpus-choices}}");
    let (people, all) = page.split_once("all programs").unwrap();
    assert!(people.contains("<code>always-light</code>"), "{people}");
    assert!(
        people.contains(">120<") && people.contains(">100 %<"),
        "{people}"
    );
    assert!(all.contains(">180<"), "{all}");
    assert!(all.contains("was assumed for these choices"), "{all}");
}

#[test]
fn what_choices_are_made_by_is_said() {
    let tier = |start_ns, step_ps| TierCosts {
        cell: "c".into(),
        start_ns,
        step_ps,
    };
    let mut run = Run::as_told();
    run.scores[0].costs = Some(HostCosts {
        schema: HostCostsSchema::V1,
        cpu: "p".into(),
        full: tier(9_500_000, 40_000),
        light: tier(21_000_000, 250_000),
    });
    let page = shown(&run, "{{#tiers corpus-choices}}");
    assert!(
        page.contains("9.5 ms to start and 40 ns a step on Full"),
        "{page}"
    );
}

#[test]
fn the_negative_control_and_the_obstacles_are_shown() {
    let run = Run::as_told();
    let control = shown(&run, "{{#tiers corpus-control}}");
    assert!(control.contains(">60<"), "{control}");
    let obstacles = shown(&run, "{{#tiers corpus-obstacles}}");
    assert!(
        obstacles.contains("<code>differs</code>") && obstacles.contains(">400<"),
        "{obstacles}"
    );
}

#[test]
fn what_is_lacking_is_named_with_what_brings_it() {
    let mut run = Run::as_told();
    let subject = |name: &str, metric, words: &str| More {
        poc: "8",
        cell: LIGHT_WASI.into(),
        sample: format!("corpus/{name}"),
        m: None,
        phase: Phase::Cold,
        process: 0,
        metric,
        value: Value::Text(words.into()),
        unit: Unit::Text,
    };
    for name in ["far-away", "written"] {
        run.more
            .push(subject(name, Metric::Outcome, "not-provisioned"));
        run.more
            .push(subject(name, Metric::Detail, &format!("bring {name}")));
    }
    let page = shown(&run, "{{#tiers corpora}}");
    assert!(page.contains("<code>bring far-away</code>"), "{page}");
    assert!(!page.contains("bring written"), "it was scored after all");
    run.scores.clear();
    let page = shown(&run, "{{#tiers corpora}}");
    assert!(
        page.contains("just poc8") && page.contains("bring written"),
        "{page}"
    );
}
