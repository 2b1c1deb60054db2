//! Claims about the samples' bytes.

use super::gate;
use super::paper::{DIFFERING_SAMPLE, LIGHT_LINE, MATRIX_POC, ORACLE_LINE, POC, SAMPLES};
use super::{Claim, Judgement, Obstacle, PaperValue, Reference, Tolerance, Verdict};
use crate::difference::{self, Parting};
use crate::evidence::{Evidence, Place};
use crate::fidelity::{SampleRow, SampleVerdict};
use crate::number::count;
use record::Metric;

pub(super) fn claims() -> Vec<Claim> {
    vec![
        Claim {
            id: "C7.1",
            words: "Light prints the same bytes as CPython on all idiom samples but one",
            paper: PaperValue::Count { holds: 19, of: 20 },
            tolerance: Tolerance::Equal,
            section: "1. Difference on the samples",
            command: "just poc7",
            predicate: Box::new(|evidence| passes(evidence, POC, "light", 19)),
        },
        Claim {
            id: "C7.2",
            words: "The one difference is a single line of 04_abc_abstractmethod: True against False",
            paper: PaperValue::Words("1 line"),
            tolerance: Tolerance::Equal,
            section: "2. The one DIFF",
            command: "just poc7",
            predicate: Box::new(the_one_difference),
        },
        Claim {
            id: "C7.3",
            words: "No sample fails outright on Light",
            paper: PaperValue::Words("FAIL = 0"),
            tolerance: Tolerance::Equal,
            section: "1. Difference on the samples",
            command: "just poc7",
            predicate: Box::new(no_failure),
        },
    ]
}

/// The claim about Full, which the paper takes from its `PoC` 6.
pub(super) fn of_full() -> Claim {
    Claim {
        id: "C6.1",
        words: "Full prints the same bytes as CPython on all idiom samples, exception text included",
        paper: PaperValue::Count { holds: 20, of: 20 },
        tolerance: Tolerance::Equal,
        section: "5. Decision matrix",
        command: "just poc6",
        predicate: Box::new(|evidence| passes(evidence, MATRIX_POC, "full", 20)),
    }
}

fn passes(
    evidence: &Evidence,
    poc: &str,
    tier: &str,
    expected: usize,
) -> Result<Judgement, Obstacle> {
    let cell = gate::cell(evidence, poc, tier)?;
    let rows = gate::twenty(evidence, poc, cell)?;
    let passed = rows
        .iter()
        .filter(|row| row.verdict == SampleVerdict::Pass)
        .count();
    let measured = format!("{passed}/{}", rows.len());
    let verdict = if passed == expected {
        Verdict::Reproduced
    } else {
        Verdict::Refuted
    };
    let reason = match names(&rows, |row| row.verdict != SampleVerdict::Pass) {
        others if others.is_empty() => "every sample passes".into(),
        others => format!("all pass but {others}"),
    };
    let references = references(evidence, poc, &cell.name, &SAMPLES);
    Ok(Judgement::new(verdict, measured, reason).from(references))
}

fn the_one_difference(evidence: &Evidence) -> Result<Judgement, Obstacle> {
    let cell = gate::cell(evidence, POC, "light")?;
    let rows = gate::twenty(evidence, POC, cell)?;
    let differing = names(&rows, |row| row.verdict != SampleVerdict::Pass);
    let partings = partings(evidence, &cell.name, DIFFERING_SAMPLE)?;
    let as_told = partings
        == [Parting {
            oracle: vec![ORACLE_LINE.into()],
            other: vec![LIGHT_LINE.into()],
        }];
    let lines: usize = partings.iter().map(Parting::lines).sum();
    let measured = format!("{} in {DIFFERING_SAMPLE}", count(lines, "line"));
    let (verdict, reason) = match (as_told, differing == DIFFERING_SAMPLE) {
        (true, true) => (
            Verdict::Reproduced,
            "that sample alone differs, in that line".into(),
        ),
        (true, false) => (
            Verdict::Partly,
            format!("that line differs, but so do {differing}"),
        ),
        (false, _) if differing.is_empty() => (Verdict::Refuted, "no sample differs".into()),
        (false, _) => (
            Verdict::Refuted,
            format!("it is not that line; what differs: {differing}"),
        ),
    };
    let references = references(evidence, POC, &cell.name, &[DIFFERING_SAMPLE]);
    Ok(Judgement::new(verdict, measured, reason).from(references))
}

fn no_failure(evidence: &Evidence) -> Result<Judgement, Obstacle> {
    let cell = gate::cell(evidence, POC, "light")?;
    let rows = gate::twenty(evidence, POC, cell)?;
    let failed = rows
        .iter()
        .filter(|row| row.verdict == SampleVerdict::Fail)
        .count();
    let measured = format!("FAIL = {failed}");
    let (verdict, reason) = if failed == 0 {
        (
            Verdict::Reproduced,
            "every sample ends with CPython's exit status".into(),
        )
    } else {
        let failing = names(&rows, |row| row.verdict == SampleVerdict::Fail);
        (Verdict::Refuted, format!("these fail: {failing}"))
    };
    Ok(Judgement::new(verdict, measured, reason)
        .from(references(evidence, POC, &cell.name, &SAMPLES)))
}

/// Returns where the outputs of a sample on the oracle of `cell` and on `cell` part.
pub(super) fn partings(
    evidence: &Evidence,
    cell: &str,
    sample: &str,
) -> Result<Vec<Parting>, Obstacle> {
    let (oracle, here) = outputs(evidence, cell, sample)?;
    Ok(difference::partings(oracle, here))
}

/// Returns what the oracle of `cell` and `cell` printed.
pub(super) fn outputs<'a>(
    evidence: &'a Evidence,
    cell: &str,
    sample: &str,
) -> Result<(&'a [u8], &'a [u8]), Obstacle> {
    let missing = || format!("the output of {sample} was not kept for both");
    let oracle = evidence
        .cell(cell)
        .and_then(|cell| evidence.oracle_of(cell))
        .ok_or_else(missing)?;
    let output = |cell: &str| evidence.output(&Place::sample(POC, cell, sample), Metric::Stdout);
    Ok((
        output(&oracle.name).ok_or_else(missing)?,
        output(cell).ok_or_else(missing)?,
    ))
}

/// Returns the names of the rows that `which` picks, in one line.
pub(super) fn names(rows: &[SampleRow], which: impl Fn(&SampleRow) -> bool) -> String {
    let picked = rows
        .iter()
        .filter(|row| which(row))
        .map(|row| row.sample.as_str());
    picked.collect::<Vec<_>>().join(", ")
}

/// Returns where the runs of `samples` on `cell` stand in the records.
pub(super) fn references(
    evidence: &Evidence,
    poc: &str,
    cell: &str,
    samples: &[&str],
) -> Vec<Reference> {
    let places = samples
        .iter()
        .map(|sample| Place::sample(poc, cell, sample));
    places
        .map(|place| Reference::to(evidence, &place))
        .collect()
}
