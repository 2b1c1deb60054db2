//! How the dispatcher did over the corpora, from their scores.

use record::{ChoiceCounts, CorpusScore, Metric};

use crate::evidence::{Evidence, Place};
use crate::number;

/// The `PoC` to which the corpora belong.
pub const POC: &str = "8";

/// How a corpus is named among the samples of a record.
const PREFIX: &str = "corpus/";

/// A corpus as it was scored last.
#[derive(Clone, Copy, Debug)]
pub struct Scored<'a> {
    /// Its score.
    pub score: &'a CorpusScore,
    /// The line in the log of scores, from 1.
    pub line: u64,
    /// Whether rules were mended after an earlier score of it showed a miss: then this one is of programs that rules saw.
    pub spent: bool,
}

/// Sums over corpora.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// How many programs are scored.
    pub programs: u64,
    /// For how many of them Light is right.
    pub light_identical: u64,
    /// How many are accepted.
    pub light_safe: u64,
    /// How many are accepted, and Light is right.
    pub covered: u64,
    /// How many are accepted although Light prints something else.
    pub unsafe_accepts: u64,
    /// How many are accepted and trip.
    pub fallbacks: u64,
    /// In how many no use of an exception's text is found.
    pub message_free: u64,
    /// How many of those print something else on Light.
    pub message_free_differing: u64,
}

/// Returns every corpus as it was scored last, those first that people wrote.
pub fn scored(evidence: &Evidence) -> Vec<Scored<'_>> {
    let mut found: Vec<Scored<'_>> = Vec::new();
    for (line, score) in (1..).zip(evidence.scores()) {
        if score.negative_control {
            continue;
        }
        let same = |other: &Scored<'_>| {
            (&other.score.corpus, &other.score.cell) == (&score.corpus, &score.cell)
        };
        let before = found.iter().position(same).map(|at| found.remove(at));
        let spent = before.is_some_and(|before| {
            let same_programs = before.score.corpus_sha256 == score.corpus_sha256;
            let mended = before.score.decisions_sha256 != score.decisions_sha256;
            same_programs && (before.spent || (before.score.unsafe_accepts > 0 && mended))
        });
        found.push(Scored { score, line, spent });
    }
    found.sort_by_key(|scored| (scored.score.seed.is_some(), &scored.score.corpus));
    found
}

/// Returns those whose programs no rule was mended for: the ones that a verdict rests on.
pub fn unseen(evidence: &Evidence) -> Vec<Scored<'_>> {
    let mut found = scored(evidence);
    found.retain(|scored| !scored.spent);
    found
}

/// Returns those that people wrote.
pub fn by_people<'a>(scored: &[Scored<'a>]) -> Vec<Scored<'a>> {
    let mut found = scored.to_vec();
    found.retain(|scored| scored.score.seed.is_none());
    found
}

/// Returns the negative controls, each as it was made last.
pub fn controls(evidence: &Evidence) -> Vec<&CorpusScore> {
    let mut found: Vec<&CorpusScore> = Vec::new();
    for score in evidence
        .scores()
        .iter()
        .filter(|score| score.negative_control)
    {
        found.retain(|other| other.corpus != score.corpus);
        found.push(score);
    }
    found
}

/// Returns the corpora that this machine lacked and that were not scored: the name of each, and what would provision it.
pub fn lacking(evidence: &Evidence) -> Vec<(&str, &str)> {
    let recorded = evidence
        .records()
        .iter()
        .filter(|record| record.subject.poc == POC && record.metric == Metric::Outcome);
    let names = recorded.filter_map(|record| {
        let name = record.subject.sample.strip_prefix(PREFIX)?;
        let place = Place::sample(POC, &record.subject.cell, &record.subject.sample);
        Some((name, evidence.text(&place, Metric::Detail)?))
    });
    let is_scored = |name: &str| evidence.scores().iter().any(|score| score.corpus == name);
    names.filter(|(name, _)| !is_scored(name)).collect()
}

/// Adds up scores.
pub fn sums(scored: &[Scored<'_>]) -> Sums {
    let mut sums = Sums::default();
    for Scored { score, .. } in scored {
        sums.programs += score.programs;
        sums.light_identical += score.light_identical;
        sums.light_safe += score.light_safe;
        sums.covered += score.covered;
        sums.unsafe_accepts += score.unsafe_accepts;
        sums.fallbacks += score.fallbacks;
        sums.message_free += score.message_free;
        sums.message_free_differing += score.message_free_differing;
    }
    sums
}

/// Adds up what each way to choose comes to, in the order of the first score.
pub fn choices(scored: &[Scored<'_>]) -> Vec<ChoiceCounts> {
    let mut found: Vec<ChoiceCounts> = Vec::new();
    for choice in scored.iter().flat_map(|scored| &scored.score.choices) {
        match found.iter_mut().find(|other| other.name == choice.name) {
            None => found.push(choice.clone()),
            Some(sum) => {
                sum.light_chosen += choice.light_chosen;
                sum.unsafe_accepts += choice.unsafe_accepts;
                sum.fallbacks += choice.fallbacks;
                sum.spent_ns += choice.spent_ns;
                sum.best_ns += choice.best_ns;
                sum.python3_ns += choice.python3_ns;
            }
        }
    }
    found
}

/// Adds up in how many programs each rule stands in the way, and in how many it alone: those first that do in most.
pub fn obstacles<'a>(scored: &[Scored<'a>]) -> Vec<(&'a str, usize, usize)> {
    let mut found: Vec<(&str, usize, usize)> = Vec::new();
    for obstacle in scored.iter().flat_map(|scored| &scored.score.obstacles) {
        match found.iter_mut().find(|(rule, ..)| *rule == obstacle.rule) {
            None => found.push((&obstacle.rule, obstacle.programs, obstacle.alone)),
            Some((_, programs, alone)) => {
                *programs += obstacle.programs;
                *alone += obstacle.alone;
            }
        }
    }
    found.sort_by_key(|(_, programs, alone)| std::cmp::Reverse((*programs, *alone)));
    found
}

impl Sums {
    /// The share of those for which Light is right that is accepted, with its interval.
    pub fn coverage(&self) -> Option<stats::Interval> {
        stats::proportion(self.covered, self.light_identical)
    }

    /// The bound of the rate of unsafe accepts where there was none.
    pub fn bound(&self) -> Option<f64> {
        stats::rule_of_three(self.light_safe).filter(|_| self.unsafe_accepts == 0)
    }
}

/// Writes a share with its interval: `56.3 % (52.6–59.9 %)`.
pub(crate) fn share(share: stats::Interval) -> String {
    let tenths = |share: f64| format!("{:.1}", share * 100.0);
    format!(
        "{} ({}–{} %)",
        number::percent(share.estimate),
        tenths(share.low),
        tenths(share.high)
    )
}

/// Writes a rate that may be small: `0.14 %`.
pub(crate) fn rate(rate: f64) -> String {
    format!("{:.2} %", rate * 100.0)
}

#[cfg(test)]
mod tests;
