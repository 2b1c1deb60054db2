//! Looking at a program before it runs: what it is read from, and what its analysis says.

mod neighbours;
mod read;
mod shadows;

use std::io;
use std::path::Path;

use dispatch::{Analysis, Cost, Reason, analyse};

use neighbours::Neighbours;
use read::Source;

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
