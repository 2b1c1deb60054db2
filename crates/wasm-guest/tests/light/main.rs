//! The Light guest for WebAssembly under wasmtime, as a host sees it: a program with arguments, a status and a socket.
//!
//! What all guests have to do alike is tested by the same files as for the native ones, in `crates/wire/tests/contract`.
//! The guest is the one in the folder that `TIERS_GUESTS` names; where it is missing these tests fail.

mod contained;
mod exec;
#[path = "../../../wire/tests/contract/guest.rs"]
mod guest;
#[path = "../../../wire/tests/contract/isolate.rs"]
mod isolate;
mod isolates;
mod session;

use std::path::PathBuf;
use std::process::Command;

const RUNNER: &str = env!("CARGO_BIN_EXE_tier-wasm");

/// How deeply nested a value may be that the guest itself holds: giving up a deeper one takes more stack than there is.
const DEEPEST: usize = 10_000;

/// Returns the command that is the guest.
fn guest() -> Command {
    let mut command = Command::new(RUNNER);
    command.arg(module());
    command
}

/// Returns the guest's module.
#[expect(
    clippy::disallowed_methods,
    reason = "a test is told by its environment where the guests are"
)]
fn module() -> PathBuf {
    let guests = std::env::var_os("TIERS_GUESTS")
        .expect("TIERS_GUESTS is not set: ./artifact cargo sets it");
    let module = PathBuf::from(guests).join("tier-light.wasm");
    assert!(
        module.is_file(),
        "{} is missing: ./artifact build all",
        module.display()
    );
    module
}

/// Returns what the guest says that it holds.
fn version() -> String {
    "RustPython 0.5.0".into()
}
