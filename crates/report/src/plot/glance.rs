//! Two plots for a first look: what the others show at length, in half of a page's width.

use record::{CellPrint, Phase};

use super::axis::{Axis, tick_label};
use super::canvas::{Anchor, Canvas, Ink};
use super::{Picture, PlotError};
use crate::evidence::Evidence;
use crate::fidelity::{Fidelity, SampleVerdict};
use crate::number::{self, float};
use crate::speed::Estimate;

const WIDTH: i32 = 430;
const EDGE: f64 = 426.0;

/// Where the strips of samples begin and end.
const STRIP: (f64, f64) = (212.0, 376.0);
const STRIP_ROW: f64 = 17.0;

/// Where the axis of ratios begins and ends.
const RATIO: (f64, f64) = (112.0, 318.0);
/// Where the columns of ratios end, Full's and Light's.
const COLUMNS: [f64; 2] = [372.0, EDGE];
const RATIO_TOP: f64 = 26.0;
const RATIO_ROW: f64 = 26.0;

/// Each sample's verdict on each cell: a strip for each cell, and how many passed.
pub(super) fn fidelity<'a>(evidence: &'a Evidence, poc: &str) -> Option<Picture<'a>> {
    let strips: Vec<Fidelity> = evidence
        .candidates(poc)
        .map(|cell| Fidelity::of(evidence, poc, cell))
        .filter(|strip| !strip.rows.is_empty())
        .collect();
    let rows = i32::try_from(strips.len()).ok().filter(|rows| *rows > 0)?;
    let described = strips
        .iter()
        .map(|strip| format!("{}: {}", strip.cell, passed(strip)));
    Some(Picture {
        title: "Samples with CPython's output, by cell".into(),
        description: described.collect::<Vec<_>>().join(". ") + ".",
        width: WIDTH,
        #[expect(clippy::cast_possible_truncation, reason = "a small constant")]
        height: rows * STRIP_ROW as i32 + 4,
        paint: Box::new(move |canvas| paint_strips(canvas, &strips)),
    })
}

fn paint_strips(canvas: &Canvas<'_>, strips: &[Fidelity]) -> Result<(), PlotError> {
    for (place, strip) in (0u32..).zip(strips) {
        let middle = STRIP_ROW * (f64::from(place) + 0.5) + 2.0;
        canvas.notes(
            (STRIP.0 - 8.0, middle),
            Anchor::Right,
            Ink::Text,
            &strip.cell,
        )?;
        let width = (STRIP.1 - STRIP.0) / float(strip.samples.len() as u64);
        let mut x = STRIP.0;
        for sample in &strip.samples {
            let (from, to) = ((x + 0.5, middle - 6.0), (x + width - 0.5, middle + 6.0));
            match strip.row(sample).map(|row| row.verdict) {
                Some(SampleVerdict::Pass) => canvas.bar(from, to, Ink::Pass)?,
                // Lower, so that it is told without colour too.
                Some(SampleVerdict::Diff) => {
                    canvas.bar((from.0, middle), to, Ink::Diff)?;
                }
                Some(SampleVerdict::Fail) => canvas.frame(from, to, Ink::Fail)?,
                None => canvas.frame(from, to, Ink::Muted)?,
            }
            x += width;
        }
        canvas.notes((EDGE, middle), Anchor::Right, Ink::Text, &passed(strip))?;
    }
    Ok(())
}

fn passed(strip: &Fidelity) -> String {
    format!(
        "{}/{}",
        strip.count(SampleVerdict::Pass),
        strip.samples.len()
    )
}

/// One speed program at one size: the ratios of the paper's Full and of its Light.
struct Line {
    words: String,
    ratios: Vec<(Ink, usize, Estimate)>,
}

/// The builds that the paper measured beside python3, a line for each speed program.
pub(super) fn speed<'a>(evidence: &'a Evidence, poc: &str) -> Option<Picture<'a>> {
    let cells = ["full", "light"].map(|tier| evidence.as_paper(poc, tier));
    let lines = lines(evidence, poc, cells);
    let ends = lines.iter().flat_map(|line| &line.ratios);
    let mut values: Vec<f64> = ends.flat_map(|(_, _, at)| [at.low, at.high]).collect();
    if values.is_empty() {
        return None;
    }
    values.push(1.0);
    let axis = Axis::holding(&values, RATIO.0, RATIO.1)?;
    let height = RATIO_TOP + RATIO_ROW * float(lines.len() as u64) + 22.0;
    Some(Picture {
        title: "Time over python3's: Full and Light as the paper built them".into(),
        description: description(&lines),
        width: WIDTH,
        #[expect(clippy::cast_possible_truncation, reason = "a few hundred pixels")]
        height: height as i32,
        paint: Box::new(move |canvas| paint_lines(canvas, &lines, &axis, height)),
    })
}

fn lines(evidence: &Evidence, poc: &str, cells: [Option<&CellPrint>; 2]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for row in evidence.speed() {
        let tier = cells
            .iter()
            .position(|cell| cell.is_some_and(|cell| cell.name == row.cell.name));
        let shown = row.poc == poc && row.mode == Phase::Cold && !row.emulated;
        let (Some(tier), Some(ratio)) = (tier.filter(|_| shown), row.ratio) else {
            continue;
        };
        let words = match row.m {
            1 => row.work.clone(),
            m => format!("{} {}", row.work, number::grouped(m)),
        };
        let point = (Ink::of(evidence, poc, &row.cell), tier, ratio);
        match lines.iter_mut().find(|line| line.words == words) {
            Some(line) => line.ratios.push(point),
            None => lines.push(Line {
                words,
                ratios: vec![point],
            }),
        }
    }
    lines
}

fn paint_lines(
    canvas: &Canvas<'_>,
    lines: &[Line],
    axis: &Axis,
    height: f64,
) -> Result<(), PlotError> {
    let bottom = height - 22.0;
    for tick in axis.ticks() {
        let x = axis.at(tick);
        canvas.path(&[(x, RATIO_TOP), (x, bottom)], Ink::Grid, 1)?;
        canvas.notes(
            (x, bottom + 12.0),
            Anchor::Middle,
            Ink::Muted,
            &tick_label(tick),
        )?;
    }
    let one = axis.at(1.0);
    canvas.path(&[(one, RATIO_TOP), (one, bottom)], Ink::Text, 1)?;
    canvas.notes(
        (one, RATIO_TOP - 12.0),
        Anchor::Middle,
        Ink::Text,
        "python3 = 1",
    )?;
    for (x, words) in COLUMNS.into_iter().zip(["Full", "Light"]) {
        canvas.notes((x, RATIO_TOP - 12.0), Anchor::Right, Ink::Muted, words)?;
    }
    let mut middle = RATIO_TOP + RATIO_ROW / 2.0;
    for line in lines {
        canvas.notes(
            (RATIO.0 - 10.0, middle),
            Anchor::Right,
            Ink::Text,
            &line.words,
        )?;
        for (ink, tier, ratio) in &line.ratios {
            let (low, high) = (axis.at(ratio.low), axis.at(ratio.high));
            canvas.path(&[(low, middle), (high, middle)], *ink, 3)?;
            canvas.mark((axis.at(ratio.median), middle), *ink)?;
            let words = format!("{:.2}×", ratio.median);
            canvas.notes((COLUMNS[*tier], middle), Anchor::Right, Ink::Text, &words)?;
        }
        middle += RATIO_ROW;
    }
    Ok(())
}

fn description(lines: &[Line]) -> String {
    let words = lines.iter().map(|line| {
        let ratios = line.ratios.iter().map(|(_, tier, ratio)| {
            let Estimate { median, low, high } = ratio;
            let tier = ["Full", "Light"][*tier];
            format!("{tier} {median:.2} (from {low:.2} to {high:.2})")
        });
        format!("{}: {}.", line.words, ratios.collect::<Vec<_>>().join(", "))
    });
    words.collect::<Vec<_>>().join(" ")
}
