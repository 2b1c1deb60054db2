//! The messages of a session.

use std::ffi::OsString;

use serde::{Deserialize, Serialize};
use tier_api::{Answer, Ask, Outcome, Program, TierId};

/// The version of these messages. Host and guest must agree on it exactly.
pub const PROTOCOL: u32 = 4;

/// Exit statuses that say something about the run itself (see the command line in the README).
pub mod status {
    use tier_api::{Fault, Outcome};

    /// The memory limit (or another limit that is not time) was hit.
    pub const LIMIT: u8 = 125;
    /// The interpreter itself broke.
    pub const BROKEN: u8 = 126;

    /// Returns the exit status that tells of `outcome` where there is no wire to do it.
    pub fn of(outcome: &Outcome) -> u8 {
        match outcome {
            Outcome::Exited { status } => *status,
            Outcome::Faulted(Fault::MemoryExhausted) => LIMIT,
            Outcome::Faulted(Fault::Panicked { .. } | Fault::Unavailable { .. }) => BROKEN,
        }
    }
}

/// What the host asks of the guest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// Run a program in a clean interpreter.
    Run {
        /// The program.
        program: Program,
        /// The folder that it runs in; where there is none, the one that the guest is in.
        #[serde(with = "tier_api::words::maybe")]
        folder: Option<OsString>,
        /// What it may use up.
        limits: Limits,
    },
    /// Start a clean interpreter and keep it up. A guest does so once: its process is the isolate's.
    Open {
        /// The number that the isolate's handles carry.
        isolate: u64,
        /// What it may use up.
        limits: Limits,
    },
    /// Ask the isolate that is up.
    Ask(Ask),
    /// End the isolate that is up.
    Close,
}

/// The limits that the guest puts on itself. Time and output are the host's to limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The most data (heap and private mappings, in bytes) that the guest's process may hold; none is no limit.
    pub memory_bytes: Option<u64>,
}

/// What the guest tells the host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// The guest is there. Sent once, first.
    Ready {
        /// [`PROTOCOL`] as the guest knows it.
        protocol: u32,
        /// The tier it holds.
        tier: TierId,
        /// The interpreter's name and version.
        version: String,
    },
    /// The run ended, or the isolate did, and all that it printed has been written.
    Finished(Outcome),
    /// The isolate is up.
    Opened,
    /// What the isolate answers; what was printed until then has been written.
    Answered(Answer),
    /// Nothing was begun of what was requested: an earlier run left something in the process that cannot be put back. The
    /// session ends; another process is as clean as the first.
    Over,
}
