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

use tier_api::{Fault, Outcome, Program, Tier, TierId};

pub use isolate::LightIsolate;

/// RustPython 0.5.0.
#[derive(Debug, Default)]
pub struct Light {
    _private: (),
}

impl Light {
    /// Returns the tier.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Tier for Light {
    const ID: TierId = TierId::Light;

    fn version(&self) -> String {
        format!("RustPython {}", setup::VERSION)
    }

    fn run(&mut self, program: &Program) -> Outcome {
        if let Err(fault) = setup::check_process() {
            return Outcome::Faulted(fault);
        }
        let interpreter = setup::interpreter();
        let result = interpreter.enter(|vm| {
            setup::complete(vm, Some(program))?;
            main_module::run(vm, &program.file)
        });
        let status = finish::finish(&interpreter, result);
        Outcome::Exited { status }
    }

    type Isolate = LightIsolate;

    fn open(&mut self, isolate: u64) -> Result<LightIsolate, Fault> {
        LightIsolate::open(isolate)
    }
}
