//! The Light tier: RustPython, embedded.
//!
//! One run is one interpreter, built for the run with its whole standard library inside. Its configuration is isolated
//! (no `PYTHON*` variables, no modules but the program's own and the library's, no compiled files left behind) and
//! reproducible (hash seed 0); apart from that a program is run as `python3 FILE ARGS…` runs it.
//!
//! [`Tier::open`] keeps such an interpreter up, and it is spoken with in values: [`LightIsolate`].
//!
//! Two things an embedder should know. RustPython can panic, and it can overflow the stack of the thread that
//! it is called on: it looks at that stack's bounds, so that plain recursion ends in `RecursionError`, but not
//! everywhere. And its built-in types live as long as the process: what one run does to them (a subclass registered,
//! a method cache filled) is there in the next. Both are reasons to run programs in processes of their own.
//!
//! ```no_run
//! use tier_api::{Program, Tier};
//!
//! let outcome = tier_light::Light::new().run(&Program::new("hello.py"));
//! ```

mod finish;
mod isolate;
mod main_module;
#[cfg(target_os = "wasi")]
mod reactor;
mod setup;
mod source;
mod streams;

use std::fmt;
use std::mem::ManuallyDrop;

use rustpython_vm::Interpreter;
use tier_api::{Fault, Outcome, Program, Tier, TierId};

pub use isolate::LightIsolate;

/// RustPython 0.5.0.
#[derive(Default)]
pub struct Light {
    /// An interpreter that was started ahead.
    prepared: Option<Interpreter>,
    /// One whose program has ended. It is taken apart before the next one starts; where there is none, the process ends with
    /// it as it is.
    finished: Option<ManuallyDrop<Interpreter>>,
}

impl fmt::Debug for Light {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Light").finish_non_exhaustive()
    }
}

impl Light {
    /// Returns the tier.
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the interpreter that was started ahead, or one that is started now.
    fn interpreter(&mut self) -> Result<Interpreter, Fault> {
        drop(self.finished.take().map(ManuallyDrop::into_inner));
        match self.prepared.take() {
            Some(interpreter) => Ok(interpreter),
            None => setup::interpreter(),
        }
    }
}

impl Tier for Light {
    const ID: TierId = TierId::Light;

    fn version(&self) -> String {
        format!("RustPython {}", setup::VERSION)
    }

    fn prepare(&mut self) -> Result<(), Fault> {
        self.prepared = Some(setup::interpreter()?);
        Ok(())
    }

    fn run(&mut self, program: &Program) -> Outcome {
        let interpreter = match self.interpreter() {
            Ok(interpreter) => interpreter,
            Err(fault) => return Outcome::Faulted(fault),
        };
        let result = interpreter.enter(|vm| {
            setup::assign(vm, Some(program))?;
            main_module::run(vm, &program.file)
        });
        let status = finish::finish(&interpreter, result);
        self.finished = Some(ManuallyDrop::new(interpreter));
        Outcome::Exited { status }
    }

    type Isolate = LightIsolate;

    fn open(&mut self, isolate: u64) -> Result<LightIsolate, Fault> {
        LightIsolate::open(self.interpreter()?, isolate)
    }
}

/// Its state is plain memory: a copy of the process has a copy of it.
#[cfg(unix)]
impl wire::guest::Forkable for Light {}
