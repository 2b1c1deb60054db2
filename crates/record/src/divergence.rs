//! What an entry of the catalogue of divergences says of itself.
//!
//! An entry is a Python program. Its docstring begins with a title; after an empty line there are fields, one a line:
//!
//! ```text
//! """The format spec of a bool is dropped
//!
//! provenance: RustPython/RustPython#8566
//! """
//! ```

use std::fmt;
use std::str::FromStr;

const QUOTES: &str = "\"\"\"";
const UPSTREAM: &str = "RustPython/RustPython#";
const TEST_MARK: &str = "Lib/test/";
const FINDINGS: &str = "devdanzin/rustpython-findings ";
const OWN: &str = "own campaign";

/// What an entry says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divergence {
    /// What Light does, in a sentence.
    pub title: String,
    /// Where it is known from.
    pub provenance: Provenance,
    /// The target on which Light is to be looked at, where that is not the oracle's own.
    pub target: Option<String>,
    /// The exit status with which Light ends there, where that is not the oracle's.
    pub ends: Option<u8>,
}

/// Where a divergence is known from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Provenance {
    /// It was mended after the pinned version, by the pull request of that number.
    Upstream(u32),
    /// The pinned version's copy of CPython's tests marks this test as one that fails.
    TestMark {
        /// The file, for instance `Lib/test/test_float.py`.
        file: String,
        /// The test's name.
        test: String,
    },
    /// It is in the public catalogue of crashes, under that name.
    Findings(String),
    /// It was found by running programs on both tiers.
    Own,
}

/// Why a program is no entry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DivergenceError {
    /// The program does not begin with a docstring in three double quotes.
    #[error("it does not begin with a docstring")]
    NoDocstring,
    /// The docstring has no first line.
    #[error("its docstring does not begin with a title")]
    NoTitle,
    /// The docstring does not say where the divergence is known from.
    #[error("its docstring has no `provenance: …`")]
    NoProvenance,
    /// A field is there twice.
    #[error("`{0}` is there twice")]
    Twice(String),
    /// A line of the docstring is no field that anybody knows.
    #[error("`{0}` is none of the fields provenance, cell and ends")]
    Unknown(String),
    /// A field holds something else than it should.
    #[error("`{field}: {value}`: this is to be {wanted}")]
    Value {
        /// The field.
        field: &'static str,
        /// What it holds.
        value: String,
        /// What it should hold.
        wanted: &'static str,
    },
}

impl Divergence {
    /// Reads what the program whose text is `source` says of itself.
    pub fn read(source: &str) -> Result<Self, DivergenceError> {
        let mut lines = docstring(source)?.lines().map(str::trim_end);
        let title = lines.next().unwrap_or_default();
        if title.is_empty() {
            return Err(DivergenceError::NoTitle);
        }
        let mut fields = Fields::default();
        for line in lines.filter(|line| !line.is_empty()) {
            fields.take(line)?;
        }
        Ok(Self {
            title: title.to_owned(),
            provenance: fields.provenance.ok_or(DivergenceError::NoProvenance)?,
            target: fields.target,
            ends: fields.ends,
        })
    }
}

#[derive(Default)]
struct Fields {
    provenance: Option<Provenance>,
    target: Option<String>,
    ends: Option<u8>,
}

impl Fields {
    fn take(&mut self, line: &str) -> Result<(), DivergenceError> {
        let unknown = || DivergenceError::Unknown(line.to_owned());
        let (field, value) = line.split_once(": ").ok_or_else(unknown)?;
        let before = match field {
            "provenance" => self.provenance.replace(value.parse()?).is_some(),
            "cell" => self.target.replace(target(value)?).is_some(),
            "ends" => self.ends.replace(status(value)?).is_some(),
            _ => return Err(unknown()),
        };
        if before {
            return Err(DivergenceError::Twice(field.to_owned()));
        }
        Ok(())
    }
}

/// Returns what stands between the quotes with which a program begins.
fn docstring(source: &str) -> Result<&str, DivergenceError> {
    let within = source.strip_prefix(QUOTES);
    let within = within.and_then(|rest| rest.split_once(QUOTES));
    let (docstring, _) = within.ok_or(DivergenceError::NoDocstring)?;
    Ok(docstring)
}

fn target(value: &str) -> Result<String, DivergenceError> {
    if value.is_empty() || value.contains(char::is_whitespace) {
        return Err(wrong("cell", value, "the name of a target"));
    }
    Ok(value.to_owned())
}

fn status(value: &str) -> Result<u8, DivergenceError> {
    let status = value.parse().ok().filter(|status| *status != 0);
    status.ok_or_else(|| wrong("ends", value, "an exit status from 1 to 255"))
}

fn wrong(field: &'static str, value: &str, wanted: &'static str) -> DivergenceError {
    DivergenceError::Value {
        field,
        value: value.to_owned(),
        wanted,
    }
}

impl FromStr for Provenance {
    type Err = DivergenceError;

    fn from_str(words: &str) -> Result<Self, Self::Err> {
        let known = if words == OWN {
            Some(Self::Own)
        } else if let Some(number) = words.strip_prefix(UPSTREAM) {
            number.parse().ok().map(Self::Upstream)
        } else if let Some(name) = words.strip_prefix(FINDINGS) {
            Some(Self::Findings(name.to_owned()))
        } else {
            test_mark(words)
        };
        let wanted = "`RustPython/RustPython#NUMBER`, `Lib/test/FILE.py TEST`, `devdanzin/rustpython-findings NAME` \
                      or `own campaign`";
        known.ok_or_else(|| wrong("provenance", words, wanted))
    }
}

fn test_mark(words: &str) -> Option<Provenance> {
    let (file, test) = words.split_once(' ')?;
    let module = file.strip_prefix(TEST_MARK)?.strip_suffix(".py")?;
    (!module.is_empty() && test.starts_with("test")).then(|| Provenance::TestMark {
        file: file.to_owned(),
        test: test.to_owned(),
    })
}

impl fmt::Display for Provenance {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Upstream(number) => write!(formatter, "{UPSTREAM}{number}"),
            Self::TestMark { file, test } => write!(formatter, "{file} {test}"),
            Self::Findings(name) => write!(formatter, "{FINDINGS}{name}"),
            Self::Own => formatter.write_str(OWN),
        }
    }
}

impl Provenance {
    /// The kind of source that it is.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Upstream(_) => "upstream fix",
            Self::TestMark { .. } => "test mark",
            Self::Findings(_) => "public catalogue of crashes",
            Self::Own => "own campaign",
        }
    }
}

#[cfg(test)]
mod tests;
