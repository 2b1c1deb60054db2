//! The native Light guest as a host sees it: a program with arguments, a status and a socket.
//!
//! What all guests have to do alike is tested by the same files, in `crates/wire/tests/contract`. The guest is the one in the
//! folder that `TIERS_GUESTS` names; where it is missing these tests fail. They stand here and not beside the guest's own
//! sources because cargo would link the guest a second time for them, which takes minutes.

mod endings;
mod exceptions;
mod exec;
#[path = "../../../wire/tests/contract/guest.rs"]
mod guest;
mod hostile;
#[path = "../../../wire/tests/contract/isolate.rs"]
mod isolate;
mod session;

use std::path::PathBuf;
use std::process::Command;

/// How deeply nested a value may be that the guest itself holds.
const DEEPEST: usize = 100_000;

/// Returns the command that is the guest.
#[expect(
    clippy::disallowed_methods,
    reason = "a test is told by its environment where the guests are"
)]
fn guest() -> Command {
    let guests = std::env::var_os("TIERS_GUESTS")
        .expect("TIERS_GUESTS is not set: ./artifact cargo sets it");
    let guest = PathBuf::from(guests).join("tier-light");
    assert!(
        guest.is_file(),
        "{} is missing: ./artifact build",
        guest.display()
    );
    Command::new(guest)
}

/// Returns what the guest says that it holds.
fn version() -> String {
    "RustPython 0.5.0".into()
}
