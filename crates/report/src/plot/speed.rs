//! Each cell's time over python3's, for each speed program, with its interval.

use record::{Phase, Role};

use super::axis::{Axis, tick_label};
use super::canvas::{Anchor, Canvas, Ink};
use super::{Picture, PlotError, WIDTH};
use crate::claims;
use crate::evidence::Evidence;
use crate::number;
use crate::speed::{Estimate, SpeedRow};

const LEFT: f64 = 215.0;
const RIGHT: f64 = 560.0;
const TOP: f64 = 34.0;
const ROW: f64 = 22.0;
const GAP: f64 = 8.0;

/// One line of the plot.
enum Line<'a> {
    /// Starts the lines of one program and size.
    Heading(String),
    /// One cell.
    Ratio {
        row: &'a SpeedRow,
        ratio: Estimate,
        paper: Option<f64>,
        ink: Ink,
    },
}

pub(super) fn picture<'a>(evidence: &'a Evidence, poc: &str) -> Option<Picture<'a>> {
    let lines = lines(evidence, poc);
    let values: Vec<f64> = lines.iter().flat_map(Line::values).chain([1.0]).collect();
    if values.len() == 1 {
        return None;
    }
    let axis = Axis::holding(&values, LEFT, RIGHT)?;
    let height = TOP + lines.iter().map(Line::height).sum::<f64>() + 30.0;
    Some(Picture {
        title: "Time over python3's, with intervals".into(),
        description: description(&lines),
        width: WIDTH,
        #[expect(clippy::cast_possible_truncation, reason = "a few hundred pixels")]
        height: height as i32,
        paint: Box::new(move |canvas| paint(canvas, &lines, &axis, height)),
    })
}

fn lines<'a>(evidence: &'a Evidence, poc: &str) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    let mut series = None;
    for row in evidence.speed() {
        let shown = row.poc == poc && row.mode == Phase::Cold && !row.emulated;
        let Some(ratio) = row.ratio.filter(|_| shown && row.cell.role != Role::Oracle) else {
            continue;
        };
        if series.replace((&row.work, row.m)) != Some((&row.work, row.m)) {
            lines.push(Line::Heading(format!(
                "{}, M = {}",
                row.work,
                number::grouped(row.m)
            )));
        }
        let paper = claims::paper_ratio(poc, &row.cell.tier, &row.work, row.m);
        let paper = paper.filter(|_| row.cell.as_paper);
        lines.push(Line::Ratio {
            row,
            ratio,
            paper,
            ink: Ink::of(evidence, poc, &row.cell),
        });
    }
    lines
}

impl Line<'_> {
    fn values(&self) -> Vec<f64> {
        match self {
            Self::Heading(_) => Vec::new(),
            Self::Ratio { ratio, paper, .. } => paper
                .iter()
                .copied()
                .chain([ratio.low, ratio.high])
                .collect(),
        }
    }

    fn has_paper(&self) -> bool {
        matches!(self, Self::Ratio { paper: Some(_), .. })
    }

    fn height(&self) -> f64 {
        match self {
            Self::Heading(_) => ROW + GAP,
            Self::Ratio { .. } => ROW,
        }
    }
}

fn paint(
    canvas: &Canvas<'_>,
    lines: &[Line<'_>],
    axis: &Axis,
    height: f64,
) -> Result<(), PlotError> {
    let bottom = height - 30.0;
    for tick in axis.ticks() {
        let x = axis.at(tick);
        canvas.path(&[(x, TOP), (x, bottom)], Ink::Grid, 1)?;
        canvas.notes(
            (x, bottom + 14.0),
            Anchor::Middle,
            Ink::Muted,
            &tick_label(tick),
        )?;
    }
    let one = axis.at(1.0);
    canvas.path(&[(one, TOP), (one, bottom)], Ink::Text, 1)?;
    canvas.notes((one, TOP - 10.0), Anchor::Middle, Ink::Text, "python3 = 1")?;
    let edge = f64::from(WIDTH) - 2.0;
    if lines.iter().any(Line::has_paper) {
        canvas.notes((edge, TOP - 10.0), Anchor::Right, Ink::Muted, "◇ paper")?;
    }
    canvas.notes(
        (RIGHT + 16.0, TOP - 10.0),
        Anchor::Left,
        Ink::Muted,
        "ratio [interval]",
    )?;
    let mut y = TOP;
    for line in lines {
        let middle = y + line.height() - ROW / 2.0;
        match line {
            Line::Heading(words) => {
                canvas.words((2.0, middle), Anchor::Left, Ink::Muted, words)?;
            }
            Line::Ratio {
                row,
                ratio,
                paper,
                ink,
            } => {
                canvas.words(
                    (LEFT - 12.0, middle),
                    Anchor::Right,
                    Ink::Text,
                    &row.cell.name,
                )?;
                ratio_line(canvas, axis, middle, ratio, *paper, *ink)?;
            }
        }
        y += line.height();
    }
    Ok(())
}

fn ratio_line(
    canvas: &Canvas<'_>,
    axis: &Axis,
    middle: f64,
    ratio: &Estimate,
    paper: Option<f64>,
    ink: Ink,
) -> Result<(), PlotError> {
    canvas.path(
        &[(axis.at(ratio.low), middle), (axis.at(ratio.high), middle)],
        ink,
        3,
    )?;
    canvas.mark((axis.at(ratio.median), middle), ink)?;
    let words = format!("{:.2} [{:.2}, {:.2}]", ratio.median, ratio.low, ratio.high);
    canvas.words((RIGHT + 16.0, middle), Anchor::Left, Ink::Text, &words)?;
    let Some(paper) = paper else {
        return Ok(());
    };
    canvas.papers_mark((axis.at(paper), middle))?;
    let edge = f64::from(WIDTH) - 2.0;
    canvas.words(
        (edge, middle),
        Anchor::Right,
        Ink::Muted,
        &format!("{paper:.2}"),
    )
}

fn description(lines: &[Line<'_>]) -> String {
    let words = lines.iter().map(|line| match line {
        Line::Heading(words) => format!("{words}:"),
        Line::Ratio {
            row, ratio, paper, ..
        } => {
            let paper = paper.map_or(String::new(), |paper| format!(", the paper {paper:.2}"));
            let Estimate { median, low, high } = ratio;
            format!(
                "{} {median:.2} (from {low:.2} to {high:.2}{paper}).",
                row.cell.name
            )
        }
    });
    words.collect::<Vec<_>>().join(" ")
}
