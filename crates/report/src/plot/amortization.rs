//! What M calls cost, way by way: one panel for each cell, on logarithmic axes, because one way costs a thousand times
//! what another does.

use record::Role;

use super::axis::{Axis, tick_label};
use super::canvas::{Anchor, Canvas, Ink};
use super::{Picture, PlotError, WIDTH};
use crate::amortization::{self, Series, Way};
use crate::evidence::Evidence;
use crate::number::{self, float};

const LEFT: f64 = 70.0;
const RIGHT: f64 = 570.0;
/// Above each panel, for its title.
const TITLE: f64 = 34.0;
const PANEL: f64 = 230.0;
/// Below each panel, for the numbers of calls.
const FOOT: f64 = 46.0;

/// How far apart names must stand, in pixels.
const APART: f64 = 15.0;

/// Into how many straight pieces a line is drawn: on logarithmic axes it is a curve.
const PIECES: u32 = 48;

/// One cell's lines, with python3's beside them.
struct Panel {
    cell: String,
    curves: Vec<Curve>,
    /// Where a way costs as much as python3 in a process for each call: the number of calls, and the time.
    evens: Vec<(f64, f64, Ink)>,
}

struct Curve {
    name: String,
    ink: Ink,
    /// The line's a and b.
    line: (f64, f64),
    medians_ms: Vec<(u64, f64)>,
}

impl Curve {
    fn at(&self, m: f64) -> f64 {
        let (a, b) = self.line;
        a + b * m
    }

    fn ends(&self) -> Option<(f64, f64)> {
        let (first, last) = (self.medians_ms.first()?, self.medians_ms.last()?);
        Some((float(first.0), float(last.0)))
    }
}

pub(super) fn picture<'a>(evidence: &Evidence) -> Option<Picture<'a>> {
    let series = amortization::series(evidence);
    let panels = panels(&series);
    let curves = || panels.iter().flat_map(|panel| &panel.curves);
    let points: Vec<(u64, f64)> = curves()
        .flat_map(|curve| curve.medians_ms.clone())
        .collect();
    let sizes: Vec<f64> = points.iter().map(|(m, _)| float(*m)).collect();
    let times: Vec<f64> = points.iter().map(|(_, ms)| *ms).collect();
    let across = Axis::holding(&sizes, LEFT, RIGHT)?;
    let up = Axis::holding(&times, PANEL, 0.0)?;
    let height = (TITLE + PANEL + FOOT) * float(panels.len() as u64);
    Some(Picture {
        title: "What M calls cost, way by way".into(),
        description: description(&series),
        width: WIDTH,
        #[expect(clippy::cast_possible_truncation, reason = "a few thousand pixels")]
        height: height as i32,
        paint: Box::new(move |canvas| {
            for (place, panel) in (0u32..).zip(&panels) {
                let top = TITLE + f64::from(place) * (TITLE + PANEL + FOOT);
                paint(canvas, panel, &across, &up, top)?;
            }
            Ok(())
        }),
    })
}

fn panels(series: &[Series]) -> Vec<Panel> {
    let comparisons = amortization::comparisons(series);
    let mut cells: Vec<&str> = Vec::new();
    for series in series.iter().filter(|series| drawn(series)) {
        if series.cell.role == Role::Candidate && !cells.contains(&series.cell.name.as_str()) {
            cells.push(&series.cell.name);
        }
    }
    let panel = |cell: &str| {
        let shown = |series: &&Series| {
            drawn(series) && (series.cell.name == cell || series.cell.role == Role::Oracle)
        };
        let evens = comparisons.iter().filter_map(|comparison| {
            let here = comparison.here;
            let from = comparison.even.from.filter(|from| *from >= 1.0)?;
            if here.cell.name != cell || comparison.there.cell.role != Role::Oracle {
                return None;
            }
            let line = here.line.as_ref()?;
            Some((from, line.a.estimate + line.b.estimate * from, ink(here)))
        });
        Panel {
            cell: cell.to_owned(),
            curves: series.iter().filter(shown).filter_map(curve).collect(),
            evens: evens.collect(),
        }
    };
    cells.into_iter().map(panel).collect()
}

fn drawn(series: &Series) -> bool {
    !series.emulated && series.line.is_some()
}

fn curve(series: &Series) -> Option<Curve> {
    let line = series.line.as_ref()?;
    let name = match series.cell.role {
        Role::Oracle => format!("python3, {}", series.way.words()),
        _ => series.way.words().into(),
    };
    Some(Curve {
        name,
        ink: ink(series),
        line: (line.a.estimate, line.b.estimate),
        medians_ms: series.medians_ms.clone(),
    })
}

fn ink(series: &Series) -> Ink {
    if series.cell.role == Role::Oracle {
        return Ink::Text;
    }
    Ink::series(match series.way {
        Way::Process => 0,
        Way::Isolate => 1,
        Way::Shared => 2,
    })
}

fn paint(
    canvas: &Canvas<'_>,
    panel: &Panel,
    across: &Axis,
    up: &Axis,
    top: f64,
) -> Result<(), PlotError> {
    let bottom = top + PANEL;
    canvas.words((2.0, top - 18.0), Anchor::Left, Ink::Text, &panel.cell)?;
    for tick in decades(across) {
        let x = across.at(tick);
        canvas.path(&[(x, top), (x, bottom)], Ink::Grid, 1)?;
        let at = (x, bottom + 14.0);
        canvas.notes(at, Anchor::Middle, Ink::Muted, &tick_label(tick))?;
    }
    for tick in decades(up) {
        let y = top + up.at(tick);
        canvas.path(&[(LEFT, y), (RIGHT, y)], Ink::Grid, 1)?;
        let words = format!("{} ms", tick_label(tick));
        canvas.notes((LEFT - 8.0, y), Anchor::Right, Ink::Muted, &words)?;
    }
    let middle = f64::midpoint(LEFT, RIGHT);
    let calls = "calls, M";
    canvas.notes((middle, bottom + 32.0), Anchor::Middle, Ink::Muted, calls)?;
    for curve in &panel.curves {
        draw(canvas, curve, across, up, top)?;
    }
    for (place, even) in (0u32..).zip(&panel.evens) {
        // Each one's words on a line of their own: they may stand near to each other.
        let words = top + PANEL - 10.0 - APART * f64::from(place);
        mark_even(canvas, *even, (across, up), (top, words))?;
    }
    names(canvas, panel, across, up, top)
}

fn draw(
    canvas: &Canvas<'_>,
    curve: &Curve,
    across: &Axis,
    up: &Axis,
    top: f64,
) -> Result<(), PlotError> {
    let Some((from, to)) = curve.ends() else {
        return Ok(());
    };
    let pieces = (0..=PIECES).map(|piece| {
        let m = from * (to / from).powf(f64::from(piece) / f64::from(PIECES));
        (m, curve.at(m))
    });
    // A line that begins below nothing has no logarithm there.
    let points: Vec<(f64, f64)> = pieces
        .filter(|(_, ms)| *ms > 0.0)
        .map(|(m, ms)| (across.at(m), top + up.at(ms).clamp(0.0, PANEL)))
        .collect();
    if points.len() > 1 {
        canvas.path(&points, curve.ink, 2)?;
    }
    for (m, ms) in &curve.medians_ms {
        canvas.mark((across.at(float(*m)), top + up.at(*ms)), curve.ink)?;
    }
    Ok(())
}

/// Marks where a way costs as much as python3: a line down to the number of calls.
fn mark_even(
    canvas: &Canvas<'_>,
    (m, ms, ink): (f64, f64, Ink),
    (across, up): (&Axis, &Axis),
    (top, words): (f64, f64),
) -> Result<(), PlotError> {
    let (x, y) = (across.at(m), top + up.at(ms));
    if !(LEFT..=RIGHT).contains(&x) || !(top..=top + PANEL).contains(&y) {
        return Ok(());
    }
    canvas.path(&[(x, y), (x, top + PANEL)], ink, 1)?;
    canvas.papers_mark((x, y))?;
    let at = format!("even at {}", number::calls(m));
    canvas.notes((x + 6.0, words), Anchor::Left, ink, &at)
}

/// Writes each curve's name at its right end, moved up or down where it would hide another.
fn names(
    canvas: &Canvas<'_>,
    panel: &Panel,
    across: &Axis,
    up: &Axis,
    top: f64,
) -> Result<(), PlotError> {
    let ends = panel.curves.iter().filter_map(|curve| {
        let (m, ms) = curve.medians_ms.last()?;
        Some((across.at(float(*m)) + 12.0, top + up.at(*ms), curve))
    });
    let mut ends: Vec<(f64, f64, &Curve)> = ends.collect();
    ends.sort_by(|left, right| left.1.total_cmp(&right.1));
    let mut before = f64::NEG_INFINITY;
    for (x, y, curve) in ends {
        let y = y.max(before + APART);
        before = y;
        canvas.words((x, y), Anchor::Left, curve.ink, &curve.name)?;
    }
    Ok(())
}

/// Powers of ten where they suffice.
fn decades(axis: &Axis) -> Vec<f64> {
    let ticks = axis.ticks();
    let whole = |tick: &&f64| {
        let power = tick.log10();
        (power - power.round()).abs() < 1e-9
    };
    let powers: Vec<f64> = ticks.iter().filter(whole).copied().collect();
    if powers.len() >= 3 { powers } else { ticks }
}

fn description(series: &[Series]) -> String {
    let comparisons = amortization::comparisons(series);
    let lines = series.iter().filter_map(|series| {
        let line = series.line.as_ref()?;
        let (once, each) = (line.a.estimate, line.b.estimate);
        let (name, way) = (&series.cell.name, series.way.words());
        Some(format!(
            "{name}, {way}: {once:.3} ms once and {each:.3} ms for each call."
        ))
    });
    let evens = comparisons.iter().map(|comparison| {
        let here = format!(
            "{}, {}",
            comparison.here.cell.name,
            comparison.here.way.words()
        );
        match comparison.even.from {
            None => format!("{here}, never costs as little as {}.", comparison.with()),
            Some(from) => format!(
                "{here}, costs no more than {} from {} calls on.",
                comparison.with(),
                number::calls(from)
            ),
        }
    });
    lines.chain(evens).collect::<Vec<_>>().join(" ")
}
