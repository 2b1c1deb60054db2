//! What one program did on the interpreters: one line of a log.

use record::Difference;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tiers::Finished;

/// The longest line of output that is kept to show a difference, in characters.
const SHOWN: usize = 160;

/// The version of a line's shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum TrialSchema {
    /// The first.
    #[default]
    #[serde(rename = "tiers.trial/1")]
    V1,
}

/// What a program did on the oracle, twice, and on both tiers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Trial {
    /// The version of this shape.
    pub schema: TrialSchema,
    /// SHA-256 of the program's source and arguments.
    pub key: String,
    /// The program's name in its corpus.
    pub program: String,
    /// SHA-256 over the programs of all cells that it ran on.
    pub guests: String,
    /// On python3.
    pub oracle: Did,
    /// On python3 once more, with another hash seed.
    pub again: Did,
    /// On the Full tier.
    pub full: Did,
    /// On the Light tier.
    pub light: Did,
    /// Where Light's output parts from python3's, where it does.
    pub difference: Option<Difference>,
    /// Whether everything that the program imports can be imported on Light.
    pub imports_on_light: bool,
}

/// What one run came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Did {
    /// The exit status; 128+N after signal N, 124 and 125 after a limit, 126 where the interpreter broke.
    pub status: u8,
    /// Whether it ended by itself or by a signal, not at a limit.
    pub own: bool,
    /// SHA-256 of what it wrote to stdout.
    pub stdout_sha256: String,
    /// From the start of the process to its end, in nanoseconds.
    pub wall_ns: u64,
    /// The last line that it wrote to stderr; empty where it wrote nothing.
    pub said: String,
}

impl Trial {
    /// Says whether the program does the same whenever it runs on python3. What does not is no measure of Light.
    pub fn is_stable(&self) -> bool {
        self.oracle.is_same(&self.again)
    }

    /// Says whether python3 came to an end with it within the limits.
    pub fn is_finished(&self) -> bool {
        self.oracle.own && self.again.own
    }

    /// Says whether Light writes python3's bytes and ends with its status: the truth that a decision is held against.
    pub fn light_is_identical(&self) -> bool {
        self.light.own && self.oracle.is_same(&self.light)
    }

    /// Says whether the program came to an end on Light, and wrote something else or ended otherwise.
    pub fn light_differs(&self) -> bool {
        self.light.own && !self.oracle.is_same(&self.light)
    }

    /// Says what a try on Light would be discarded for, so that nobody would see what it printed: an end that is not its
    /// own, or anything on stderr.
    pub fn trip(&self) -> Option<String> {
        if !self.light.own || self.light.status > 128 {
            Some(format!("ended with status {}", self.light.status))
        } else if !self.light.said.is_empty() {
            Some(self.light.said.clone())
        } else {
            None
        }
    }
}

impl Did {
    /// Returns what is kept of a run.
    pub fn of(finished: &Finished) -> Self {
        let said = String::from_utf8_lossy(&finished.stderr);
        Self {
            status: finished.ending.status(),
            own: finished.ending.is_own(),
            stdout_sha256: record::sha256_hex(&finished.stdout),
            wall_ns: u64::try_from(finished.wall.as_nanos()).unwrap_or(u64::MAX),
            said: shortened(said.trim_end().lines().last().unwrap_or_default()),
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.status, &self.stdout_sha256) == (other.status, &other.stdout_sha256)
    }
}

/// Returns the first line in which two outputs part, where they do.
pub(crate) fn difference(cpython: &[u8], light: &[u8]) -> Option<Difference> {
    if cpython == light {
        return None;
    }
    let mut there = cpython.split_inclusive(|byte| *byte == b'\n');
    let mut here = light.split_inclusive(|byte| *byte == b'\n');
    let mut line = 0;
    loop {
        line += 1;
        let (cpython, light) = (there.next(), here.next());
        if cpython != light || cpython.is_none() {
            return Some(Difference {
                line,
                cpython: cpython.map(text),
                light: light.map(text),
            });
        }
    }
}

fn text(line: &[u8]) -> String {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    shortened(&String::from_utf8_lossy(line))
}

fn shortened(line: &str) -> String {
    line.chars().take(SHOWN).collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn did(stdout: &str, wall_ns: u64) -> Did {
        Did {
            status: 0,
            own: true,
            stdout_sha256: record::sha256_hex(stdout.as_bytes()),
            wall_ns,
            said: String::new(),
        }
    }

    /// A program that takes 10 on python3 and on Full, and 30 on Light, where it prints `light`.
    pub(crate) fn trial(name: &str, light: &str) -> Trial {
        Trial {
            schema: TrialSchema::V1,
            key: record::sha256_hex(name.as_bytes()),
            program: name.into(),
            guests: "g".into(),
            oracle: did("right\n", 10),
            again: did("right\n", 10),
            full: did("right\n", 10),
            light: did(light, 30),
            difference: difference(b"right\n", light.as_bytes()),
            imports_on_light: true,
        }
    }

    #[test]
    fn the_first_line_that_differs_is_shown() {
        let shown = |cpython: &str, light: &str| {
            difference(cpython.as_bytes(), light.as_bytes())
                .map(|found| (found.line, found.cpython, found.light))
        };
        let line = |text: &str| Some(text.to_owned());
        assert_eq!(shown("a\nb\n", "a\nb\n"), None);
        assert_eq!(
            shown("a\nb\nc\n", "a\nx\nc\n"),
            Some((2, line("b"), line("x")))
        );
        assert_eq!(shown("a\n", ""), Some((1, line("a"), None)));
        assert_eq!(shown("a\n", "a\nb"), Some((2, None, line("b"))));
        assert_eq!(shown("a", "a\n"), Some((1, line("a"), line("a"))));
    }

    #[test]
    fn bytes_and_status_both_count() {
        assert!(trial("a", "right\n").light_is_identical());
        assert!(!trial("a", "wrong\n").light_is_identical());
        let mut status = trial("a", "right\n");
        status.light.status = 1;
        assert!(!status.light_is_identical());
        let mut limited = trial("a", "right\n");
        limited.light.own = false;
        assert!(!limited.light_is_identical() && limited.trip().is_some());
        let mut spoke = trial("a", "right\n");
        spoke.light.said = "a warning".into();
        assert!(spoke.light_is_identical());
        assert_eq!(spoke.trip(), Some("a warning".into()));
    }
}
