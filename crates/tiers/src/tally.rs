//! How often what happened.

use std::sync::atomic::{AtomicU64, Ordering};

/// What a host has done so far, its clones included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Jobs whose output came from Light.
    pub on_light: u64,
    /// Jobs whose output came from Full, the fallbacks among them.
    pub on_full: u64,
    /// Jobs that were tried on Light, and repeated on Full.
    pub fallbacks: u64,
    /// Jobs that were decided to be safe on Light, and verified not to be.
    pub unsafe_accepts: u64,
}

/// The counters behind [`Counts`].
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) on_light: AtomicU64,
    pub(crate) on_full: AtomicU64,
    pub(crate) fallbacks: AtomicU64,
    pub(crate) unsafe_accepts: AtomicU64,
}

impl Tally {
    /// Counts one more.
    pub(crate) fn count(counter: &AtomicU64) {
        counter.fetch_add(1, Ordering::Relaxed);
    }

    /// Returns the counts as they are.
    pub(crate) fn counts(&self) -> Counts {
        let count = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        Counts {
            on_light: count(&self.on_light),
            on_full: count(&self.on_full),
            fallbacks: count(&self.fallbacks),
            unsafe_accepts: count(&self.unsafe_accepts),
        }
    }
}
