//! Each sample's verdict on each cell: one square each.

use super::canvas::{Anchor, Canvas, Ink};
use super::{Picture, PlotError, WIDTH};
use crate::evidence::Evidence;
use crate::fidelity::{Fidelity, SampleVerdict};
use crate::number::float;

const LEFT: f64 = 210.0;
const RIGHT: f64 = 550.0;
const TOP: f64 = 30.0;
const ROW: f64 = 30.0;

pub(super) fn picture<'a>(evidence: &'a Evidence, poc: &str) -> Option<Picture<'a>> {
    let strips: Vec<Fidelity> = evidence
        .candidates(poc)
        .map(|cell| Fidelity::of(evidence, poc, cell))
        .filter(|strip| !strip.rows.is_empty())
        .collect();
    let samples = strips.first()?.samples.clone();
    let described = strips
        .iter()
        .map(|strip| format!("{}: {}", strip.cell, counts(strip)));
    let rows = i32::try_from(strips.len()).ok()?;
    Some(Picture {
        title: "Samples with the same output as CPython, by cell".into(),
        description: described.collect::<Vec<_>>().join(". ") + ".",
        width: WIDTH,
        #[expect(clippy::cast_possible_truncation, reason = "small constants")]
        height: (TOP + 10.0) as i32 + rows * ROW as i32,
        paint: Box::new(move |canvas| paint(canvas, &samples, &strips)),
    })
}

fn paint(canvas: &Canvas<'_>, samples: &[String], strips: &[Fidelity]) -> Result<(), PlotError> {
    let width = (RIGHT - LEFT) / float(samples.len() as u64);
    let columns: Vec<f64> = (0..samples.len() as u64)
        .map(|place| LEFT + width * float(place))
        .collect();
    // Above this the numbers would run into each other.
    if samples.len() <= 25 {
        for (sample, x) in samples.iter().zip(&columns) {
            let number = sample.split('_').next().unwrap_or_default();
            canvas.notes(
                (x + width / 2.0, TOP - 12.0),
                Anchor::Middle,
                Ink::Muted,
                number,
            )?;
        }
    }
    for (place, strip) in (0u32..).zip(strips) {
        let middle = TOP + ROW * (f64::from(place) + 0.5);
        canvas.words((LEFT - 12.0, middle), Anchor::Right, Ink::Text, &strip.cell)?;
        for (sample, x) in samples.iter().zip(&columns) {
            square(canvas, strip, sample, (*x, middle), width)?;
        }
        let edge = f64::from(WIDTH) - 2.0;
        canvas.words((edge, middle), Anchor::Right, Ink::Text, &counts(strip))?;
    }
    Ok(())
}

fn square(
    canvas: &Canvas<'_>,
    strip: &Fidelity,
    sample: &str,
    (x, middle): (f64, f64),
    width: f64,
) -> Result<(), PlotError> {
    let (from, to) = ((x + 1.0, middle - 10.0), (x + width - 1.0, middle + 10.0));
    let (ink, sign) = match strip.row(sample).map(|row| row.verdict) {
        None => return canvas.frame(from, to, Ink::Muted),
        Some(SampleVerdict::Pass) => (Ink::Pass, ""),
        Some(SampleVerdict::Diff) => (Ink::Diff, "≠"),
        Some(SampleVerdict::Fail) => (Ink::Fail, "✗"),
    };
    canvas.bar(from, to, ink)?;
    if sign.is_empty() {
        return Ok(());
    }
    canvas.words((x + width / 2.0, middle), Anchor::Middle, Ink::Page, sign)
}

fn counts(strip: &Fidelity) -> String {
    let passed = strip.count(SampleVerdict::Pass);
    let others = [SampleVerdict::Diff, SampleVerdict::Fail]
        .map(|verdict| (strip.count(verdict), verdict.word()))
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!(", {count} {word}"));
    let by = strip.other_oracle.as_ref();
    let by = by.map_or(String::new(), |oracle| format!(" by {oracle}"));
    format!(
        "{passed} of {} PASS{}{by}",
        strip.samples.len(),
        others.collect::<String>()
    )
}
