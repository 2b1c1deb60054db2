//! The plots, as SVG that goes into the page itself.
//!
//! A plot takes its colours from the page, so that it reads on light and dark pages and on paper; what differs in
//! colour differs in shape or place too, and is labelled where it stands. The same records give the same bytes.

use std::fmt;

use plotters::prelude::DrawingAreaErrorKind;

use crate::evidence::Evidence;
use crate::html::Html;

mod amortization;
mod axis;
mod canvas;
mod coverage;
mod decomposition;
mod fidelity;
mod glance;
mod speed;
mod startup;

use canvas::{Canvas, Ink};

/// Units of the drawing for a pixel of the page: the backend draws on whole units only.
const SCALE: i32 = 2;

/// The width of most plots, in pixels.
const WIDTH: i32 = 760;

/// Why a plot could not be drawn.
#[derive(Debug, thiserror::Error)]
#[error("the plot could not be drawn: {0}")]
pub struct PlotError(String);

impl<E: std::error::Error + Send + Sync> From<DrawingAreaErrorKind<E>> for PlotError {
    fn from(error: DrawingAreaErrorKind<E>) -> Self {
        Self(error.to_string())
    }
}

/// What can be plotted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plot {
    /// What calls cost, way by way, and where the lines cross.
    Amortization,
    /// Which share of the programs for which Light is right is sent there, corpus by corpus.
    Coverage,
    /// What each link of the chain of builds adds.
    Decomposition,
    /// Each sample's verdict on each cell.
    Fidelity,
    /// The same in a small space.
    GlanceFidelity,
    /// The paper's builds beside python3 in a small space, one line for each speed program.
    GlanceSpeed,
    /// Each cell's time over python3's, for each speed program.
    Speed,
    /// How the start-up times are distributed.
    Startup,
}

impl Plot {
    /// All plots.
    pub const ALL: [Self; 8] = [
        Self::Amortization,
        Self::Coverage,
        Self::Decomposition,
        Self::Fidelity,
        Self::GlanceFidelity,
        Self::GlanceSpeed,
        Self::Speed,
        Self::Startup,
    ];

    /// Returns the plot of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|plot| plot.to_string() == name)
    }

    /// Returns the `PoC` that alone measures what it shows; none where several do.
    pub fn poc(self) -> Option<&'static str> {
        match self {
            Self::Amortization => Some(crate::amortization::POC),
            Self::Coverage => Some(crate::corpora::POC),
            Self::Decomposition => Some(crate::decomposition::POC),
            Self::GlanceFidelity => Some(crate::travel::POC),
            Self::Fidelity | Self::GlanceSpeed | Self::Speed | Self::Startup => None,
        }
    }

    /// Draws it; none where the records hold nothing to draw.
    pub fn draw(self, evidence: &Evidence, poc: &str) -> Result<Option<Html>, PlotError> {
        let picture = match self {
            Self::Amortization => amortization::picture(evidence),
            Self::Coverage => coverage::picture(evidence),
            Self::Decomposition => decomposition::picture(evidence),
            Self::Fidelity => fidelity::picture(evidence, poc),
            Self::GlanceFidelity => glance::fidelity(evidence, poc),
            Self::GlanceSpeed => glance::speed(evidence, poc),
            Self::Speed => speed::picture(evidence, poc),
            Self::Startup => startup::picture(evidence, poc),
        };
        let id = format!("tiers-plot-{self}-{}", poc.replace('.', "-"));
        picture.map(|picture| picture.svg(&id)).transpose()
    }
}

impl fmt::Display for Plot {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Amortization => "amortization",
            Self::Coverage => "coverage",
            Self::Decomposition => "decomposition",
            Self::Fidelity => "fidelity",
            Self::GlanceFidelity => "glance-fidelity",
            Self::GlanceSpeed => "glance-speed",
            Self::Speed => "speed",
            Self::Startup => "startup",
        })
    }
}

/// Draws a picture.
type Paint<'a> = Box<dyn Fn(&Canvas<'_>) -> Result<(), PlotError> + 'a>;

/// What is to be drawn, with the words for those who do not see it.
struct Picture<'a> {
    title: String,
    description: String,
    /// The width, in pixels.
    width: i32,
    /// The height, in pixels.
    height: i32,
    paint: Paint<'a>,
}

impl Picture<'_> {
    fn svg(&self, id: &str) -> Result<Html, PlotError> {
        let mut svg = String::new();
        let canvas = Canvas::new(&mut svg, (self.width, self.height));
        (self.paint)(&canvas)?;
        canvas.finish()?;
        Ok(Html::markup(self.dress(&svg, id)))
    }

    /// Gives the drawing its words, and lets the page choose its colours, its font and its size.
    fn dress(&self, svg: &str, id: &str) -> String {
        let body = svg.split_once('>').map_or("", |(_, body)| body);
        let mut body = body.replace("font-family=\"sans-serif\"", "font-family=\"inherit\"");
        for ink in Ink::all() {
            body = body.replace(&ink.placeholder_attribute(), &format!("\"{}\"", ink.css()));
        }
        let (width, height) = (self.width * SCALE, self.height * SCALE);
        let (title, description) = (Html::text(&self.title), Html::text(&self.description));
        format!(
            "<div class=\"tiers-plot\" role=\"region\" tabindex=\"0\" aria-label=\"{title}\"><svg \
             viewBox=\"0 0 {width} {height}\" lang=\"en\" role=\"img\" aria-labelledby=\"{id}-title {id}-description\" \
             xmlns=\"http://www.w3.org/2000/svg\"><title id=\"{id}-title\">{title}</title>\
             <desc id=\"{id}-description\">{description}</desc>{body}</div>"
        )
    }
}

#[cfg(test)]
mod tests;
