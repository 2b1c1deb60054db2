//! Claims about time: ratios of medians, measured side by side in one run.

use super::gate::{self, Measured};
use super::paper::{
    HEADLINE, MATRIX_DYNAMIC_RATIO, MATRIX_POC, MATRIX_PURE_RATIO, POC, SPEED_TABLE,
};
use super::{
    Claim, Judgement, Obstacle, PaperValue, Reference, SPEED_TOLERANCE, Tolerance, Verdict,
};
use crate::evidence::Evidence;
use crate::number;
use crate::speed::Estimate;

pub(super) fn claims() -> Vec<Claim> {
    let mut claims: Vec<Claim> = SPEED_TABLE.iter().flat_map(of_table).collect();
    claims.push(Claim {
        id: "C7.11",
        words: "The gap opens on dynamic code: Light's ratio there is larger than on pure loops",
        paper: PaperValue::Words("L(dynamic) > L(pure)"),
        tolerance: Tolerance::Apart,
        section: "3. Difference in speed",
        command: "./artifact bench all",
        predicate: Box::new(gap_opens),
    });
    claims.push(Claim {
        id: "C7.16",
        words: "The headline: Light is several times slower than python3 on loops",
        paper: PaperValue::Range {
            low: HEADLINE.0,
            high: HEADLINE.1,
        },
        tolerance: Tolerance::Speed,
        section: "0. Conclusion",
        command: "./artifact bench all",
        predicate: Box::new(headline),
    });
    claims.extend(of_matrix());
    claims
}

fn of_table(figures: &'static super::paper::SpeedFigures) -> [Claim; 2] {
    let claim = |side: usize, tier: &'static str, ratio: f64, cell_ms: f64| Claim {
        id: figures.ids[side],
        words: figures.words[side],
        paper: PaperValue::Ratio {
            ratio,
            medians_ms: Some((figures.python3_ms, cell_ms)),
        },
        tolerance: Tolerance::Speed,
        section: "3. Difference in speed",
        command: command(figures.work),
        predicate: Box::new(move |evidence| {
            ratio_is(evidence, POC, tier, (figures.work, figures.m), ratio)
        }),
    };
    [
        claim(0, "light", figures.light_ratio, figures.light_ms),
        claim(1, "full", figures.full_ratio, figures.full_ms),
    ]
}

fn of_matrix() -> [Claim; 2] {
    let claim = |id, words, work: &'static str, m, ratio| Claim {
        id,
        words,
        paper: PaperValue::Ratio {
            ratio,
            medians_ms: None,
        },
        tolerance: Tolerance::Speed,
        section: "5. Decision matrix",
        command: "just poc6",
        predicate: Box::new(move |evidence| {
            ratio_is(evidence, MATRIX_POC, "full", (work, m), ratio)
        }),
    };
    [
        claim(
            "C6.2",
            "Full on pure loops, by the decision matrix",
            "pure",
            1_000_000,
            MATRIX_PURE_RATIO,
        ),
        claim(
            "C6.3",
            "Full on dynamic code, by the decision matrix",
            "dynamic",
            100_000,
            MATRIX_DYNAMIC_RATIO,
        ),
    ]
}

fn command(work: &str) -> &'static str {
    match work {
        "startup" => "./artifact bench startup",
        "pure" => "./artifact bench pure",
        "dynamic" => "./artifact bench dynamic",
        _ => "./artifact bench all",
    }
}

fn ratio_is(
    evidence: &Evidence,
    poc: &str,
    tier: &str,
    series: (&str, u64),
    paper: f64,
) -> Result<Judgement, Obstacle> {
    let cell = gate::cell(evidence, poc, tier)?;
    let measured = gate::ratio(evidence, poc, cell, series)?;
    let (verdict, reason) = match gate::quiet(&measured) {
        Err(obstacle) => (Verdict::NotMeasurable, obstacle),
        Ok(()) => judge_ratio(tier, &measured, paper),
    };
    let mut judgement = Judgement::new(verdict, show(&measured.ratio), reason);
    judgement.interval = Some(measured.ratio);
    Ok(judgement.from(vec![reference(&measured)]))
}

fn judge_ratio(tier: &str, measured: &Measured<'_>, paper: f64) -> (Verdict, String) {
    let (low, high) = around(paper, paper);
    let ratio = &measured.ratio;
    if ratio.within(low, high) {
        let reason = format!("the whole interval lies within {}", range(low, high));
        return (Verdict::Reproduced, reason);
    }
    let beyond = format!("not within {}", range(low, high));
    match direction(tier, measured) {
        Direction::Holds(said) => (Verdict::Partly, format!("{said}, but {beyond}")),
        Direction::Contrary(said) => (Verdict::Refuted, format!("{said}, and {beyond}")),
        Direction::Unclear => (
            Verdict::NotMeasurable,
            "the interval cannot be told from that of python3 against itself".into(),
        ),
    }
}

enum Direction {
    Holds(&'static str),
    Contrary(&'static str),
    Unclear,
}

/// The direction that the paper claims: Light slower than python3, Full at or under it. What lies within the noise of
/// python3 against itself counts as equal.
fn direction(tier: &str, Measured { ratio, noise, .. }: &Measured<'_>) -> Direction {
    let slower = ratio.low > noise.high.max(1.0);
    let faster = ratio.high < noise.low.min(1.0);
    match (tier, slower, faster) {
        ("full", true, _) => Direction::Contrary("Full is slower than python3"),
        ("full", false, _) => Direction::Holds("Full is at or under python3"),
        (_, true, _) => Direction::Holds("Light is slower than python3"),
        (_, _, true) => Direction::Contrary("Light is faster than python3"),
        (_, false, false) => Direction::Unclear,
    }
}

fn gap_opens(evidence: &Evidence) -> Result<Judgement, Obstacle> {
    let measured = light_on_loops(evidence)?;
    let [short, long, dynamic] = measured.each_ref();
    let text = format!(
        "{} on dynamic code; {} and {} on pure loops",
        show(&dynamic.ratio),
        show(&short.ratio),
        show(&long.ratio)
    );
    let obstacle = measured
        .iter()
        .find_map(|measured| gate::quiet(measured).err());
    let pure = [&short.ratio, &long.ratio];
    let (verdict, reason) = if let Some(obstacle) = obstacle {
        (Verdict::NotMeasurable, obstacle)
    } else if pure.iter().all(|pure| dynamic.ratio.low > pure.high) {
        (
            Verdict::Reproduced,
            "the interval on dynamic code lies above both others".into(),
        )
    } else if pure.iter().any(|pure| dynamic.ratio.high < pure.low) {
        (
            Verdict::Refuted,
            "the gap is smaller on dynamic code than on a pure loop".into(),
        )
    } else {
        (Verdict::NotMeasurable, "the intervals overlap".into())
    };
    let mut judgement = Judgement::new(verdict, text, reason);
    judgement.interval = Some(dynamic.ratio);
    Ok(judgement.from(measured.iter().map(reference).collect()))
}

fn headline(evidence: &Evidence) -> Result<Judgement, Obstacle> {
    let measured = light_on_loops(evidence)?;
    let medians = measured.each_ref().map(|measured| measured.ratio.median);
    let least = medians.iter().copied().fold(f64::INFINITY, f64::min);
    let most = medians.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let (low, high) = around(HEADLINE.0, HEADLINE.1);
    let obstacle = measured
        .iter()
        .find_map(|measured| gate::quiet(measured).err());
    let directions = measured
        .each_ref()
        .map(|measured| direction("light", measured));
    let (verdict, reason) = if let Some(obstacle) = obstacle {
        (Verdict::NotMeasurable, obstacle)
    } else if measured
        .iter()
        .all(|measured| measured.ratio.within(low, high))
    {
        (
            Verdict::Reproduced,
            format!("every interval lies within {}", range(low, high)),
        )
    } else if directions
        .iter()
        .any(|way| matches!(way, Direction::Contrary(_)))
    {
        (
            Verdict::Refuted,
            "Light is faster than python3 on one of the loops".into(),
        )
    } else if directions
        .iter()
        .all(|way| matches!(way, Direction::Holds(_)))
    {
        (
            Verdict::Partly,
            format!("Light is slower, but not within {}", range(low, high)),
        )
    } else {
        (
            Verdict::NotMeasurable,
            "an interval cannot be told from python3 against itself".into(),
        )
    };
    let text = format!("{least:.2}–{most:.2}×");
    Ok(Judgement::new(verdict, text, reason).from(measured.iter().map(reference).collect()))
}

/// Light on the two pure loops and on dynamic code.
fn light_on_loops(evidence: &Evidence) -> Result<[Measured<'_>; 3], Obstacle> {
    let cell = gate::cell(evidence, POC, "light")?;
    Ok([
        gate::ratio(evidence, POC, cell, ("pure", 300_000))?,
        gate::ratio(evidence, POC, cell, ("pure", 1_000_000))?,
        gate::ratio(evidence, POC, cell, ("dynamic", 100_000))?,
    ])
}

fn around(low: f64, high: f64) -> (f64, f64) {
    (
        low * (1.0 - SPEED_TOLERANCE),
        high * (1.0 + SPEED_TOLERANCE),
    )
}

fn range(low: f64, high: f64) -> String {
    format!("{low:.2}–{high:.2}×")
}

fn show(ratio: &Estimate) -> String {
    format!(
        "{} [{:.2}, {:.2}]",
        number::ratio(ratio.median),
        ratio.low,
        ratio.high
    )
}

fn reference(measured: &Measured<'_>) -> Reference {
    Reference {
        cell: measured.row.cell.name.clone(),
        sample: measured.row.work.clone(),
        m: Some(measured.row.m),
        steps: measured.row.steps.clone(),
    }
}
