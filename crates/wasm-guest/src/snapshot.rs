//! A module that begins where an instance of it had got to: with its interpreter started.
//!
//! Starting an interpreter takes far longer than most programs run, and is the same every time. So it is done once, when
//! the guest is compiled: an instance is asked to prepare itself, and what its memory and its globals hold then becomes what
//! an instance of the new module begins with. wasmtime maps that memory copy-on-write.
//!
//! Nothing of this machine or this moment gets into it: the instance sees no file, no variable and no argument, its clocks
//! stand still, and its randomness is a fixed sequence. The same guest gives the same module.

use std::time::Duration;

use rand::SeedableRng as _;
use rand::rngs::SmallRng;
use wasmtime::{Engine, Instance, Linker, Module, OptLevel, Store, Val};
use wasmtime_wasi::p1::{self, WasiP1Ctx};
use wasmtime_wasi::{HostMonotonicClock, HostWallClock, WasiCtxBuilder};
use wasmtime_wizer::{InstanceState, SnapshotVal, ValType, Wizer};

use crate::engine::configuration;

/// The function by which a module prepares itself; `wire::reactor` tells what it does.
const PREPARE: &str = "tiers_prepare";

/// What a module exports that has constructors to be run.
const INITIALISE: &str = "_initialize";

/// Returns the module in `wasm` as it is once it is prepared; none where it has nothing to prepare.
pub(crate) fn prepared(wasm: &[u8]) -> wasmtime::Result<Option<Vec<u8>>> {
    let mut wizer = Wizer::new();
    wizer.init_func(PREPARE);
    let (context, instrumented) = wizer.instrument(wasm)?;
    let engine = engine()?;
    let module = Module::new(&engine, instrumented)?;
    if module.get_export(PREPARE).is_none() {
        return Ok(None);
    }
    let mut store = Store::new(&engine, nowhere().build_p1());
    let instance = start(&module, &mut store)?;
    for name in [INITIALISE, PREPARE] {
        if let Some(function) = instance.get_func(&mut store, name) {
            function.typed::<(), ()>(&store)?.call(&mut store, ())?;
        }
    }
    let mut state = State { store, instance };
    at_once(wizer.snapshot(context, &mut state)).map(Some)
}

/// Returns an engine that compiles fast: this code runs once.
fn engine() -> wasmtime::Result<Engine> {
    let mut config = configuration();
    Engine::new(config.cranelift_opt_level(OptLevel::None))
}

fn start(module: &Module, store: &mut Store<WasiP1Ctx>) -> wasmtime::Result<Instance> {
    let mut linker = Linker::new(module.engine());
    p1::add_to_linker_sync(&mut linker, |world| world)?;
    linker.instantiate(store, module)
}

/// Returns a world in which there is nothing.
fn nowhere() -> WasiCtxBuilder {
    let mut context = WasiCtxBuilder::new();
    context
        .wall_clock(Stopped)
        .monotonic_clock(Stopped)
        .secure_random(SmallRng::seed_from_u64(0))
        .insecure_random(SmallRng::seed_from_u64(0))
        .insecure_random_seed(0);
    context
}

/// A clock that stands still.
struct Stopped;

impl HostWallClock for Stopped {
    fn resolution(&self) -> Duration {
        Duration::from_nanos(1)
    }

    fn now(&self) -> Duration {
        Duration::ZERO
    }
}

impl HostMonotonicClock for Stopped {
    fn resolution(&self) -> u64 {
        1
    }

    fn now(&self) -> u64 {
        0
    }
}

/// An instance that is looked at.
struct State {
    store: Store<WasiP1Ctx>,
    instance: Instance,
}

impl InstanceState for State {
    async fn global_get(&mut self, name: &str, _: ValType) -> SnapshotVal {
        let global = self.instance.get_global(&mut self.store, name);
        match global.map(|global| global.get(&mut self.store)) {
            Some(Val::I32(value)) => SnapshotVal::I32(value),
            Some(Val::I64(value)) => SnapshotVal::I64(value),
            Some(Val::F32(bits)) => SnapshotVal::F32(bits),
            Some(Val::F64(bits)) => SnapshotVal::F64(bits),
            Some(Val::V128(value)) => SnapshotVal::V128(value.as_u128()),
            other => unreachable!("wizer asks for numbers that it exports: {name} is {other:?}"),
        }
    }

    async fn memory_contents(&mut self, name: &str, contents: impl FnOnce(&[u8]) + Send) {
        let memory = self.instance.get_memory(&mut self.store, name);
        contents(memory.map_or(&[], |memory| memory.data(&self.store)));
    }
}

/// Returns what `work` comes to, which never waits: [`State`] has everything at hand.
fn at_once<R>(work: impl Future<Output = wasmtime::Result<R>>) -> wasmtime::Result<R> {
    let mut work = std::pin::pin!(work);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match work.as_mut().poll(&mut context) {
        std::task::Poll::Ready(result) => result,
        std::task::Poll::Pending => Err(wasmtime::Error::msg("the snapshot waits for something")),
    }
}
