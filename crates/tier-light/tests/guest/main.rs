//! The guest as a host sees it: a program with arguments, a status and a socket.
//!
//! What all guests have to do alike is tested by the same files, in `crates/wire/tests/contract`.

mod endings;
mod exceptions;
mod exec;
#[path = "../../../wire/tests/contract/guest.rs"]
mod guest;
mod hostile;
#[path = "../../../wire/tests/contract/isolate.rs"]
mod isolate;
mod session;

const GUEST: &str = env!("CARGO_BIN_EXE_tier-light");

/// How deeply nested a value may be that the guest itself holds.
const DEEPEST: usize = 100_000;

/// Returns the command that is the guest.
fn guest() -> std::process::Command {
    std::process::Command::new(GUEST)
}

/// Returns what the guest says that it holds.
fn version() -> String {
    "RustPython 0.5.0".into()
}
