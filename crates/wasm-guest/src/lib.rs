//! Guests that are WebAssembly, run by wasmtime.
//!
//! A guest is compiled ahead of time ([`compile`]) into a file beside it, and opened from there ([`Guest::open`]). It is
//! one of two things: a core module, a *reactor* for WASI 0.1, which holds the Light tier ([`ModuleTier`]); or a component
//! for WASI 0.2, which holds the Full tier ([`ComponentTier`]). Either is a [`tier_api::Tier`], so that whoever can serve a
//! tier can serve these: the program `tier-wasm` is such a guest to its host, as the native ones are.
//!
//! A module that says how it prepares itself is prepared when it is compiled: its instances begin with their interpreter
//! started.
//!
//! A run, and an isolate, is an instance of its own. It sees the three standard streams, the folder of its program, which
//! it may only read, and clocks; no variable of the environment, no network. Nothing it does can outlast it.

mod component;
mod context;
mod engine;
mod module;
mod precompiled;
mod snapshot;

pub use component::ComponentTier;
pub use engine::{Guest, GuestError, compatibility, compile, on_guest_stack};
pub use module::ModuleTier;
