use super::*;
use crate::testing::{Run, score};

fn run(scores: Vec<CorpusScore>) -> Run {
    let mut run = Run::as_told();
    run.scores = scores;
    run
}

fn decided(mut score: CorpusScore, decisions: &str, unsafe_accepts: u64) -> CorpusScore {
    score.decisions_sha256 = decisions.into();
    score.unsafe_accepts = unsafe_accepts;
    score
}

#[test]
fn the_last_score_of_a_corpus_counts_and_people_come_first() {
    let again = CorpusScore {
        programs: 7,
        ..score("b", None)
    };
    let run = run(vec![score("a", Some(1)), score("b", None), again]);
    let evidence = run.evidence();
    let scored = scored(&evidence);
    let found: Vec<(&str, u64, u64)> = scored
        .iter()
        .map(|scored| {
            (
                scored.score.corpus.as_str(),
                scored.score.programs,
                scored.line,
            )
        })
        .collect();
    assert_eq!(found, [("b", 7, 3), ("a", 1000, 1)]);
    assert_eq!(by_people(&scored).len(), 1);
}

#[test]
fn a_corpus_that_showed_a_miss_is_spent_once_the_rules_are_mended() {
    let missed = decided(score("a", None), "one", 1);
    let mended = decided(score("a", None), "two", 0);
    let spent = |scores: Vec<CorpusScore>| {
        let run = run(scores);
        let evidence = run.evidence();
        let unseen = unseen(&evidence);
        (
            scored(&evidence).len() - unseen.len(),
            sums(&unseen).unsafe_accepts,
        )
    };
    assert_eq!(
        spent(vec![missed.clone()]),
        (0, 1),
        "the miss itself counts"
    );
    assert_eq!(spent(vec![missed.clone(), mended.clone()]), (1, 0));
    let again = [&missed, &mended, &mended].map(Clone::clone);
    assert_eq!(spent(again.into()), (1, 0), "spent is spent");
    let other = CorpusScore {
        corpus_sha256: "other programs".into(),
        ..mended.clone()
    };
    assert_eq!(spent(vec![missed, other]), (0, 0));
    assert_eq!(spent(vec![mended]), (0, 0));
}

#[test]
fn a_bound_needs_that_nothing_was_missed() {
    let run = run(vec![score("a", None), score("b", Some(1))]);
    let evidence = run.evidence();
    let sums = sums(&unseen(&evidence));
    assert_eq!((sums.programs, sums.light_safe), (2000, 1200));
    assert_eq!(sums.bound(), Some(0.0025));
    let missed = Sums {
        unsafe_accepts: 1,
        ..sums
    };
    assert_eq!(missed.bound(), None);
    assert_eq!(Sums::default().coverage(), None);
}

#[test]
fn choices_and_obstacles_add_up() {
    let run = run(vec![score("a", None), score("b", None)]);
    let evidence = run.evidence();
    let scored = scored(&evidence);
    let choices = choices(&scored);
    let balanced = &choices[0];
    assert_eq!(
        (balanced.name.as_str(), balanced.light_chosen),
        ("balanced", 1200)
    );
    assert_eq!(
        obstacles(&scored),
        [("differs", 400, 100), ("import", 200, 20)]
    );
}
