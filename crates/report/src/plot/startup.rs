//! How the start-up times are distributed: for each cell, which share of its runs was done after how long.

use record::Phase;

use super::axis::{Axis, tick_label};
use super::canvas::{Anchor, Canvas, Ink};
use super::{Picture, PlotError, WIDTH};
use crate::evidence::Evidence;
use crate::number::{self, float};
use crate::speed::SpeedRow;

const WORK: &str = "startup";
const LEFT: f64 = 60.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 300.0;
const HEIGHT: i32 = 350;

/// The curve of one cell.
struct Curve<'a> {
    row: &'a SpeedRow,
    median_ms: f64,
    /// The times, sorted.
    sorted_ms: Vec<f64>,
    ink: Ink,
}

pub(super) fn picture<'a>(evidence: &'a Evidence, poc: &str) -> Option<Picture<'a>> {
    let rows = evidence
        .speed()
        .iter()
        .filter(|row| row.poc == poc && row.work == WORK);
    let rows = rows.filter(|row| row.mode == Phase::Cold && !row.emulated);
    let mut curves: Vec<Curve<'_>> = rows
        .filter_map(|row| curve(row, Ink::of(evidence, poc, &row.cell)))
        .collect();
    curves.sort_by(|left, right| left.median_ms.total_cmp(&right.median_ms));
    let times: Vec<f64> = curves
        .iter()
        .flat_map(|curve| curve.sorted_ms.clone())
        .collect();
    let axis = Axis::holding(&times, LEFT, f64::from(WIDTH) - 150.0)?;
    let described = curves.iter().map(|curve| {
        let (name, median) = (&curve.row.cell.name, number::milliseconds(curve.median_ms));
        format!("{name}: half of the runs were done within {median}")
    });
    Some(Picture {
        title: "Start-up: the share of runs done within a time".into(),
        description: described.collect::<Vec<_>>().join(". ") + ".",
        width: WIDTH,
        height: HEIGHT,
        paint: Box::new(move |canvas| paint(canvas, &curves, &axis)),
    })
}

fn curve(row: &SpeedRow, ink: Ink) -> Option<Curve<'_>> {
    let mut sorted_ms = row.walls_ms.clone();
    sorted_ms.sort_by(f64::total_cmp);
    Some(Curve {
        row,
        median_ms: row.median_ms?,
        sorted_ms,
        ink,
    })
}

fn paint(canvas: &Canvas<'_>, curves: &[Curve<'_>], axis: &Axis) -> Result<(), PlotError> {
    let right = f64::from(WIDTH) - 150.0;
    for percent in [0u32, 25, 50, 75, 100] {
        let y = height_of(f64::from(percent) / 100.0);
        canvas.path(&[(LEFT, y), (right, y)], Ink::Grid, 1)?;
        canvas.notes(
            (LEFT - 8.0, y),
            Anchor::Right,
            Ink::Muted,
            &format!("{percent} %"),
        )?;
    }
    for tick in axis.ticks() {
        let x = axis.at(tick);
        canvas.path(&[(x, TOP), (x, BOTTOM)], Ink::Grid, 1)?;
        let words = format!("{} ms", tick_label(tick));
        canvas.notes((x, BOTTOM + 14.0), Anchor::Middle, Ink::Muted, &words)?;
    }
    for curve in curves {
        canvas.path(&steps(&curve.sorted_ms, axis), curve.ink, 2)?;
    }
    let count = float(curves.len() as u64);
    for (place, curve) in (0u32..).zip(curves) {
        label(canvas, curve, axis, f64::from(place) / count)?;
    }
    let words = "from the start of the process to its end";
    canvas.notes(
        (f64::midpoint(LEFT, right), BOTTOM + 36.0),
        Anchor::Middle,
        Ink::Muted,
        words,
    )
}

/// Writes the cell's name beside its curve. The curves lie from left to right, so the names go down from curve to
/// curve: then a name never hides the one before it.
fn label(canvas: &Canvas<'_>, curve: &Curve<'_>, axis: &Axis, down: f64) -> Result<(), PlotError> {
    let share = 0.92 - 0.8 * down;
    let time = stats::quantile(&curve.sorted_ms, share).unwrap_or(curve.median_ms);
    let at = (axis.at(time) + 12.0, height_of(share));
    canvas.mark((axis.at(time), height_of(share)), curve.ink)?;
    let words = format!(
        "{} {}",
        curve.row.cell.name,
        number::milliseconds(curve.median_ms)
    );
    canvas.words(at, Anchor::Left, Ink::Text, &words)
}

/// The corners of the curve: it rises by one run's share at each time.
fn steps(sorted_ms: &[f64], axis: &Axis) -> Vec<(f64, f64)> {
    let runs = float(sorted_ms.len() as u64);
    let mut corners = Vec::new();
    for (done, time) in (0u32..).zip(sorted_ms) {
        let x = axis.at(*time);
        corners.push((x, height_of(f64::from(done) / runs)));
        corners.push((x, height_of(f64::from(done + 1) / runs)));
    }
    corners
}

fn height_of(share: f64) -> f64 {
    BOTTOM - share * (BOTTOM - TOP)
}
