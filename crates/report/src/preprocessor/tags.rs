//! The tags by name.

use super::{claims, machine, missing, samples, speed, values};
use crate::evidence::Evidence;
use crate::html::Html;
use crate::plot::{Plot, PlotError};

/// The `PoC` that the book tells of so far.
pub(super) const POC: &str = "7";

/// What is wrong with a tag.
#[derive(Debug, thiserror::Error)]
pub enum TagProblem {
    /// Nobody knows a tag of that name.
    #[error("there is no tag `{name}`; known are {known}")]
    Unknown {
        /// The name.
        name: String,
        /// The known tags, each with its arguments.
        known: String,
    },
    /// The tag's arguments are not what it takes.
    #[error("the tag takes other arguments: `{usage}`")]
    Arguments {
        /// The tag with its arguments.
        usage: String,
    },
    /// A tag asks for something by a name that nothing has.
    #[error("there is no {what} `{name}`; known are {known}")]
    Name {
        /// What it asks for.
        what: &'static str,
        /// The name.
        name: String,
        /// The names that there are.
        known: String,
    },
    /// The tag is not closed.
    #[error("the tag is not closed by `}}}}`")]
    Unclosed,
    /// A plot could not be drawn.
    #[error(transparent)]
    Plot(#[from] PlotError),
}

/// What a tag stands for.
type Render = fn(&Evidence, &[&str]) -> Result<Html, TagProblem>;

struct Tag {
    name: &'static str,
    /// Its arguments; one in brackets may be left out.
    arguments: &'static [&'static str],
    /// Whether it stands within a sentence.
    inline: bool,
    render: Render,
}

impl Tag {
    const fn block(name: &'static str, arguments: &'static [&'static str], render: Render) -> Self {
        Self {
            name,
            arguments,
            inline: false,
            render,
        }
    }

    fn usage(&self) -> String {
        [&[self.name], self.arguments].concat().join(" ")
    }

    fn takes(&self, count: usize) -> bool {
        let needed = self
            .arguments
            .iter()
            .filter(|argument| !argument.starts_with('['))
            .count();
        (needed..=self.arguments.len()).contains(&count)
    }
}

const TAGS: &[Tag] = &[
    Tag::block("binaries", &[], |evidence, _| {
        Ok(machine::binaries(evidence))
    }),
    Tag::block("claims", &[], |evidence, _| Ok(claims::cards(evidence))),
    Tag::block("counterexample", &["CLAIM"], |evidence, words| {
        claims::counterexample(evidence, words[0])
    }),
    Tag::block("diff", &["SAMPLE", "[CELL]"], |evidence, words| {
        Ok(samples::diff(
            evidence,
            words[0],
            words.get(1).copied().unwrap_or("light"),
        ))
    }),
    Tag::block("durations", &[], |evidence, _| {
        Ok(machine::durations(evidence))
    }),
    Tag::block("environment", &[], |evidence, _| {
        Ok(machine::environment(evidence))
    }),
    Tag::block("fidelity", &["CELL"], |evidence, words| {
        Ok(samples::fidelity(evidence, words[0]))
    }),
    Tag::block("inputs", &[], |evidence, _| Ok(machine::inputs(evidence))),
    Tag::block("matrix", &[], |evidence, _| Ok(machine::matrix(evidence))),
    Tag::block("noise", &[], |evidence, _| Ok(speed::noise(evidence))),
    Tag::block("outputs", &["SAMPLE", "[CELL]"], |evidence, words| {
        Ok(samples::outputs(
            evidence,
            words[0],
            words.get(1).copied().unwrap_or("light"),
        ))
    }),
    Tag::block("paper-speed", &[], |_, _| Ok(speed::papers_table())),
    Tag::block("plot", &["PLOT"], |evidence, words| {
        plot(evidence, words[0])
    }),
    Tag::block("portability", &[], |evidence, _| {
        Ok(machine::portability(evidence))
    }),
    Tag::block("probes", &[], |evidence, _| Ok(samples::probes(evidence))),
    Tag::block("speed", &[], |evidence, _| Ok(speed::table(evidence))),
    Tag::block("tally", &[], |evidence, _| Ok(claims::tally(evidence))),
    Tag {
        name: "value",
        arguments: &["KEY"],
        inline: true,
        render: |evidence, words| values::value(evidence, words[0]),
    },
    Tag::block("verdicts", &["[open]"], |evidence, words| {
        claims::verdicts(evidence, words.first().copied())
    }),
];

/// Renders the tag with these words: its name and arguments.
pub(super) fn render(evidence: &Evidence, words: &str) -> Result<String, TagProblem> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let (name, arguments) = words
        .split_first()
        .map_or(("", &[][..]), |(name, rest)| (*name, rest));
    let Some(tag) = TAGS.iter().find(|tag| tag.name == name) else {
        let known: Vec<String> = TAGS
            .iter()
            .map(|tag| format!("`{}`", tag.usage()))
            .collect();
        return Err(TagProblem::Unknown {
            name: name.into(),
            known: known.join(", "),
        });
    };
    if !tag.takes(arguments.len()) {
        return Err(TagProblem::Arguments { usage: tag.usage() });
    }
    let html = (tag.render)(evidence, arguments)?;
    if tag.inline {
        Ok(html.inline())
    } else {
        Ok(format!("<div class=\"tiers\">{html}</div>\n"))
    }
}

fn plot(evidence: &Evidence, name: &str) -> Result<Html, TagProblem> {
    let plot = Plot::named(name).ok_or_else(|| TagProblem::Name {
        what: "plot",
        name: name.into(),
        known: Plot::ALL.map(|plot| plot.to_string()).join(", "),
    })?;
    let command = match plot {
        Plot::Fidelity => "just poc7",
        Plot::Speed => "tiers bench all",
        Plot::Startup => "tiers bench startup",
    };
    Ok(plot
        .draw(evidence, POC)?
        .unwrap_or_else(|| missing::note(command)))
}
