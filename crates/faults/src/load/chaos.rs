//! Processes that are killed from outside while they work.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use fastrand::Rng;
use rustix::process::{Pid, Signal, kill_process};

use super::census::children;

/// The program that holds Light contained. Whatever becomes of it, its program is run again on Full.
const CONTAINED: &str = "tier-wasm";

/// The time between two kills.
const PAUSE: Duration = Duration::from_millis(100);

/// Kills one of the processes that hold Light contained, again and again, until it is `over`. Returns how often.
pub(super) fn killing(seed: u64, over: &AtomicBool) -> u64 {
    let mut rng = Rng::with_seed(seed);
    let mut kills = 0;
    while !over.load(Ordering::Relaxed) {
        std::thread::sleep(PAUSE);
        let found = children().unwrap_or_default();
        let contained: Vec<i32> = found
            .iter()
            .filter(|child| child.name == CONTAINED)
            .map(|child| child.pid)
            .collect();
        if let Some(pid) = rng.choice(contained).and_then(Pid::from_raw)
            && kill_process(pid, Signal::KILL).is_ok()
        {
            kills += 1;
        }
    }
    kills
}
