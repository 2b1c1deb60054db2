//! Lines, shapes and words in pixels of the page.

use plotters::coord::Shift;
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::prelude::{DrawingArea, IntoDrawingArea as _, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, IntoFont as _, RGBColor, ShapeStyle, TextStyle};
use record::Role;

use super::{PlotError, SCALE};
use crate::evidence::Evidence;

/// What a thing is drawn with. The page decides the colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// Words, and python3.
    Text,
    /// What stands back: the control, notes.
    Muted,
    /// Lines of the grid.
    Grid,
    /// The page itself, for words upon a coloured shape.
    Page,
    /// A verdict.
    Pass,
    /// A verdict.
    Diff,
    /// A verdict.
    Fail,
    /// A cell, by its place among the candidates.
    Series(u8),
}

/// How many candidates have a colour of their own; further ones share them and differ in shape.
const SERIES: u8 = 4;

impl Ink {
    pub(super) fn all() -> impl Iterator<Item = Self> {
        use Ink::{Diff, Fail, Grid, Muted, Page, Pass, Series, Text};
        [Text, Muted, Grid, Page, Pass, Diff, Fail]
            .into_iter()
            .chain((0..SERIES).map(Series))
    }

    /// Returns what a cell is drawn with in the plots of a `PoC`.
    pub(super) fn of(evidence: &Evidence, poc: &str, cell: &record::CellPrint) -> Self {
        match cell.role {
            Role::Oracle => Self::Text,
            Role::Control | Role::Attempt | Role::OtherOracle | Role::Peer => Self::Muted,
            Role::Candidate => {
                let place = evidence
                    .candidates(poc)
                    .take_while(|other| other.name != cell.name)
                    .count();
                Self::series(place)
            }
        }
    }

    /// Returns what the thing in that place is drawn with.
    pub(super) fn series(place: usize) -> Self {
        Self::Series(u8::try_from(place % usize::from(SERIES)).unwrap_or(0))
    }

    /// The colour in the page's style sheet, with one that does without it.
    pub(super) fn css(self) -> String {
        match self {
            Self::Text => "currentColor".into(),
            Self::Muted => "var(--tiers-muted, #6b7280)".into(),
            Self::Grid => "var(--tiers-grid, #9ca3af55)".into(),
            Self::Page => "var(--bg, #ffffff)".into(),
            Self::Pass => "var(--tiers-pass, #0072b2)".into(),
            Self::Diff => "var(--tiers-diff, #955800)".into(),
            Self::Fail => "var(--tiers-fail, #a3195b)".into(),
            Self::Series(place) => {
                let fallback = ["#0072b2", "#c04f00", "#007a59", "#8a3b8f"];
                format!(
                    "var(--tiers-series-{place}, {})",
                    fallback[usize::from(place % SERIES)]
                )
            }
        }
    }

    /// The colour that stands for this ink until the drawing is done. No other colour is drawn with.
    fn placeholder(self) -> RGBColor {
        match self {
            Self::Text => RGBColor(1, 0, 0),
            Self::Muted => RGBColor(1, 0, 1),
            Self::Grid => RGBColor(1, 0, 2),
            Self::Page => RGBColor(1, 0, 3),
            Self::Pass => RGBColor(1, 0, 4),
            Self::Diff => RGBColor(1, 0, 5),
            Self::Fail => RGBColor(1, 0, 6),
            Self::Series(place) => RGBColor(1, 1, place),
        }
    }

    pub(super) fn placeholder_attribute(self) -> String {
        let RGBColor(red, green, blue) = self.placeholder();
        format!("\"#{red:02X}{green:02X}{blue:02X}\"")
    }
}

/// Where words are held: at their left end, in the middle, or at their right end.
#[derive(Clone, Copy, Debug)]
pub(super) enum Anchor {
    Left,
    Middle,
    Right,
}

/// The size of most words, in pixels.
const WORDS: f64 = 13.0;

/// A drawing area, in pixels from its upper left corner.
pub(super) struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
}

type Drawn = Result<(), PlotError>;

impl<'a> Canvas<'a> {
    /// Starts a drawing of that size, in pixels, that is written to `svg`.
    pub(super) fn new(svg: &'a mut String, (width, height): (i32, i32)) -> Self {
        let size = (
            (width * SCALE).unsigned_abs(),
            (height * SCALE).unsigned_abs(),
        );
        Self {
            area: SVGBackend::with_string(svg, size).into_drawing_area(),
        }
    }

    /// Ends the drawing.
    pub(super) fn finish(self) -> Drawn {
        Ok(self.area.present()?)
    }

    /// Draws a line through points.
    pub(super) fn path(&self, points: &[(f64, f64)], ink: Ink, width: u32) -> Drawn {
        let points: Vec<(i32, i32)> = points.iter().copied().map(units).collect();
        Ok(self
            .area
            .draw(&PathElement::new(points, stroke(ink, width)))?)
    }

    /// Draws a filled rectangle between two corners.
    pub(super) fn bar(&self, from: (f64, f64), to: (f64, f64), ink: Ink) -> Drawn {
        Ok(self.area.draw(&Rectangle::new(
            [units(from), units(to)],
            ink.placeholder().filled(),
        ))?)
    }

    /// Draws the outline of a rectangle between two corners.
    pub(super) fn frame(&self, from: (f64, f64), to: (f64, f64), ink: Ink) -> Drawn {
        Ok(self
            .area
            .draw(&Rectangle::new([units(from), units(to)], stroke(ink, 1)))?)
    }

    /// Draws the mark of a cell: a circle, a square, a diamond or a triangle, by its ink.
    pub(super) fn mark(&self, at: (f64, f64), ink: Ink) -> Drawn {
        let (x, y) = at;
        let corners = |reach: &[(f64, f64)]| -> Vec<(f64, f64)> {
            reach.iter().map(|(dx, dy)| (x + dx, y + dy)).collect()
        };
        match ink {
            Ink::Series(1) => {
                self.shape(&corners(&[(-5., -5.), (5., -5.), (5., 5.), (-5., 5.)]), ink)
            }
            Ink::Series(2) => {
                self.shape(&corners(&[(0., -7.), (7., 0.), (0., 7.), (-7., 0.)]), ink)
            }
            Ink::Series(3) => self.shape(&corners(&[(0., -6.), (6.5, 5.), (-6.5, 5.)]), ink),
            _ => {
                let circle = Circle::new(units(at), 5 * SCALE, ink.placeholder().filled());
                Ok(self.area.draw(&circle)?)
            }
        }
    }

    /// Draws a diamond's outline: the paper's value.
    pub(super) fn papers_mark(&self, (x, y): (f64, f64)) -> Drawn {
        let corners = [
            (x, y - 8.),
            (x + 8., y),
            (x, y + 8.),
            (x - 8., y),
            (x, y - 8.),
        ];
        self.path(&corners, Ink::Text, 1)
    }

    fn shape(&self, corners: &[(f64, f64)], ink: Ink) -> Drawn {
        let corners: Vec<(i32, i32)> = corners.iter().copied().map(units).collect();
        Ok(self
            .area
            .draw(&Polygon::new(corners, ink.placeholder().filled()))?)
    }

    /// Writes words, their middle line at `at`.
    pub(super) fn words(&self, at: (f64, f64), anchor: Anchor, ink: Ink, words: &str) -> Drawn {
        self.write(at, anchor, ink, WORDS, words)
    }

    /// Writes smaller words.
    pub(super) fn notes(&self, at: (f64, f64), anchor: Anchor, ink: Ink, words: &str) -> Drawn {
        self.write(at, anchor, ink, WORDS - 2.0, words)
    }

    fn write(&self, at: (f64, f64), anchor: Anchor, ink: Ink, size: f64, words: &str) -> Drawn {
        let held = match anchor {
            Anchor::Left => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::Right => HPos::Right,
        };
        let font = ("sans-serif", size * f64::from(SCALE)).into_font();
        let color = ink.placeholder();
        let style = TextStyle::from(font)
            .color(&color)
            .pos(Pos::new(held, VPos::Center));
        Ok(self
            .area
            .draw(&Text::new(words.to_owned(), units(at), style))?)
    }
}

fn stroke(ink: Ink, width: u32) -> ShapeStyle {
    ink.placeholder().stroke_width(width * SCALE.unsigned_abs())
}

/// Turns pixels into units of the drawing.
fn units((x, y): (f64, f64)) -> (i32, i32) {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a drawing is a few thousand units wide"
    )]
    let unit = |pixels: f64| (pixels * f64::from(SCALE)).round() as i32;
    (unit(x), unit(y))
}
