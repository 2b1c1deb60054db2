//! Single values within a sentence.

use record::Metric;

use super::claims::{badge, find};
use super::glance::in_japanese;
use super::missing;
use super::tags::TagProblem;
use crate::claims::{
    self, MINIMUM_COVERAGE, MINIMUM_PROGRAMS, MINIMUM_ROUNDS, NOISE_LIMIT, PaperValue,
    SIZE_TOLERANCE, SPEED_TOLERANCE, Verdict,
};
use crate::corpora::{self, Sums};
use crate::evidence::Evidence;
use crate::fidelity::{self, SampleVerdict};
use crate::html::{Html, code};
use crate::number;

mod of_poc;

/// The `PoC` in which the probes run, and of which `full` and `light` without a `PoC` speak.
const POC: &str = "7";

/// What can be asked of a claim.
const CLAIM_FIELDS: &[&str] = &[
    "command",
    "measured",
    "paper",
    "paper_cell_ms",
    "paper_python3_ms",
    "reason",
    "section",
    "tolerance",
    "verdict",
    "verdict_ja",
    "words",
];

type Value = fn(&Evidence) -> Option<String>;

/// What can be asked of the run and of the method.
const VALUES: &[(&str, Value)] = &[
    ("claims.count", |_| Some(claims::all().len().to_string())),
    ("claims.not_measurable", |evidence| {
        Some(tally(evidence, Verdict::NotMeasurable))
    }),
    ("claims.partly", |evidence| {
        Some(tally(evidence, Verdict::Partly))
    }),
    ("claims.refuted", |evidence| {
        Some(tally(evidence, Verdict::Refuted))
    }),
    ("claims.reproduced", |evidence| {
        Some(tally(evidence, Verdict::Reproduced))
    }),
    ("corpora.accepts", |evidence| {
        over_corpora(evidence, |all, _| Some(number::grouped(all.light_safe)))
    }),
    ("corpora.bound", |evidence| {
        over_corpora(evidence, |all, _| all.bound().map(corpora::rate))
    }),
    ("corpora.coverage", |evidence| {
        over_corpora(evidence, |_, people| people.coverage().map(corpora::share))
    }),
    ("corpora.fallbacks", |evidence| {
        over_corpora(evidence, |all, _| Some(number::grouped(all.fallbacks)))
    }),
    ("corpora.message_free", |evidence| {
        over_corpora(evidence, |all, _| Some(number::grouped(all.message_free)))
    }),
    ("corpora.message_free_differing", |evidence| {
        over_corpora(evidence, |all, _| {
            Some(number::grouped(all.message_free_differing))
        })
    }),
    ("corpora.minimum_coverage", |_| {
        Some(number::percent(MINIMUM_COVERAGE))
    }),
    ("corpora.minimum_programs", |_| {
        Some(number::grouped(MINIMUM_PROGRAMS))
    }),
    ("corpora.programs", |evidence| {
        over_corpora(evidence, |all, _| Some(number::grouped(all.programs)))
    }),
    ("corpora.rules", rules),
    ("corpora.seed", |evidence| {
        let unseen = corpora::unseen(evidence);
        let seed = unseen.iter().find_map(|scored| scored.score.seed)?;
        Some(seed.to_string())
    }),
    ("corpora.unsafe_accepts", |evidence| {
        over_corpora(evidence, |all, _| Some(number::grouped(all.unsafe_accepts)))
    }),
    ("full.cell", |evidence| {
        Some(evidence.as_paper(POC, "full")?.name.clone())
    }),
    ("full.version", |evidence| {
        version(evidence, &evidence.as_paper(POC, "full")?.name)
    }),
    ("light.cell", |evidence| {
        Some(evidence.as_paper(POC, "light")?.name.clone())
    }),
    ("light.version", |evidence| {
        version(evidence, &evidence.as_paper(POC, "light")?.name)
    }),
    ("method.confidence", |_| {
        Some(number::percent(stats::CONFIDENCE))
    }),
    ("method.minimum_rounds", |_| {
        Some(MINIMUM_ROUNDS.to_string())
    }),
    ("method.noise_limit", |_| Some(number::percent(NOISE_LIMIT))),
    ("method.size_tolerance", |_| {
        Some(number::percent(SIZE_TOLERANCE))
    }),
    ("method.speed_tolerance", |_| {
        Some(number::percent(SPEED_TOLERANCE))
    }),
    ("oracle.version", |evidence| {
        version(evidence, &evidence.oracle()?.name)
    }),
    ("probes.count", |evidence| probes(evidence, |_, _| true)),
    ("probes.differing", |evidence| {
        probes(evidence, |_, differs| differs)
    }),
    ("probes.wording", |evidence| {
        probes(evidence, |wording, _| wording)
    }),
    ("probes.wording_differing", |evidence| {
        probes(evidence, |wording, differs| wording && differs)
    }),
    ("run.records", |evidence| some(evidence.records().len())),
    ("run.rounds", rounds),
    ("run.seed", |evidence| {
        Some(evidence.fingerprint()?.settings.seed.to_string())
    }),
    ("run.time", time),
    ("samples.count", |evidence| some(evidence.idioms().len())),
];

/// Returns the value under `key`: `C7.12.paper` of a claim, `oracle.version` of the run.
pub(super) fn value(evidence: &Evidence, key: &str) -> Result<Html, TagProblem> {
    if let Some((_, value)) = VALUES.iter().find(|(name, _)| *name == key) {
        return Ok(value(evidence).map_or_else(
            || missing::note("./artifact reproduce"),
            |words| shown(&words),
        ));
    }
    if let Some(value) = of_poc::value(evidence, key) {
        return value;
    }
    let Some((id, field)) = key.rsplit_once('.').filter(|(id, _)| id.starts_with('C')) else {
        let known = VALUES
            .iter()
            .map(|(name, _)| *name)
            .chain(["CLAIM.FIELD", "pocN.FIELD"]);
        let known = known.collect::<Vec<_>>().join(", ");
        return Err(TagProblem::Name {
            what: "value",
            name: key.into(),
            known,
        });
    };
    of_claim(evidence, id, field)
}

fn of_claim(evidence: &Evidence, id: &str, field: &str) -> Result<Html, TagProblem> {
    let claim = find(id)?;
    let medians_ms = match claim.paper {
        PaperValue::Ratio { medians_ms, .. } => medians_ms,
        _ => None,
    };
    let median = |pick: fn((f64, f64)) -> f64| {
        let ms = medians_ms.map(|medians| number::milliseconds(pick(medians)));
        ms.ok_or_else(|| unknown_field(id, field))
    };
    Ok(match field {
        "command" => code(claim.command),
        "measured" => {
            let judgement = claim.judge(evidence);
            match judgement.measured {
                Some(measured) => shown(&measured),
                None => Html::text(&format!("not measured ({})", judgement.reason))
                    .within("span", "tiers-missing"),
            }
        }
        "paper" => shown(&claim.paper.to_string()),
        "paper_cell_ms" => shown(&median(|(_, cell)| cell)?),
        "paper_python3_ms" => shown(&median(|(python3, _)| python3)?),
        "reason" => Html::text(&claim.judge(evidence).reason),
        "section" => Html::text(claim.section),
        "tolerance" => Html::text(&claim.tolerance.to_string()),
        "verdict" => badge(claim.judge(evidence).verdict, None),
        "verdict_ja" => {
            let verdict = claim.judge(evidence).verdict;
            badge(verdict, Some(in_japanese(verdict)))
        }
        "words" => Html::text(claim.words),
        _ => return Err(unknown_field(id, field)),
    })
}

fn unknown_field(id: &str, field: &str) -> TagProblem {
    let name = format!("{id}.{field}");
    TagProblem::Name {
        what: "value",
        name,
        known: format!("{id}. with {}", CLAIM_FIELDS.join(", ")),
    }
}

fn shown(words: &str) -> Html {
    Html::text(words).within("span", "tiers-value")
}

fn some(count: usize) -> Option<String> {
    (count > 0).then(|| number::grouped(count as u64))
}

fn tally(evidence: &Evidence, verdict: Verdict) -> String {
    let judged = claims::judge_all(evidence);
    judged
        .iter()
        .filter(|(_, judgement)| judgement.verdict == verdict)
        .count()
        .to_string()
}

/// A value over all corpora that no rule was mended for, and over those of them that people wrote.
fn over_corpora(
    evidence: &Evidence,
    value: impl Fn(&Sums, &Sums) -> Option<String>,
) -> Option<String> {
    let scored = corpora::unseen(evidence);
    let (all, people) = (
        corpora::sums(&scored),
        corpora::sums(&corpora::by_people(&scored)),
    );
    (!scored.is_empty()).then(|| value(&all, &people)).flatten()
}

/// The digests of the rules that the scores are of: one, as a rule.
fn rules(evidence: &Evidence) -> Option<String> {
    let mut found: Vec<&str> = corpora::unseen(evidence)
        .iter()
        .map(|scored| scored.score.rules_sha256.as_str())
        .collect();
    found.sort_unstable();
    found.dedup();
    (!found.is_empty()).then(|| found.join(", "))
}

fn version(evidence: &Evidence, cell: &str) -> Option<String> {
    evidence.said(cell).map(str::to_owned)
}

/// Counts the probes by whether they are about wording and whether they differ on the paper's Light.
fn probes(evidence: &Evidence, counts: fn(bool, bool) -> bool) -> Option<String> {
    let light = &evidence.as_paper(POC, "light")?.name;
    let probes = evidence.probes();
    let rows = probes
        .iter()
        .filter_map(|probe| fidelity::row(evidence, POC, light, probe));
    let rows: Vec<_> = rows.collect();
    let counted = rows.iter().filter(|row| {
        let wording = row.sample.starts_with("divergences/wording/");
        counts(wording, row.verdict != SampleVerdict::Pass)
    });
    (!rows.is_empty()).then(|| counted.count().to_string())
}

/// The least and the most rounds of any series.
fn rounds(evidence: &Evidence) -> Option<String> {
    let runs = evidence.speed().iter().map(|row| row.runs);
    let (least, most) = (runs.clone().min()?, runs.max()?);
    Some(if least == most {
        most.to_string()
    } else {
        format!("{least} to {most}")
    })
}

fn time(evidence: &Evidence) -> Option<String> {
    let walls = evidence
        .records()
        .iter()
        .filter(|record| record.metric == Metric::Wall);
    let total_ns: u64 = walls.filter_map(record::Record::number).sum();
    (total_ns > 0).then(|| number::duration(total_ns))
}
