//! The claim that was left to be established: a program can be assigned to its tier.

use super::{
    Claim, Counterexample, Judgement, Obstacle, PaperValue, Reference, Tolerance, Verdict, gate,
};
use crate::corpora::{self, Scored};
use crate::evidence::Evidence;
use crate::number;

/// How many programs that no rule saw a verdict needs, fixed before any was scored.
pub const MINIMUM_PROGRAMS: u64 = 3_000;

/// The share of the programs that people wrote, and for which Light is right, that is to be sent there.
pub const MINIMUM_COVERAGE: f64 = 0.5;

pub(super) fn claim() -> Claim {
    Claim {
        id: "C8.2",
        words: "A program can be assigned to its tier automatically",
        paper: PaperValue::Words("a next step"),
        tolerance: Tolerance::General,
        section: "8. The roadmap",
        command: "just poc8",
        predicate: Box::new(assigned),
    }
}

/// One program that is sent to Light and prints something else there refutes it.
fn assigned(evidence: &Evidence) -> Result<Judgement, Obstacle> {
    let scored = measured(evidence)?;
    let all = corpora::sums(&scored);
    let people = corpora::sums(&corpora::by_people(&scored));
    let coverage = people.coverage();
    let measured = format!(
        "{} among {} accepts of {} programs; of the programs that people wrote and for which Light is right, {} accepted",
        number::count(count(all.unsafe_accepts), "unsafe accept"),
        number::grouped(all.light_safe),
        number::grouped(all.programs),
        coverage.map_or("none".into(), corpora::share),
    );
    let covers = coverage.is_some_and(|coverage| coverage.estimate >= MINIMUM_COVERAGE);
    let (verdict, reason) = if all.unsafe_accepts > 0 {
        let reason = "a program was sent to Light, which prints something else";
        (Verdict::Refuted, reason.to_owned())
    } else if all.programs < MINIMUM_PROGRAMS {
        let (programs, least) = (
            number::grouped(all.programs),
            number::grouped(MINIMUM_PROGRAMS),
        );
        let reason = format!("no counterexample, but {programs} programs are fewer than {least}");
        (Verdict::Partly, reason)
    } else if covers {
        let bound = all.bound().map_or("-".into(), corpora::rate);
        let reason = format!("no counterexample: the rate of unsafe accepts is below {bound}");
        (Verdict::Reproduced, reason)
    } else {
        let wanted = number::percent(MINIMUM_COVERAGE);
        let reason = format!("no counterexample, but less than {wanted} of what could be sent is");
        (Verdict::Partly, reason)
    };
    let mut judgement = Judgement::new(verdict, measured, reason).from(references(&scored));
    judgement.counterexample = counterexample(&scored);
    Ok(judgement)
}

/// Returns the corpora that a verdict may rest on.
fn measured(evidence: &Evidence) -> Result<Vec<Scored<'_>>, Obstacle> {
    gate::ran(evidence, corpora::POC)?;
    let scored = corpora::unseen(evidence);
    if corpora::sums(&scored).light_safe == 0 {
        return Err("no program of a corpus was accepted: none was scored yet".into());
    }
    for Scored { score, .. } in &scored {
        let cell = evidence.cell(&score.cell);
        let cell = cell.ok_or_else(|| format!("the run has no cell {}", score.cell))?;
        gate::oracle(evidence, corpora::POC, cell)?;
    }
    Ok(scored)
}

fn counterexample(scored: &[Scored<'_>]) -> Option<Counterexample> {
    let missed = |scored: &Scored<'_>| {
        let first = scored.score.unsafe_accepted.first()?;
        let parts = first.difference.clone();
        let (oracle, cell) = parts.map_or((None, None), |parts| (parts.cpython, parts.light));
        Some(Counterexample {
            sample: format!("{}/{}", scored.score.corpus, first.program),
            oracle: oracle.unwrap_or_default(),
            cell: cell.unwrap_or_default(),
        })
    };
    scored.iter().find_map(missed)
}

/// Where the scores of corpora stand: the lines of their log.
pub(super) fn references(scored: &[Scored<'_>]) -> Vec<Reference> {
    let reference = |scored: &Scored<'_>| Reference {
        cell: scored.score.cell.clone(),
        sample: format!("corpus/{}", scored.score.corpus),
        m: None,
        steps: vec![scored.line],
    };
    scored.iter().map(reference).collect()
}

fn count(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
