//! How a run ended.

use std::fmt;
use std::time::Duration;

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The program ended by itself, with this status.
    Exited(u8),
    /// The program was ended by this signal.
    Signalled(i32),
    /// The time limit was hit.
    TimeLimit,
    /// The output limit was hit.
    OutputLimit,
    /// The memory limit was hit, and the program did not recover from it.
    MemoryLimit,
    /// It was called off by a [`Cancel`](crate::Cancel).
    Cancelled,
    /// The interpreter itself broke; the text is what is known of it.
    Broken(String),
}

impl Ending {
    /// Returns the exit status that tells of this ending: the program's own; 128+N after signal N; 124 for the time
    /// limit, 125 for another limit or where it was called off, 126 where the interpreter broke.
    pub fn status(&self) -> u8 {
        match self {
            Self::Exited(status) => *status,
            Self::Signalled(signal) => u8::try_from(128 + signal).unwrap_or(u8::MAX),
            Self::TimeLimit => 124,
            Self::OutputLimit | Self::MemoryLimit | Self::Cancelled => wire::status::LIMIT,
            Self::Broken(_) => wire::status::BROKEN,
        }
    }

    /// Says whether the program ended by itself or by a signal, not by a limit or a broken interpreter.
    pub fn is_own(&self) -> bool {
        matches!(self, Self::Exited(_) | Self::Signalled(_))
    }
}

impl fmt::Display for Ending {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exited(status) => write!(formatter, "ended with status {status}"),
            Self::Signalled(signal) => write!(formatter, "ended by signal {signal}"),
            Self::TimeLimit => formatter.write_str("stopped at the time limit"),
            Self::OutputLimit => formatter.write_str("stopped at the output limit"),
            Self::MemoryLimit => formatter.write_str("stopped at the memory limit"),
            Self::Cancelled => formatter.write_str("was called off"),
            Self::Broken(why) => write!(formatter, "the interpreter broke: {why}"),
        }
    }
}

/// What a process used up, as the kernel counted for it and the children it waited for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Processor time in user mode.
    pub user: Duration,
    /// Processor time in the kernel.
    pub system: Duration,
    /// An upper bound of the largest resident set, in bytes: the kernel counts what this process held when it started the
    /// other as the other's.
    pub peak_memory_bytes: u64,
}

/// A run that is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// How it ended.
    pub ending: Ending,
    /// What it wrote to stdout, where that was kept.
    pub stdout: Vec<u8>,
    /// What it wrote to stderr, where that was kept.
    pub stderr: Vec<u8>,
    /// From just before the process was started to its end.
    pub wall: Duration,
    /// What it used up.
    pub usage: Usage,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_the_documented_ones() {
        for (ending, status) in [
            (Ending::Exited(7), 7),
            (Ending::Signalled(11), 139),
            (Ending::TimeLimit, 124),
            (Ending::OutputLimit, 125),
            (Ending::MemoryLimit, 125),
            (Ending::Cancelled, 125),
            (Ending::Broken("x".into()), 126),
        ] {
            assert_eq!(ending.status(), status, "{ending}");
        }
    }
}
