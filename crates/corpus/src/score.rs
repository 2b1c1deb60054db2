//! Decisions beside what Light really prints.

use std::collections::BTreeMap;

use record::{Differing, Fallback, Obstacle, UnsafeAccept, sha256_hex};
use schemars::JsonSchema;
use serde::Serialize;
use tiers::{Analysis, Choice, CostModel, Prefer, Situation, decide};

use crate::Trial;
use crate::policy::{Policy, ratio};

/// The rule that sees an exception's text in the output.
const MESSAGE_RULE: &str = "exception-text";

/// A program that was tried, and what is decided for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// What it did.
    pub trial: Trial,
    /// What evidence says of it.
    pub analysis: Analysis,
}

/// How the dispatcher does over a corpus.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Score {
    /// How many programs are scored.
    pub programs: usize,
    /// The programs that are left out because two runs on python3 do not print the same.
    pub unstable: Vec<String>,
    /// The programs that are left out because python3 came to no end with them within the limits.
    pub unfinished: Vec<String>,
    /// For how many of them Light prints python3's bytes and ends with its status.
    pub light_identical: usize,
    /// How many are accepted: evidence says that Light prints what python3 prints.
    pub light_safe: usize,
    /// How many run on Light by what is preferred.
    pub light_chosen: usize,
    /// How many are accepted, and Light is right.
    pub covered: usize,
    /// How many are accepted although Light prints something else, without a trip.
    pub unsafe_accepts: usize,
    /// The share of those for which Light is right that is accepted; null where there is none.
    pub coverage: Option<f64>,
    /// How many are accepted and trip on Light, so that they are repeated on Full and nobody saw it.
    pub fallbacks: usize,
    /// Where nothing was accepted that should not have been: the bound of the rate of unsafe accepts, at a confidence of
    /// 95 %, by the rule of three.
    pub unsafe_rate_bound: Option<f64>,
    /// In how many no use of an exception's text is found.
    pub message_free: usize,
    /// Those of them that print something else on Light, or end otherwise, all the same.
    pub message_free_differing: Vec<Differing>,
    /// SHA-256 over what was decided for each program.
    pub decisions_sha256: String,
    /// What was accepted that should not have been.
    pub unsafe_accepted: Vec<UnsafeAccept>,
    /// What was accepted and tripped.
    pub fell_back: Vec<Fallback>,
    /// What was refused although Light is right, and the first reason why.
    pub missed: Vec<Missed>,
    /// The rules that refuse programs for which Light is right, with most programs first.
    pub obstacles: Vec<Obstacle>,
    /// What this and other ways to choose come to.
    pub policies: Vec<Policy>,
}

/// A program that was refused although Light is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Missed {
    /// The program.
    pub program: String,
    /// The rule that the first reason is of.
    pub rule: String,
    /// The line of the program.
    pub line: usize,
    /// The reason.
    pub message: String,
}

/// Scores what was decided for programs against what they did. What is no measure of Light is left out, and named.
pub fn score(judged: Vec<Judged>, prefer: Prefer, costs: CostModel) -> Score {
    let (mut unstable, mut unfinished, mut scored) = (Vec::new(), Vec::new(), Vec::new());
    for program in judged {
        let trial = &program.trial;
        if !trial.is_finished() {
            unfinished.push(trial.program.clone());
        } else if !trial.is_stable() {
            unstable.push(trial.program.clone());
        } else {
            scored.push(program);
        }
    }
    let identical = count(&scored, |judged| judged.trial.light_is_identical());
    let accepted = count(&scored, Judged::is_accepted);
    let covered = count(&scored, |judged| {
        judged.is_accepted() && judged.trial.light_is_identical()
    });
    let unsafe_accepted = listed(&scored, Judged::unsafe_accept);
    let fell_back = listed(&scored, Judged::fallback);
    let chosen = |judged: &Judged| judged.runs_on_light(prefer, costs);
    Score {
        programs: scored.len(),
        unstable,
        unfinished,
        light_identical: identical,
        light_safe: accepted,
        light_chosen: count(&scored, chosen),
        covered,
        unsafe_accepts: unsafe_accepted.len(),
        coverage: ratio(covered as u64, identical as u64),
        fallbacks: fell_back.len(),
        unsafe_rate_bound: bound(unsafe_accepted.len(), accepted),
        message_free: count(&scored, Judged::is_message_free),
        message_free_differing: listed(&scored, Judged::differs_without_message),
        decisions_sha256: decisions(&scored),
        unsafe_accepted,
        fell_back,
        missed: listed(&scored, Judged::missed),
        obstacles: obstacles(&scored),
        policies: policies(&scored, costs),
    }
}

/// With no event in n trials, 3/n bounds its rate at a confidence of 95 % (Hanley and Lippman-Hand, 1983).
fn bound(unsafe_accepts: usize, accepts: usize) -> Option<f64> {
    if unsafe_accepts > 0 {
        return None;
    }
    ratio(3, accepts as u64).map(|bound| bound.min(1.0))
}

/// Digests which programs are accepted.
fn decisions(scored: &[Judged]) -> String {
    let decided = |judged: &Judged| format!("{} {}\n", judged.trial.key, judged.is_accepted());
    let decided: String = scored.iter().map(decided).collect();
    sha256_hex(decided.as_bytes())
}

fn policies(scored: &[Judged], costs: CostModel) -> Vec<Policy> {
    let over = |name, chooses: &dyn Fn(&Judged) -> bool| {
        Policy::over(name, scored, |judged| &judged.trial, chooses)
    };
    let by = |prefer| move |judged: &Judged| judged.runs_on_light(prefer, costs);
    vec![
        over("balanced", &by(Prefer::Balanced)),
        over("light", &by(Prefer::Light)),
        over("speed", &by(Prefer::Speed)),
        over("always-full", &|_| false),
        over("always-light", &|_| true),
        over("imports-only", &|judged| judged.trial.imports_on_light),
        over("oracle", &|judged| judged.trial.is_better_on_light()),
    ]
}

fn obstacles(scored: &[Judged]) -> Vec<Obstacle> {
    let mut found: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for judged in scored {
        if !judged.trial.light_is_identical() {
            continue;
        }
        let mut rules: Vec<&str> = judged
            .analysis
            .reasons
            .iter()
            .map(|r| r.rule.as_str())
            .collect();
        rules.sort_unstable();
        rules.dedup();
        for rule in &rules {
            let (programs, alone) = found.entry(rule).or_default();
            *programs += 1;
            *alone += usize::from(rules.len() == 1);
        }
    }
    let mut obstacles: Vec<Obstacle> = found
        .into_iter()
        .map(|(rule, (programs, alone))| Obstacle {
            rule: rule.to_owned(),
            programs,
            alone,
        })
        .collect();
    obstacles.sort_by_key(|obstacle| std::cmp::Reverse(obstacle.programs));
    obstacles
}

fn count(judged: &[Judged], is: impl Fn(&Judged) -> bool) -> usize {
    judged.iter().filter(|judged| is(judged)).count()
}

fn listed<T>(judged: &[Judged], of: impl Fn(&Judged) -> Option<T>) -> Vec<T> {
    judged.iter().filter_map(of).collect()
}

impl Judged {
    fn is_accepted(&self) -> bool {
        self.analysis.light_safe()
    }

    fn runs_on_light(&self, prefer: Prefer, costs: CostModel) -> bool {
        let situation = Situation {
            full: true,
            light: true,
            prefer,
            costs,
        };
        decide(&self.analysis, &situation).tier == Choice::Light
    }

    fn is_message_free(&self) -> bool {
        let mut reasons = self.analysis.reasons.iter();
        reasons.all(|reason| reason.rule != MESSAGE_RULE)
    }

    fn differs_without_message(&self) -> Option<Differing> {
        let differs = self.is_message_free() && self.trial.light_differs();
        differs.then(|| Differing {
            program: self.trial.program.clone(),
            difference: self.trial.difference.clone(),
        })
    }

    fn unsafe_accept(&self) -> Option<UnsafeAccept> {
        let trial = &self.trial;
        let is_unsafe = self.is_accepted() && trial.trip().is_none() && !trial.light_is_identical();
        is_unsafe.then(|| UnsafeAccept {
            program: trial.program.clone(),
            statuses: [trial.oracle.status, trial.light.status],
            difference: trial.difference.clone(),
        })
    }

    fn fallback(&self) -> Option<Fallback> {
        let trip = self.trial.trip().filter(|_| self.is_accepted())?;
        Some(Fallback {
            program: self.trial.program.clone(),
            trip,
            identical: self.trial.light_is_identical(),
        })
    }

    fn missed(&self) -> Option<Missed> {
        let reason = self.analysis.reasons.first()?;
        self.trial.light_is_identical().then(|| Missed {
            program: self.trial.program.clone(),
            rule: reason.rule.clone(),
            line: reason.line,
            message: reason.message.clone(),
        })
    }
}

#[cfg(test)]
mod tests;
