//! One instance of the component, and what can be said to it.

use tier_api::{Answer, Ask, Fault, Outcome, Program};
use wasmtime::component::ResourceTable;
use wasmtime::{ResourceLimiter, Store};
use wasmtime_wasi::{I32Exit, WasiCtx, WasiCtxBuilder, WasiCtxView, WasiView};

use super::border::{self, Ending, Full, FullPre, Host};
use super::{asks, values};

/// What an instance has on the host's side.
pub(super) struct World {
    wasi: WasiCtx,
    resources: ResourceTable,
    /// The status that the instance is about to exit with, where it told.
    leaving: Option<u8>,
    /// Whether the instance asked for memory that it could not have.
    starved: bool,
}

/// An instance that is up.
pub(super) struct Instance {
    store: Store<World>,
    exports: Full,
}

/// Why an instance said nothing more.
pub(super) enum Ended {
    /// The program ended it: `os._exit`.
    Exited(u8),
    /// It is of no more use.
    Broken(Fault),
}

impl From<Ended> for Outcome {
    fn from(ended: Ended) -> Self {
        match ended {
            Ended::Exited(status) => Self::Exited { status },
            Ended::Broken(fault) => Self::Faulted(fault),
        }
    }
}

impl WasiView for World {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        WasiCtxView {
            ctx: &mut self.wasi,
            table: &mut self.resources,
        }
    }
}

impl Host for World {
    fn leaving(&mut self, status: u8) {
        self.leaving = Some(status);
    }
}

impl ResourceLimiter for World {
    /// The process has a limit; the instance has none of its own.
    fn memory_growing(&mut self, _: usize, _: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        Ok(true)
    }

    fn memory_grow_failed(&mut self, _error: wasmtime::Error) -> wasmtime::Result<()> {
        self.starved = true;
        Ok(())
    }

    fn table_growing(&mut self, _: usize, _: usize, _: Option<usize>) -> wasmtime::Result<bool> {
        Ok(true)
    }
}

impl Instance {
    /// Instantiates `component` in the world of `context`.
    pub(super) fn start(
        component: &FullPre<World>,
        context: &mut WasiCtxBuilder,
    ) -> Result<Self, Ended> {
        let world = World {
            wasi: context.build(),
            resources: ResourceTable::new(),
            leaving: None,
            starved: false,
        };
        let mut store = Store::new(component.engine(), world);
        store.limiter(|world| world);
        match component.instantiate(&mut store) {
            Ok(exports) => Ok(Self { store, exports }),
            Err(error) => Err(ended(&store, &error)),
        }
    }

    /// Returns CPython's version.
    pub(super) fn version(&mut self) -> Result<String, Ended> {
        self.call(|exports, store| exports.call_version(store))
    }

    /// Runs a program; its interpreter is still up then.
    pub(super) fn run(&mut self, program: &Program) -> Result<Ending, Ended> {
        let path = std::path::absolute(&program.file).map_err(|error| broken(&error))?;
        let bytes = |word: &std::ffi::OsStr| word.as_encoded_bytes().to_vec();
        let program = border::Program {
            file: bytes(&program.file),
            path: bytes(path.as_os_str()),
            args: program.args.iter().map(|word| bytes(word)).collect(),
        };
        self.call(|exports, store| exports.call_run(store, &program))?;
        self.call(|exports, store| exports.call_proceed(store))?;
        self.call(|exports, store| exports.call_ended(store))
    }

    /// Makes an isolate of the instance.
    pub(super) fn open(&mut self, isolate: u64) -> Result<(), Ended> {
        self.call(|exports, store| exports.call_open(store, isolate))
    }

    /// Returns what the isolate answers.
    pub(super) fn ask(&mut self, ask: &Ask) -> Result<Answer, Ended> {
        let question = asks::question(ask);
        self.call(|exports, store| exports.call_ask(store, &question))?;
        self.call(|exports, store| exports.call_proceed(store))?;
        match self.call(|exports, store| exports.call_answer(store))? {
            Ok(tokens) => Ok(Ok(values::any(tokens).map_err(|error| broken(&error))?)),
            Err(failure) => Ok(Err(asks::failure(failure).map_err(|error| broken(&error))?)),
        }
    }

    /// Ends the interpreter, and says whether all output could be written.
    pub(super) fn finish(mut self) -> Result<bool, Ended> {
        match self.call(|exports, store| exports.call_finish(store)) {
            Err(Ended::Exited(status)) => Ok(status == 0),
            Err(broken) => Err(broken),
            Ok(()) => Err(broken(&"the interpreter did not end")),
        }
    }

    /// Says whether the instance asked for memory that it could not have.
    pub(super) fn is_starved(&self) -> bool {
        self.store.data().starved
    }

    fn call<R>(
        &mut self,
        function: impl FnOnce(&border::Guest, &mut Store<World>) -> wasmtime::Result<R>,
    ) -> Result<R, Ended> {
        let exports = self.exports.tiers_full_interpreter();
        function(exports, &mut self.store).map_err(|error| ended(&self.store, &error))
    }
}

/// Returns what became of an instance that gave `error` instead of returning.
fn ended(store: &Store<World>, error: &wasmtime::Error) -> Ended {
    if let Some(exit) = error.downcast_ref::<I32Exit>() {
        // Otherwise it is one that WASI 0.2 knows: success or failure, 0 or 1.
        let status = store.data().leaving;
        return Ended::Exited(status.unwrap_or(exit.0.to_le_bytes()[0]));
    }
    if store.data().starved {
        return Ended::Broken(Fault::MemoryExhausted);
    }
    broken(&format!("{:#}", error.root_cause()))
}

fn broken(why: &impl ToString) -> Ended {
    Ended::Broken(Fault::Panicked {
        message: why.to_string(),
    })
}
