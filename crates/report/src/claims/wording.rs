//! Claims about what the differences are made of.

use record::CellPrint;

use super::dispatch;
use super::fidelity::{names, outputs, references};
use super::gate;
use super::paper::{DIFFERING_SAMPLE, LIGHT_MESSAGE, ORACLE_MESSAGE, POC, SAMPLES, WORDING_PROBE};
use super::{Claim, Counterexample, Judgement, Obstacle, PaperValue, Tolerance, Verdict};
use crate::corpora::{self, Scored};
use crate::evidence::Evidence;
use crate::fidelity::{self, SampleRow, SampleVerdict};
use crate::number::{count, grouped};

pub(super) fn claims() -> Vec<Claim> {
    vec![
        Claim {
            id: "C7.4",
            words: "The behaviour is the same on all samples; where the text differs, both raise TypeError",
            paper: PaperValue::Count { holds: 20, of: 20 },
            tolerance: Tolerance::Equal,
            section: "2. The one DIFF",
            command: "just poc7",
            predicate: Box::new(same_behaviour),
        },
        Claim {
            id: "C7.5",
            words: "The difference is the wording of the message only",
            paper: PaperValue::Words(
                "\"Can't instantiate abstract class Shape …\" against \"class Shape without …\"",
            ),
            tolerance: Tolerance::Equal,
            section: "2. The one DIFF",
            command: "just poc7",
            predicate: Box::new(wording_only),
        },
        Claim {
            id: "C7.6a",
            words: "Within the samples, incompatibility stays at the wording of diagnostics; no function is missing",
            paper: PaperValue::Words("wording only, in these samples"),
            tolerance: Tolerance::Equal,
            section: "2. The one DIFF",
            command: "just poc7",
            predicate: Box::new(wording_within_samples),
        },
        Claim {
            id: "C7.6b",
            words: "Code that does not depend on the text of exception messages is safe on Light",
            paper: PaperValue::Words("a general statement"),
            tolerance: Tolerance::General,
            section: "2. The one DIFF",
            command: "just poc7",
            predicate: Box::new(safe_without_messages),
        },
    ]
}

/// What the isolated probe printed on each side: the exception's type, then its message.
struct Messages {
    types: [String; 2],
    messages: [String; 2],
}

impl Messages {
    fn read(evidence: &Evidence, cell: &CellPrint) -> Result<Self, Obstacle> {
        let (oracle, here) = outputs(evidence, &cell.name, WORDING_PROBE)?;
        let lines = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes);
            let mut lines = text.lines().map(str::to_owned);
            (
                lines.next().unwrap_or_default(),
                lines.next().unwrap_or_default(),
            )
        };
        let (oracle, here) = (lines(oracle), lines(here));
        Ok(Self {
            types: [oracle.0, here.0],
            messages: [oracle.1, here.1],
        })
    }

    fn same_type(&self) -> bool {
        self.types[0] == self.types[1] && !self.types[0].is_empty()
    }
}

fn same_behaviour(evidence: &Evidence) -> Result<Judgement, Obstacle> {
    let (cell, rows, messages) = samples_and_probe(evidence)?;
    let others = unexplained(&rows);
    let explained = messages.same_type() && messages.types[0] == "TypeError";
    let unequal = rows.iter().filter(|row| unlike(row, explained)).count();
    let measured = format!("{}/{}", rows.len() - unequal, rows.len());
    let (verdict, reason) = if unequal == 0 {
        (
            Verdict::Reproduced,
            "equal bytes, or TypeError on both with another text".into(),
        )
    } else if others.is_empty() {
        let [oracle, here] = &messages.types;
        (
            Verdict::Refuted,
            format!("CPython raises {oracle}, Light {here}"),
        )
    } else {
        (
            Verdict::Refuted,
            format!("no message explains what differs in {others}"),
        )
    };
    Ok(Judgement::new(verdict, measured, reason).from(references(
        evidence,
        POC,
        &cell.name,
        &[DIFFERING_SAMPLE, WORDING_PROBE],
    )))
}

fn wording_only(evidence: &Evidence) -> Result<Judgement, Obstacle> {
    let cell = gate::cell(evidence, POC, "light")?;
    let messages = Messages::read(evidence, cell)?;
    let [oracle, here] = &messages.messages;
    let measured = format!("\"{oracle}\" against \"{here}\"");
    let as_told = oracle.starts_with(ORACLE_MESSAGE) && here.starts_with(LIGHT_MESSAGE);
    let (verdict, reason) = match (messages.same_type(), oracle == here, as_told) {
        (true, false, true) => (
            Verdict::Reproduced,
            format!("both are a {}", messages.types[0]),
        ),
        (true, false, false) => (Verdict::Partly, "the text differs, in other words".into()),
        (true, true, _) => (Verdict::Refuted, "the messages are the same".into()),
        (false, ..) => (
            Verdict::Refuted,
            format!("{} against {}", messages.types[0], messages.types[1]),
        ),
    };
    let references = references(evidence, POC, &cell.name, &[WORDING_PROBE]);
    Ok(Judgement::new(verdict, measured, reason).from(references))
}

fn wording_within_samples(evidence: &Evidence) -> Result<Judgement, Obstacle> {
    let (cell, rows, messages) = samples_and_probe(evidence)?;
    let others = unexplained(&rows);
    let differing = rows
        .iter()
        .filter(|row| row.verdict != SampleVerdict::Pass)
        .count();
    let measured = format!("{} not bit-exact", count(differing, "sample"));
    let (verdict, reason) = if !others.is_empty() {
        (
            Verdict::Refuted,
            format!("more than wording differs in {others}"),
        )
    } else if differing > 0 && !messages.same_type() {
        (
            Verdict::Refuted,
            "the isolated probe differs in more than wording".into(),
        )
    } else {
        (
            Verdict::Reproduced,
            "what differs is the text of a message, and nothing failed".into(),
        )
    };
    let references = references(evidence, POC, &cell.name, &SAMPLES);
    Ok(Judgement::new(verdict, measured, reason).from(references))
}

/// A general statement falls with one counterexample: a sample or a probe in which no exception's text plays a part,
/// and which Light prints otherwise. It cannot be shown by examples, however many.
fn safe_without_messages(evidence: &Evidence) -> Result<Judgement, Obstacle> {
    let cell = gate::cell(evidence, POC, "light")?;
    let rows = programs_without_messages(evidence, cell);
    if rows.is_empty() {
        return Err("no program that leaves exception messages alone was run".into());
    }
    let differing: Vec<&SampleRow> = rows
        .iter()
        .filter(|row| row.verdict != SampleVerdict::Pass)
        .collect();
    let corpora = corpora::unseen(evidence);
    let measured = format!(
        "{} of {} differ{}{}",
        differing.len(),
        count(rows.len(), "such program"),
        if differing.len() == 1 { "s" } else { "" },
        in_corpora(&corpora)
    );
    let Some(first) = differing.first() else {
        if let Some(judgement) = refuted_by_corpus(&corpora, &measured) {
            return Ok(judgement);
        }
        let reason = "no counterexample among these; examples cannot show a general statement";
        let judgement = Judgement::new(Verdict::Partly, measured, reason);
        let samples: Vec<&str> = rows.iter().map(|row| row.sample.as_str()).collect();
        return Ok(judgement.from(references(evidence, POC, &cell.name, &samples)));
    };
    let reason = format!("{} prints no exception's text and differs", first.sample);
    let mut judgement = Judgement::new(Verdict::Refuted, measured, reason);
    let (oracle, here) = outputs(evidence, &cell.name, &first.sample)?;
    judgement.counterexample = Some(Counterexample {
        sample: first.sample.clone(),
        oracle: String::from_utf8_lossy(oracle).into_owned(),
        cell: String::from_utf8_lossy(here).into_owned(),
    });
    let samples: Vec<&str> = differing.iter().map(|row| row.sample.as_str()).collect();
    let mut grounds = references(evidence, POC, &cell.name, &samples);
    grounds.extend(dispatch::references(&corpora));
    Ok(judgement.from(grounds))
}

/// What the corpora say of programs in which the dispatcher finds no use of an exception's text.
fn in_corpora(scored: &[Scored<'_>]) -> String {
    let sums = corpora::sums(scored);
    if sums.message_free == 0 {
        return String::new();
    }
    format!(
        "; {} of {} in corpora",
        grouped(sums.message_free_differing),
        grouped(sums.message_free)
    )
}

/// A program of a corpus refutes the statement as a sample does.
fn refuted_by_corpus(scored: &[Scored<'_>], measured: &str) -> Option<Judgement> {
    let found = scored.iter().find_map(|scored| {
        let example = scored.score.message_free_example.as_ref()?;
        Some((scored, example))
    });
    let (of, example) = found?;
    let sample = format!("{}/{}", of.score.corpus, example.program);
    let reason = format!("{sample} prints no exception's text and differs");
    let parts = example.difference.clone();
    let (oracle, cell) = parts.map_or((None, None), |parts| (parts.cpython, parts.light));
    let mut judgement = Judgement::new(Verdict::Refuted, measured, reason);
    judgement.counterexample = Some(Counterexample {
        sample,
        oracle: oracle.unwrap_or_default(),
        cell: cell.unwrap_or_default(),
    });
    Some(judgement.from(dispatch::references(scored)))
}

/// The families of probes in which nothing is raised.
const SILENT: [&str; 5] = ["value", "float", "hash", "order", "unicode"];

/// Returns the rows of all programs in which no exception's text plays a part, those first in which no exception is
/// raised at all.
fn programs_without_messages(evidence: &Evidence, cell: &CellPrint) -> Vec<SampleRow> {
    let mut programs: Vec<String> = evidence
        .probes()
        .into_iter()
        .filter(|probe| family(probe).is_some_and(|family| SILENT.contains(&family)))
        .collect();
    programs.sort_by_key(|probe| family(probe) != Some("value"));
    let idioms = SAMPLES.iter().filter(|sample| **sample != DIFFERING_SAMPLE);
    programs.extend(idioms.map(|sample| (*sample).to_owned()));
    let rows = programs
        .iter()
        .filter_map(|name| fidelity::row(evidence, POC, &cell.name, name));
    rows.collect()
}

/// The family of a probe: `value` of `divergences/value/silent_values`.
fn family(probe: &str) -> Option<&str> {
    probe.strip_prefix("divergences/")?.split('/').next()
}

fn samples_and_probe(
    evidence: &Evidence,
) -> Result<(&CellPrint, Vec<SampleRow>, Messages), Obstacle> {
    let cell = gate::cell(evidence, POC, "light")?;
    let rows = gate::twenty(evidence, POC, cell)?;
    let messages = Messages::read(evidence, cell)?;
    Ok((cell, rows, messages))
}

/// The samples whose difference the isolated message cannot explain.
fn unexplained(rows: &[SampleRow]) -> String {
    names(rows, |row| unlike(row, true))
}

/// Says whether a sample behaves differently, given whether the one message's difference is explained.
fn unlike(row: &SampleRow, explained: bool) -> bool {
    match row.verdict {
        SampleVerdict::Pass => false,
        SampleVerdict::Diff => !(explained && row.sample == DIFFERING_SAMPLE),
        SampleVerdict::Fail => true,
    }
}
