//! Which share of the programs for which Light is right is sent there: a bar for each corpus, with its interval.

use super::canvas::{Anchor, Canvas, Ink};
use super::{Picture, PlotError, WIDTH};
use crate::corpora::{self, Scored};
use crate::evidence::Evidence;
use crate::number::float;

const LEFT: f64 = 150.0;
const RIGHT: f64 = 500.0;
const TOP: f64 = 30.0;
const ROW: f64 = 30.0;

/// A corpus' bar.
struct Bar<'a> {
    name: &'a str,
    share: stats::Interval,
    /// Whether people wrote the programs.
    by_people: bool,
}

pub(super) fn picture(evidence: &Evidence) -> Option<Picture<'_>> {
    let scored = corpora::scored(evidence);
    let bars: Vec<Bar<'_>> = scored.iter().filter_map(bar).collect();
    if bars.is_empty() {
        return None;
    }
    let described = bars
        .iter()
        .map(|bar| format!("{}: {}", bar.name, corpora::share(bar.share)));
    let rows = i32::try_from(bars.len()).ok()?;
    Some(Picture {
        title: "Of the programs for which Light is right, those sent there, by corpus".into(),
        description: described.collect::<Vec<_>>().join(". ") + ".",
        width: WIDTH,
        #[expect(clippy::cast_possible_truncation, reason = "small constants")]
        height: (TOP + 10.0) as i32 + rows * ROW as i32,
        paint: Box::new(move |canvas| paint(canvas, &bars)),
    })
}

fn bar<'a>(scored: &Scored<'a>) -> Option<Bar<'a>> {
    let score = scored.score;
    Some(Bar {
        name: &score.corpus,
        share: stats::proportion(score.covered, score.light_identical)?,
        by_people: score.seed.is_none(),
    })
}

fn paint(canvas: &Canvas<'_>, bars: &[Bar<'_>]) -> Result<(), PlotError> {
    let bottom = TOP + ROW * float(bars.len() as u64);
    for percent in [0u32, 25, 50, 75, 100] {
        let x = at(f64::from(percent) / 100.0);
        canvas.path(&[(x, TOP), (x, bottom)], Ink::Grid, 1)?;
        let words = format!("{percent} %");
        canvas.notes((x, TOP - 12.0), Anchor::Middle, Ink::Muted, &words)?;
    }
    for (place, bar) in (0u32..).zip(bars) {
        let middle = TOP + ROW * (f64::from(place) + 0.5);
        canvas.words((LEFT - 12.0, middle), Anchor::Right, Ink::Text, bar.name)?;
        let ink = if bar.by_people { Ink::Pass } else { Ink::Muted };
        let (from, to) = (
            (at(0.0), middle - 8.0),
            (at(bar.share.estimate), middle + 8.0),
        );
        canvas.bar(from, to, ink)?;
        whisker(canvas, bar, middle)?;
        let drawn = if bar.by_people { "" } else { ", drawn" };
        let words = format!("{}{drawn}", corpora::share(bar.share));
        let edge = f64::from(WIDTH) - 2.0;
        canvas.words((edge, middle), Anchor::Right, Ink::Text, &words)?;
    }
    Ok(())
}

/// Draws the interval upon the bar.
fn whisker(canvas: &Canvas<'_>, bar: &Bar<'_>, middle: f64) -> Result<(), PlotError> {
    let (low, high) = (at(bar.share.low), at(bar.share.high));
    canvas.path(&[(low, middle), (high, middle)], Ink::Text, 1)?;
    for end in [low, high] {
        canvas.path(&[(end, middle - 5.0), (end, middle + 5.0)], Ink::Text, 1)?;
    }
    Ok(())
}

fn at(share: f64) -> f64 {
    LEFT + share * (RIGHT - LEFT)
}
