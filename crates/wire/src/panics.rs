//! What the interpreter's panics said.

use std::sync::{Mutex, PoisonError};

/// The message and place of the panic before.
static LAST_PANIC: Mutex<Option<String>> = Mutex::new(None);

/// Has every panic's message and place kept for [`last_panic`]; the usual report on stderr still appears.
pub(crate) fn remember_panics() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        *LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner) = Some(panic.to_string());
        report(panic);
    }));
}

/// Returns the message and place of the last panic.
pub(crate) fn last_panic() -> String {
    let last = LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner);
    last.clone().unwrap_or_else(|| "no message".into())
}
