//! What a try on Light is discarded for.

use std::fmt;

use crate::{Ending, Finished};

/// Why a try on Light was discarded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trip {
    /// It did not end by itself: a limit, a crash, a trap.
    Ended(Ending),
    /// It ended by itself with this status, but said something on stderr: an uncaught exception, a module that is not
    /// there, a warning. Evidence covers what is printed to stdout, and no wording.
    Spoke {
        /// The exit status.
        status: u8,
        /// The last line of what it said.
        last_line: String,
    },
    /// It could not be run. The text is what is known of it.
    NotRun(String),
}

impl Trip {
    /// Returns what a try is to be discarded for, where it is. Good are those that ended by themselves and in silence: the
    /// program's end, and `sys.exit` with a number.
    pub(super) fn of(finished: &Finished) -> Option<Self> {
        let Ending::Exited(status) = finished.ending else {
            return Some(Self::Ended(finished.ending.clone()));
        };
        if finished.stderr.is_empty() {
            return None;
        }
        let said = String::from_utf8_lossy(&finished.stderr);
        let last_line = said.trim_end().lines().last().unwrap_or_default();
        Some(Self::Spoke {
            status,
            last_line: last_line.chars().take(200).collect(),
        })
    }
}

impl fmt::Display for Trip {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ended(ending @ Ending::Broken(_)) => write!(formatter, "broke: {ending}"),
            Self::Ended(ending) => write!(formatter, "{ending}"),
            Self::Spoke { status, last_line } => {
                write!(
                    formatter,
                    "ended with status {status} and said {last_line:?}"
                )
            }
            Self::NotRun(why) => write!(formatter, "could not be run: {why}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ended(ending: Ending, stderr: &str) -> Option<Trip> {
        Trip::of(&Finished {
            ending,
            stdout: b"printed".to_vec(),
            stderr: stderr.into(),
            wall: std::time::Duration::ZERO,
            usage: crate::Usage::default(),
        })
    }

    #[test]
    fn only_a_silent_end_of_its_own_is_good() {
        assert_eq!(ended(Ending::Exited(0), ""), None);
        assert_eq!(ended(Ending::Exited(7), ""), None);
        for ending in [
            Ending::Signalled(11),
            Ending::TimeLimit,
            Ending::OutputLimit,
            Ending::MemoryLimit,
            Ending::Cancelled,
            Ending::Broken("trap".into()),
        ] {
            assert_eq!(ended(ending.clone(), ""), Some(Trip::Ended(ending)));
        }
    }

    #[test]
    fn what_is_said_on_stderr_is_told() {
        let trip = ended(Ending::Exited(1), "Traceback …\nValueError: \x1b[1mno\n\n").unwrap();
        let text = "ended with status 1 and said \"ValueError: \\u{1b}[1mno\"";
        assert_eq!(trip.to_string(), text);
        assert!(ended(Ending::Exited(0), "a warning").is_some());
    }
}
