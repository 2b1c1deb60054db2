//! The tags by name.

use super::{
    cells, chain, changes, claims, controls, corpora, costs, decisions, divergences,
    evidence as cell_evidence, faults, glance, goals, grid, machine, missing, peers, profile,
    ready, rebuilds, samples, second, speed, suite, travel, values,
};
use crate::evidence::Evidence;
use crate::html::Html;
use crate::plot::{Plot, PlotError};
use crate::poc::{self, Poc};
use crate::{amortization, catalogue, decomposition};

/// The `PoC` of which a tag tells that names none.
pub(super) const DEFAULT: &str = "7";

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

/// What a tag and its arguments stand for.
type Show = fn(&Evidence, &[&str]) -> Result<Html, TagProblem>;

/// How a tag is replaced.
#[derive(Clone, Copy)]
enum Render {
    /// Within a sentence.
    Inline(Show),
    /// By a block of its own.
    Block(Show),
    /// By sections of the page, in Markdown.
    Sections(fn(&Evidence) -> Result<String, TagProblem>),
}

struct Tag {
    name: &'static str,
    /// Its arguments; one in brackets may be left out.
    arguments: &'static [&'static str],
    render: Render,
}

impl Tag {
    const fn block(name: &'static str, arguments: &'static [&'static str], show: Show) -> Self {
        Self {
            name,
            arguments,
            render: Render::Block(show),
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
    Tag::block("amortization", &[], |evidence, _| {
        Ok(costs::amortization(evidence, poc(amortization::POC)?))
    }),
    Tag::block("attempts", &["POC"], |evidence, words| {
        Ok(cells::attempts(evidence, poc(words[0])?))
    }),
    Tag::block("binaries", &[], |evidence, _| {
        Ok(machine::binaries(evidence))
    }),
    Tag::block("break-even", &[], |evidence, _| {
        Ok(costs::break_even(evidence, poc(amortization::POC)?))
    }),
    Tag::block("cell-files", &[], |evidence, _| {
        Ok(cell_evidence::files(evidence))
    }),
    Tag::block("cell-sections", &[], |evidence, _| {
        Ok(cell_evidence::sections(evidence))
    }),
    Tag::block("cells", &["POC"], |evidence, words| {
        Ok(cells::cells(evidence, poc(words[0])?))
    }),
    Tag::block("changes", &[], |_, _| Ok(changes::table())),
    Tag::block("claims", &[], |evidence, _| Ok(claims::cards(evidence))),
    Tag::block("corpora", &[], |evidence, _| {
        Ok(corpora::scores(evidence, poc(crate::corpora::POC)?))
    }),
    Tag::block("corpus-choices", &[], |evidence, _| {
        Ok(corpora::choices(evidence, poc(crate::corpora::POC)?))
    }),
    Tag::block("corpus-control", &[], |evidence, _| {
        Ok(corpora::control(evidence))
    }),
    Tag::block("corpus-obstacles", &[], |evidence, _| {
        Ok(corpora::obstacles(evidence, poc(crate::corpora::POC)?))
    }),
    Tag::block("controls", &[], |evidence, _| {
        Ok(controls::controls(evidence))
    }),
    Tag::block("counterexample", &["CLAIM"], |evidence, words| {
        claims::counterexample(evidence, words[0])
    }),
    Tag::block("decisions", &[], |evidence, _| {
        Ok(decisions::table(evidence, poc(crate::decisions::POC)?))
    }),
    Tag::block("decomposition", &[], |evidence, _| {
        Ok(chain::decomposition(evidence, poc(decomposition::POC)?))
    }),
    Tag::block("diff", &["SAMPLE", "[CELL]", "[POC]"], |evidence, words| {
        let (poc, cell) = (poc_or_default(words, 2)?, cell_or_default(words));
        Ok(samples::diff(evidence, poc, words[0], cell))
    }),
    Tag {
        name: "divergences",
        arguments: &[],
        render: Render::Sections(|evidence| {
            Ok(divergences::sections(evidence, poc(catalogue::POC)?))
        }),
    },
    Tag::block("durations", &["POC"], |evidence, words| {
        Ok(machine::durations(evidence, poc(words[0])?))
    }),
    Tag::block("engines", &[], |evidence, _| {
        Ok(travel::engines(evidence, poc(crate::travel::POC)?))
    }),
    Tag::block("environment", &[], |evidence, _| {
        Ok(machine::environment(evidence))
    }),
    Tag::block("families", &[], |evidence, _| {
        Ok(divergences::families(evidence, poc(catalogue::POC)?))
    }),
    Tag::block("faults", &["PART"], |evidence, words| {
        faults::part(evidence, words[0])
    }),
    Tag::block("fidelity", &["CELL", "[POC]"], |evidence, words| {
        let poc = poc_or_default(words, 1)?;
        Ok(samples::fidelity(evidence, poc, words[0]))
    }),
    Tag::block("glance", &["[LANGUAGE]"], |evidence, words| {
        glance::glance(evidence, words.first().copied())
    }),
    Tag::block("goals", &[], |evidence, _| Ok(goals::table(evidence))),
    Tag::block("grid", &[], |evidence, _| Ok(grid::grid(evidence))),
    Tag::block("hashes", &[], |evidence, _| {
        Ok(travel::hashes(evidence, poc(crate::travel::POC)?))
    }),
    Tag::block("inputs", &[], |evidence, _| Ok(machine::inputs(evidence))),
    Tag::block("isolation", &[], |evidence, _| {
        Ok(costs::isolation(evidence, poc(amortization::POC)?))
    }),
    Tag::block("matrix", &[], |evidence, _| Ok(cells::matrix(evidence))),
    Tag::block("noise", &["[POC]"], |evidence, words| {
        Ok(speed::noise(evidence, poc_or_default(words, 0)?))
    }),
    Tag::block(
        "outputs",
        &["SAMPLE", "[CELL]", "[POC]"],
        |evidence, words| {
            let (poc, cell) = (poc_or_default(words, 2)?, cell_or_default(words));
            Ok(samples::outputs(evidence, poc, words[0], cell))
        },
    ),
    Tag::block("paper-speed", &[], |_, _| Ok(speed::papers_table())),
    Tag::block("peers", &["PART"], |evidence, words| {
        peers::part(evidence, words[0])
    }),
    Tag::block("plot", &["PLOT", "[POC]"], |evidence, words| {
        plot(evidence, words[0], words.get(1).copied())
    }),
    Tag::block("portability", &["[POC]"], |evidence, words| {
        Ok(cells::portability(evidence, poc_or_default(words, 0)?))
    }),
    Tag::block("profile", &["WORK"], |evidence, words| {
        Ok(profile::profile(evidence, words[0]))
    }),
    Tag::block("ready", &[], |evidence, _| Ok(ready::table(evidence))),
    Tag::block("rebuilds", &[], |evidence, _| Ok(rebuilds::table(evidence))),
    Tag::block("samples", &["POC"], |evidence, words| {
        Ok(samples::samples(evidence, poc(words[0])?))
    }),
    Tag::block("second-run", &[], |evidence, _| Ok(second::run(evidence))),
    Tag::block("speed", &["[POC]"], |evidence, words| {
        Ok(speed::table(evidence, poc_or_default(words, 0)?))
    }),
    Tag::block("steps", &[], |evidence, _| Ok(machine::steps(evidence))),
    Tag::block("suite", &["PART"], |evidence, words| {
        suite::part(evidence, words[0])
    }),
    Tag::block("tally", &[], |evidence, _| Ok(claims::tally(evidence))),
    Tag::block("toolchains", &[], |evidence, _| {
        Ok(travel::toolchains(evidence, poc(crate::travel::POC)?))
    }),
    Tag {
        name: "value",
        arguments: &["KEY"],
        render: Render::Inline(|evidence, words| values::value(evidence, words[0])),
    },
    Tag::block("values", &[], |evidence, _| {
        Ok(costs::values(evidence, poc(crate::values::POC)?))
    }),
    Tag::block("verdicts", &["[open]"], |evidence, words| {
        claims::verdicts(evidence, words.first().copied())
    }),
];

/// Returns the `PoC` of that number.
fn poc(id: &str) -> Result<&'static Poc, TagProblem> {
    poc::find(id).ok_or_else(|| TagProblem::Name {
        what: "PoC",
        name: id.into(),
        known: poc::ALL
            .iter()
            .map(|poc| poc.id)
            .collect::<Vec<_>>()
            .join(", "),
    })
}

/// Returns the `PoC` that the argument in that place names; where it was left out, the one that has them all.
fn poc_or_default(words: &[&str], place: usize) -> Result<&'static Poc, TagProblem> {
    poc(words.get(place).copied().unwrap_or(DEFAULT))
}

/// Returns the cell that the second argument names; where it was left out, the Light that the paper measured.
fn cell_or_default<'a>(words: &[&'a str]) -> &'a str {
    words.get(1).copied().unwrap_or("light")
}

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
    match tag.render {
        Render::Inline(show) => Ok(show(evidence, arguments)?.inline()),
        Render::Block(show) => {
            let html = show(evidence, arguments)?;
            Ok(format!("<div class=\"tiers\">{html}</div>\n"))
        }
        Render::Sections(sections) => sections(evidence),
    }
}

fn plot(evidence: &Evidence, name: &str, id: Option<&str>) -> Result<Html, TagProblem> {
    let plot = Plot::named(name).ok_or_else(|| TagProblem::Name {
        what: "plot",
        name: name.into(),
        known: Plot::ALL.map(|plot| plot.to_string()).join(", "),
    })?;
    let poc = poc(id.or(plot.poc()).unwrap_or(DEFAULT))?;
    let command = match (plot, poc.id) {
        (Plot::Speed, DEFAULT) => "./artifact bench all",
        (Plot::Startup, DEFAULT) => "./artifact bench startup",
        _ => poc.command,
    };
    Ok(plot
        .draw(evidence, poc.id)?
        .unwrap_or_else(|| missing::note(command)))
}
