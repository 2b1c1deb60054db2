//! What each link of the chain of builds adds: from python3's time, step by step, to the last build's.

use stats::Share;

use super::axis::{Linear, tick_label};
use super::canvas::{Anchor, Canvas, Ink};
use super::{Picture, PlotError, WIDTH};
use crate::decomposition::{self, Chain, Link};
use crate::evidence::Evidence;
use crate::number::{self, float};

const LEFT: f64 = 280.0;
const RIGHT: f64 = 570.0;
/// Above each chain, for its heading.
const HEAD: f64 = 34.0;
const ROW: f64 = 24.0;
/// Below each chain, for the times.
const FOOT: f64 = 34.0;

/// As many letters of a factor as there is room for.
const LETTERS: usize = 44;

pub(super) fn picture<'a>(evidence: &Evidence) -> Option<Picture<'a>> {
    let chains: Vec<Chain> = decomposition::chains(evidence)
        .into_iter()
        .filter(|chain| chain.whole_ms.is_some())
        .collect();
    if chains.is_empty() {
        return None;
    }
    let described = chains.iter().map(description);
    Some(Picture {
        title: "From python3 to the last build, one thing at a time".into(),
        description: described.collect::<Vec<_>>().join(" "),
        width: WIDTH,
        #[expect(clippy::cast_possible_truncation, reason = "a few thousand pixels")]
        height: chains.iter().map(height).sum::<f64>() as i32,
        paint: Box::new(move |canvas| {
            let mut top = 0.0;
            for chain in &chains {
                paint(canvas, chain, top)?;
                top += height(chain);
            }
            Ok(())
        }),
    })
}

/// A row for each link and one for where they end.
fn height(chain: &Chain) -> f64 {
    HEAD + ROW * float(chain.links.len() as u64 + 1) + FOOT
}

fn paint(canvas: &Canvas<'_>, chain: &Chain, top: f64) -> Result<(), PlotError> {
    let Some(axis) = Linear::holding(&values(chain), LEFT, RIGHT) else {
        return Ok(());
    };
    let heading = format!("{}, M = {}", chain.work, number::grouped(chain.m));
    canvas.words((2.0, top + HEAD / 2.0), Anchor::Left, Ink::Muted, &heading)?;
    let (from, to) = (top + HEAD, top + height(chain) - FOOT);
    for tick in axis.ticks() {
        let x = axis.at(tick);
        canvas.path(&[(x, from), (x, to)], Ink::Grid, 1)?;
        let words = format!("{} ms", tick_label(tick));
        canvas.notes((x, to + 14.0), Anchor::Middle, Ink::Muted, &words)?;
    }
    let mut before: Option<f64> = None;
    for (place, link) in (0u32..).zip(&chain.links) {
        let middle = from + ROW * (f64::from(place) + 0.5);
        let name = if link.factor().is_empty() {
            link.cell.name.clone()
        } else {
            shortened(link.factor())
        };
        canvas.notes((LEFT - 12.0, middle), Anchor::Right, Ink::Text, &name)?;
        row(canvas, &axis, middle, link, before)?;
        if let Ok(part) = &link.time {
            before = Some(part.median);
        }
    }
    let Some(last) = before else {
        return Ok(());
    };
    let middle = to - ROW / 2.0;
    let name = chain.links.iter().rfind(|link| link.time.is_ok());
    let name = name.map_or("", |link| &link.cell.name);
    canvas.notes((LEFT - 12.0, middle), Anchor::Right, Ink::Text, name)?;
    total(canvas, &axis, middle, last)
}

/// One link: a bar from the time of the link before it to its own, with the share's interval upon it.
fn row(
    canvas: &Canvas<'_>,
    axis: &Linear,
    middle: f64,
    link: &Link,
    before: Option<f64>,
) -> Result<(), PlotError> {
    let words = (RIGHT + 14.0, middle);
    let Ok(part) = &link.time else {
        return canvas.notes(words, Anchor::Left, Ink::Muted, "left out");
    };
    let (Some(before), Some(share)) = (before, part.share) else {
        return total(canvas, axis, middle, part.median);
    };
    let color = if share.difference.estimate <= 0.0 {
        Ink::Pass
    } else {
        Ink::Diff
    };
    let (from, to) = (axis.at(before), axis.at(before + share.difference.estimate));
    let (left, right) = (from.min(to), from.max(to).max(from.min(to) + 1.0));
    canvas.bar((left, middle - 7.0), (right, middle + 7.0), color)?;
    let (low, high) = (
        before + share.difference.low,
        before + share.difference.high,
    );
    let ends = [(axis.at(low), middle), (axis.at(high), middle)];
    canvas.path(&ends, Ink::Text, 1)?;
    // Where the next bar begins.
    canvas.path(&[(to, middle), (to, middle + ROW)], Ink::Muted, 1)?;
    canvas.notes(words, Anchor::Left, Ink::Text, &told(&share))
}

/// A time as a whole: a mark, for its length from nothing would say little.
fn total(canvas: &Canvas<'_>, axis: &Linear, middle: f64, median_ms: f64) -> Result<(), PlotError> {
    let x = axis.at(median_ms);
    canvas.path(&[(x, middle - 9.0), (x, middle + 9.0)], Ink::Text, 3)?;
    let words = number::milliseconds(median_ms);
    canvas.words((RIGHT + 14.0, middle), Anchor::Left, Ink::Text, &words)?;
    let edge = f64::from(WIDTH) - 2.0;
    canvas.notes((edge, middle), Anchor::Right, Ink::Muted, "in all")
}

/// All times that the axis must hold.
fn values(chain: &Chain) -> Vec<f64> {
    let mut values = Vec::new();
    let mut before = 0.0;
    for part in chain
        .links
        .iter()
        .filter_map(|link| link.time.as_ref().ok())
    {
        if let Some(share) = part.share {
            values.extend([
                before + share.difference.low,
                before + share.difference.high,
            ]);
        }
        values.push(part.median);
        before = part.median;
    }
    values
}

fn told(share: &Share) -> String {
    let difference = share.difference;
    format!(
        "{:+.2} ms [{:+.2}, {:+.2}]",
        difference.estimate, difference.low, difference.high
    )
}

fn shortened(words: &str) -> String {
    if words.chars().count() <= LETTERS {
        return words.to_owned();
    }
    words.chars().take(LETTERS - 1).chain(['…']).collect()
}

fn description(chain: &Chain) -> String {
    let links = chain.links.iter().map(|link| match &link.time {
        Err(why) => format!("{}: left out, {why}.", link.factor()),
        Ok(part) => match part.share {
            None => format!("{}: {}.", link.cell.name, number::milliseconds(part.median)),
            Some(share) => format!("{}: {}.", link.label(), told(&share)),
        },
    });
    let heading = format!("{}, M = {}:", chain.work, number::grouped(chain.m));
    [heading]
        .into_iter()
        .chain(links)
        .collect::<Vec<_>>()
        .join(" ")
}
