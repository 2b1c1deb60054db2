//! The Full tier: CPython, embedded as an *isolate*.
//!
//! Its configuration is isolated (no `PYTHON*` variables, no user's site-packages, UTF-8 mode) and reproducible (hash seed
//! 0). There are two ways to use it, and one interpreter at a time in a process.
//!
//! [`Tier::run`] runs one program in one clean interpreter: started for the run and finalised after it. A program
//! sees what it would see under `python3 FILE ARGS…` of the very CPython that this crate was linked with, down to the
//! tracebacks, since it is that CPython's own `main` that runs it.
//!
//! ```no_run
//! use tier_api::{Program, Tier};
//!
//! let outcome = tier_full::Full::new().run(&Program::new("hello.py"));
//! ```
//!
//! [`Tier::open`] starts an interpreter that stays up, with an empty `__main__`; what is put into it stays there.
//!
//! ```no_run
//! use tier_api::{Any, Ask, Isolate, Tier};
//!
//! let mut isolate = tier_full::Full::new().open(1)?;
//! let six = Any::from(6);
//! assert_eq!(isolate.ask(Ask::Bind { name: "six".into(), value: six }), Ok(Ok(Any::None)));
//! assert_eq!(isolate.ask(Ask::Eval { source: "six * 7".into() }), Ok(Ok(Any::from(42))));
//! isolate.close();
//! # Ok::<(), tier_api::Fault>(())
//! ```

mod claim;
mod configuration;
mod isolate;
mod life;
mod part;
mod program;
mod python;

use std::io;
use std::path::PathBuf;

use rustix::process::{Resource, getrlimit};
use tier_api::{Fault, Outcome, Program, Tier, TierId};
use wire::guest::{Forkable, Side};

use configuration::Configuration;
pub use isolate::FullIsolate;
use life::Life;
pub use part::Part;
use part::Without;
use program::Ended;

/// CPython, linked in. There can be one interpreter at a time in a process; a second is unavailable.
///
/// A program that calls `sys.exit` ends the process with it, as CPython does: nothing comes back from [`Tier::run`]
/// then. Another run can follow in the same process, with limits that are CPython's own: what belongs to the process
/// (working folder, environment, ignored signals) stays as the program left it, and a good many extension modules
/// (`datetime`, `decimal` and `ctypes` in 3.12.1) crash when they are loaded again. A host that runs programs it does
/// not know gives each a process of its own.
///
/// A process can open one isolate in all, after any number of runs.
#[derive(Debug)]
pub struct Full {
    home: PathBuf,
    without: Without,
    /// An interpreter that was started ahead.
    prepared: Option<Life>,
}

impl Full {
    /// Returns the tier, with the standard library of the CPython it is linked with.
    pub fn new() -> Self {
        Self::with_home(env!("TIER_FULL_HOME"))
    }

    /// Returns the tier with the standard library of another installation of the same version of CPython: `home` is
    /// its prefix.
    pub fn with_home(home: impl Into<PathBuf>) -> Self {
        Self {
            home: home.into(),
            without: Without::default(),
            prepared: None,
        }
    }

    /// Leaves out one more part of an interpreter's start or end, to see what it costs.
    #[must_use]
    pub fn without(self, part: Part) -> Self {
        Self {
            without: self.without.and(part),
            ..self
        }
    }

    /// Starts an interpreter that stays up.
    fn life(&self) -> Result<Life, Fault> {
        Life::begin(&self.configuration()).map_err(unavailable)
    }

    fn configuration(&self) -> Configuration<'_> {
        Configuration {
            home: &self.home,
            executable: env!("TIER_FULL_EXECUTABLE").as_ref(),
            paths: env!("TIER_FULL_PATHS"),
            without: self.without,
        }
    }
}

impl Default for Full {
    fn default() -> Self {
        Self::new()
    }
}

impl Tier for Full {
    const ID: TierId = TierId::Full;

    type Isolate = FullIsolate;

    fn version(&self) -> String {
        format!("CPython {}", configuration::version())
    }

    fn prepare(&mut self) -> Result<(), Fault> {
        self.prepared = Some(self.life()?);
        Ok(())
    }

    fn run(&mut self, program: &Program) -> Outcome {
        // Without a limit a MemoryError is an exception like any other.
        let watch_memory = getrlimit(Resource::Data).current.is_some();
        let prepared = self.prepared.take();
        let configuration = self.configuration();
        let ended = match prepared {
            Some(life) => {
                program::run_prepared(life, configuration.executable, program, watch_memory)
            }
            None => program::run(&configuration, program, watch_memory),
        };
        match ended {
            Ok(Ended {
                status: _,
                out_of_memory: true,
            }) => Outcome::Faulted(Fault::MemoryExhausted),
            Ok(Ended {
                status,
                out_of_memory: false,
            }) => Outcome::Exited { status },
            Err(reason) => Outcome::Faulted(unavailable(reason)),
        }
    }

    fn open(&mut self, isolate: u64) -> Result<FullIsolate, Fault> {
        let life = match self.prepared.take() {
            Some(life) => life,
            None => self.life()?,
        };
        FullIsolate::open(life, isolate).map_err(unavailable)
    }
}

impl Forkable for Full {
    fn fork(&mut self, fork: impl FnOnce() -> io::Result<Side>) -> io::Result<Side> {
        match &mut self.prepared {
            Some(life) => life.fork(fork),
            None => fork(),
        }
    }
}

fn unavailable(reason: String) -> Fault {
    Fault::Unavailable { reason }
}
