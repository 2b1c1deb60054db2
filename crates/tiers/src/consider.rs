//! Looking at a program before it runs: what it is read from, and what its analysis says.

mod literal;
mod neighbours;
mod read;
mod shadows;

use std::io;
use std::path::Path;

use dispatch::{Analysis, Cost, NoModules, Reason, analyse};
use tier_api::Any;

use neighbours::Neighbours;
use read::Source;

/// How many lines stand before a text when it is analysed.
const PRELUDE_LINES: usize = 2;

/// A program that was looked at, and what evidence says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Considered {
    /// The source, where it could be looked at.
    pub source: Option<Vec<u8>>,
    /// What evidence says.
    pub analysis: Analysis,
    /// The modules beside the program that the analysis read, by their path from the program's folder.
    pub(crate) modules: Vec<(String, Vec<u8>)>,
}

impl Considered {
    /// Reads the program in `file`, and the modules beside it that it imports, and analyses them. Nothing runs.
    ///
    /// What cannot be looked at (because it is no file that can be read twice, or longer than an analysis is given) is
    /// not safe: the analysis says so.
    ///
    /// # Errors
    ///
    /// Where there is no such file, or it cannot be read.
    pub fn file(file: &Path) -> io::Result<Self> {
        let source = match read::source(file)? {
            Source::Text(source) => source,
            Source::TooLong => return Ok(Self::unseen("too-long", &read::too_long())),
            Source::Stream => {
                let why =
                    "not a regular file: its source can be read only once, by the interpreter";
                return Ok(Self::unseen("no-file", why));
            }
        };
        let neighbours = Neighbours::of(file);
        let mut analysis = analyse(&source, &neighbours);
        if analysis.light_safe()
            && let Some(shadow) = shadows::shadow(neighbours.folder(), &source)
        {
            analysis.reasons.push(elsewhere("shadowed-module", &shadow));
        }
        Ok(Self {
            source: Some(source),
            analysis,
            modules: neighbours.into_read(),
        })
    }

    /// Analyses source that stands in no file, for a run in which the names of `inputs` are bound to their values. There are
    /// no modules beside it.
    pub fn text(text: &str, inputs: &[(String, Any)]) -> Self {
        let source = Some(text.as_bytes().to_vec());
        let Some(bindings) = literal::bindings(inputs) else {
            let why = "an input has no plain name, or no plain value: what it is cannot be seen";
            return Self {
                source,
                ..Self::unseen("input", why)
            };
        };
        // The second line: there an encoding could be declared for a file, which a text does not have.
        let whole = format!("{bindings}\n#\n{text}");
        if whole.len() as u64 > read::SOURCE_BYTES_MAX {
            return Self {
                source,
                ..Self::unseen("too-long", &read::too_long())
            };
        }
        let mut analysis = analyse(whole.as_bytes(), &NoModules);
        for reason in &mut analysis.reasons {
            if reason.line <= PRELUDE_LINES {
                (reason.line, reason.column) = (0, 0);
            }
            reason.line = reason.line.saturating_sub(PRELUDE_LINES);
        }
        analysis.cost.line = analysis.cost.line.saturating_sub(PRELUDE_LINES);
        Self {
            source,
            analysis,
            modules: Vec::new(),
        }
    }

    /// Returns what is known of a program that cannot be looked at: that it is not safe, and why.
    fn unseen(rule: &str, why: &str) -> Self {
        Self {
            source: None,
            analysis: Analysis {
                reasons: vec![elsewhere(rule, why)],
                cost: Cost::default(),
            },
            modules: Vec::new(),
        }
    }
}

/// Returns a reason that has no place in the source.
fn elsewhere(rule: &str, message: &str) -> Reason {
    Reason {
        rule: rule.into(),
        line: 0,
        column: 0,
        message: message.into(),
    }
}

#[cfg(test)]
mod tests;
