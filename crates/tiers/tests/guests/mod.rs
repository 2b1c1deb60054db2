//! What tests with real guests have in common.

use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Returns the folder of guests.
#[expect(
    clippy::disallowed_methods,
    reason = "a test is told by its environment where the guests are"
)]
pub(crate) fn guests() -> PathBuf {
    std::env::var_os("TIERS_GUESTS")
        .expect("TIERS_GUESTS is not set: ./artifact cargo sets it")
        .into()
}

#[track_caller]
pub(crate) fn wait_until(holds: impl Fn() -> bool) {
    let started = Instant::now();
    while !holds() {
        assert!(
            started.elapsed() < Duration::from_secs(20),
            "it never came to hold"
        );
        std::thread::sleep(Duration::from_millis(10));
    }
}
