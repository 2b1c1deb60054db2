//! The engine: one configuration for what is compiled and what is run.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use wasmtime::{Config, Engine};

use crate::precompiled::{self, Precompiled};
use crate::snapshot;
use crate::{ComponentTier, ModuleTier};

/// How deep a guest may call, in bytes of the host's stack. Its own stack, in its memory, is 16 MiB; what of it does not
/// need an address is here.
const STACK_BYTES: usize = 64 << 20;

/// What a thread that runs a guest needs in addition.
const HOST_STACK_BYTES: usize = 4 << 20;

/// Why a guest cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum GuestError {
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// wasmtime does not work on this machine.
    #[error("wasmtime cannot be set up: {0}")]
    NoEngine(String),
    /// The file beside the guest is not there, or is not one that this program made.
    #[error(
        "{path} was not compiled for this program: {why}; tier-wasm compile GUEST.wasm GUEST.cwasm makes it"
    )]
    NotCompiled {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The guest is no WebAssembly that this engine can run.
    #[error("{path} cannot be run: {why}")]
    Unsuitable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
}

/// A guest that was compiled ahead of time.
pub enum Guest {
    /// A core module: the Light tier.
    Module(ModuleTier),
    /// A component: the Full tier.
    Component(ComponentTier),
}

impl Guest {
    /// Opens the guest in the file at `path`: what was compiled of it is beside it, under the same name with the extension
    /// `cwasm`.
    pub fn open(path: &Path) -> Result<Self, GuestError> {
        // The threads behind WASI are there before anything runs, and are not taken for what a program left.
        wasmtime_wasi::runtime::with_ambient_tokio_runtime(|| ());
        let engine = engine().map_err(|error| unsuitable(path, &error))?;
        let compiled = path.with_extension("cwasm");
        let guest = match precompiled::open(&engine, &compiled)? {
            Precompiled::Module(module) => ModuleTier::new(&engine, &module).map(Self::Module),
            Precompiled::Component(component) => {
                ComponentTier::new(&engine, &component).map(Self::Component)
            }
        };
        guest.map_err(|error| unsuitable(path, &error))
    }
}

/// Compiles the guest at `wasm`, a core module or a component, into the file at `compiled`, which appears whole. A module
/// that can prepare itself is compiled as it is then.
pub fn compile(wasm: &Path, compiled: &Path) -> Result<(), GuestError> {
    let bytes = std::fs::read(wasm).map_err(|source| file(wasm, source))?;
    let code = code(&bytes).map_err(|error| unsuitable(wasm, &error))?;
    let unfinished = compiled.with_extension("cwasm.new");
    std::fs::write(&unfinished, code)
        .and_then(|()| std::fs::rename(&unfinished, compiled))
        .map_err(|source| file(compiled, source))
}

fn code(bytes: &[u8]) -> wasmtime::Result<Vec<u8>> {
    let engine = engine()?;
    if is_component(bytes) {
        return engine.precompile_component(bytes);
    }
    let prepared = on_guest_stack(|| snapshot::prepared(bytes))??;
    engine.precompile_module(prepared.as_deref().unwrap_or(bytes))
}

/// Returns what the machine code of [`compile`] depends on besides the guest, as a digest: the version of wasmtime, its
/// configuration here, this machine's processor, and how a module is prepared.
pub fn compatibility() -> Result<u64, GuestError> {
    let engine = engine().map_err(|error| GuestError::NoEngine(format!("{error:#}")))?;
    let mut digest = DefaultHasher::new();
    engine.precompile_compatibility_hash().hash(&mut digest);
    // Not a number that somebody has to remember to raise: a module that was prepared otherwise is another one.
    include_str!("snapshot.rs").hash(&mut digest);
    Ok(digest.finish())
}

/// Says whether the bytes are a component's rather than a core module's: the second half of the version tells.
fn is_component(bytes: &[u8]) -> bool {
    bytes.get(6..8) == Some(&[1, 0])
}

/// Does `work` on a thread whose stack is as large as guests want it.
///
/// # Panics
///
/// Where `work` does.
pub fn on_guest_stack<R: Send>(work: impl FnOnce() -> R + Send) -> std::io::Result<R> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK_BYTES + HOST_STACK_BYTES);
        let worked = thread.spawn_scoped(scope, work)?.join();
        Ok(worked.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

fn engine() -> wasmtime::Result<Engine> {
    Engine::new(&configuration())
}

/// Returns what every engine has in common here.
pub(crate) fn configuration() -> Config {
    let mut config = Config::new();
    config.max_wasm_stack(STACK_BYTES);
    // No guest is run asynchronously, but wasmtime wants such a stack to be no smaller.
    config.async_stack_size(STACK_BYTES + HOST_STACK_BYTES);
    config
}

fn file(path: &Path, source: std::io::Error) -> GuestError {
    GuestError::File {
        path: path.to_owned(),
        source,
    }
}

fn unsuitable(path: &Path, error: &wasmtime::Error) -> GuestError {
    GuestError::Unsuitable {
        path: path.to_owned(),
        why: format!("{error:#}"),
    }
}
