//! What tests with a guest have in common.

use std::path::PathBuf;
use std::time::Duration;

use tiers::{Command, Limits, Served};

/// Returns the fake guest, which `cargo test` builds with the tests.
pub(crate) fn fake_guest() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().unwrap().parent().unwrap();
    let guest = profile.join("examples").join("fake_guest");
    assert!(
        guest.exists(),
        "{} is not built: cargo build --examples",
        guest.display()
    );
    guest
}

/// Generous limits: hit where a test fails only.
pub(crate) fn generous() -> Limits {
    within(Duration::from_mins(1))
}

pub(crate) fn within(time: Duration) -> Limits {
    Limits {
        time: Some(time),
        ..Limits::default()
    }
}

/// Starts the fake guest.
pub(crate) fn served() -> Served {
    Served::start(&Command::new(fake_guest()), &generous()).unwrap()
}
