//! The Full guest in a component under wasmtime, as a host sees it: a program with arguments, a status and a socket.
//!
//! What all guests have to do alike is tested by the same files as for the native ones, in `crates/wire/tests/contract`, and
//! what is told of exceptions by the native Full guest's. The guest is the one in the folder that `TIERS_GUESTS` names; where
//! it is missing these tests fail.

#[path = "../../../tier-full/tests/guest/exceptions.rs"]
mod exceptions;
mod exec;
#[path = "../../../wire/tests/contract/guest.rs"]
mod guest;
#[path = "../../../wire/tests/contract/isolate.rs"]
mod isolate;
mod isolates;
mod samples;
mod session;
mod surroundings;

use std::path::PathBuf;
use std::process::Command;

const RUNNER: &str = env!("CARGO_BIN_EXE_tier-wasm");

/// How deeply nested a value may be that the guest itself holds.
const DEEPEST: usize = 10_000;

/// Returns the command that is the guest.
fn guest() -> Command {
    let mut command = Command::new(RUNNER);
    command.arg(component());
    command
}

/// Returns the guest's component.
#[expect(
    clippy::disallowed_methods,
    reason = "a test is told by its environment where the guests are"
)]
fn component() -> PathBuf {
    let guests = std::env::var_os("TIERS_GUESTS")
        .expect("TIERS_GUESTS is not set: ./artifact cargo sets it");
    let component = PathBuf::from(guests).join("tier-full.component.wasm");
    assert!(
        component.is_file(),
        "{} is missing: ./artifact build all",
        component.display()
    );
    component
}

/// Returns what the guest says that it holds: the CPython of the componentize-py that is pinned.
fn version() -> String {
    "CPython 3.12.1".into()
}
