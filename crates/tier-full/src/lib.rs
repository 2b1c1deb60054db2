//! The Full tier: CPython, embedded as an *isolate*.
//!
//! One run is one clean interpreter: it is initialised for the run and finalised after it. Its configuration is isolated
//! (no `PYTHON*` variables, no user's site-packages, UTF-8 mode) and reproducible (hash seed 0); apart from that a
//! program sees what it would see under `python3 FILE ARGS…` of the very CPython that this crate was linked with,
//! down to the tracebacks, since it is that CPython's own `main` that runs it.
//!
//! ```no_run
//! use tier_api::{Program, Tier};
//!
//! let outcome = tier_full::Full::new().run(&Program::new("hello.py"));
//! ```

mod isolate;

use std::path::PathBuf;

use rustix::process::{Resource, getrlimit};
use tier_api::{Fault, Outcome, Program, Tier, TierId};

use isolate::{Ended, Isolate};

/// CPython, linked statically. There can be one run at a time in a process.
///
/// A program that calls `sys.exit` ends the process with it, as CPython does: nothing comes back from [`Tier::run`]
/// then. Another run can follow in the same process, with limits that are CPython's own: what belongs to the process
/// (working folder, environment, ignored signals) stays as the program left it, and a good many extension modules
/// (`datetime`, `decimal` and `ctypes` in 3.12.1) crash when they are loaded again. A host that runs programs it does
/// not know gives each a process of its own.
#[derive(Debug)]
pub struct Full {
    home: PathBuf,
}

impl Full {
    /// Returns the tier, with the standard library of the CPython it is linked with.
    pub fn new() -> Self {
        Self::with_home(env!("TIER_FULL_HOME"))
    }

    /// Returns the tier with the standard library of another installation of the same version of CPython: `home` is
    /// its prefix.
    pub fn with_home(home: impl Into<PathBuf>) -> Self {
        Self { home: home.into() }
    }
}

impl Default for Full {
    fn default() -> Self {
        Self::new()
    }
}

impl Tier for Full {
    const ID: TierId = TierId::Full;

    fn version(&self) -> String {
        format!("CPython {}", isolate::version())
    }

    fn run(&mut self, program: &Program) -> Outcome {
        let isolate = Isolate {
            home: &self.home,
            executable: env!("TIER_FULL_EXECUTABLE").as_ref(),
            // Without a limit a MemoryError is an exception like any other.
            watch_memory: getrlimit(Resource::Data).current.is_some(),
        };
        match isolate.run(program) {
            Ok(Ended {
                status: _,
                out_of_memory: true,
            }) => Outcome::Faulted(Fault::MemoryExhausted),
            Ok(Ended {
                status,
                out_of_memory: false,
            }) => Outcome::Exited { status },
            Err(reason) => Outcome::Faulted(Fault::Unavailable { reason }),
        }
    }
}
