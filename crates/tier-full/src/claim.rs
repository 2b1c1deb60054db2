//! One interpreter at a time: CPython keeps much of its state per process.

use std::sync::atomic::{AtomicBool, Ordering};

/// Whether there is an interpreter in this process.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The right to have an interpreter in this process, given back when it is dropped.
#[derive(Debug)]
pub(crate) struct Claim(());

impl Claim {
    /// Takes the right; the error says why there is none.
    pub(crate) fn take() -> Result<Self, String> {
        if TAKEN.swap(true, Ordering::Acquire) {
            return Err("there is an interpreter in this process already".into());
        }
        Ok(Self(()))
    }

    /// Keeps the right for good: the interpreter stays.
    pub(crate) fn keep(self) {
        std::mem::forget(self);
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        TAKEN.store(false, Ordering::Release);
    }
}
