//! One process, contained: started in a group of its own, its output taken in, its limits kept, its group ended with
//! it.

mod ending;
mod io;
mod line;
mod origin;
mod refusal;
mod running;
mod session;
mod spawn;
mod supervise;
mod terms;
mod wait;
mod zygote;

pub use ending::{Ending, Finished, Usage};
pub(crate) use io::Until;
pub use io::{Io, Sink};
pub(crate) use origin::Origin;
pub use refusal::NotIsolated;
pub(crate) use session::{Hello, run_once};
pub use spawn::{Command, Environment, Stdin};
pub(crate) use supervise::Watch;
pub use supervise::run_command;
pub(crate) use terms::Terms;
pub(crate) use zygote::Zygote;

use std::time::Duration;

/// The descriptor over which a guest finds its session.
const SESSION_FD: i32 = 3;

/// What a run may use up. Limits cover the process and everything it starts in its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest that the run may take, by the wall clock. For an isolate: the longest that opening it, each thing
    /// that is asked of it, and closing it may take.
    pub time: Option<Duration>,
    /// The most that it may write to stdout and stderr together, in bytes. For an isolate: over its whole life.
    pub output_bytes: Option<u64>,
    /// The most data that each of its processes may hold, in bytes. A guest puts this one on itself; for a plain
    /// command it is not enforced.
    pub memory_bytes: Option<u64>,
}

impl Default for Limits {
    /// 10 seconds, 64 MiB of output, 512 MiB of memory.
    fn default() -> Self {
        Self {
            time: Some(Duration::from_secs(10)),
            output_bytes: Some(64 << 20),
            memory_bytes: Some(512 << 20),
        }
    }
}
