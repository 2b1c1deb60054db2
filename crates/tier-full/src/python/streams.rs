//! The interpreter's output.
#![expect(unsafe_code, reason = "CPython's interface is C")]

use std::ffi::CStr;

use pyo3::ffi;
use pyo3::prelude::*;

use super::calls;

/// Writes out what stands in `sys.stdout` and `sys.stderr`; says whether all of it could be written.
pub(crate) fn flush(py: Python<'_>) -> bool {
    let [stdout, stderr] = [c"stdout", c"stderr"].map(|name| flushed(py, name));
    stdout && stderr
}

/// Flushes a stream. One that is not there, is `None` or is closed has nothing to write.
fn flushed(py: Python<'_>, name: &CStr) -> bool {
    // SAFETY: the name ends in NUL; the result is borrowed, or null without an exception.
    let stream =
        unsafe { Bound::from_borrowed_ptr_or_opt(py, ffi::PySys_GetObject(name.as_ptr())) };
    let Some(stream) = stream.filter(|stream| !stream.is_none() && !closed(stream)) else {
        return true;
    };
    calls::method(&stream, "flush", Vec::new()).is_ok()
}

fn closed(stream: &Bound<'_, PyAny>) -> bool {
    // As CPython has it: what cannot say that it is closed is open.
    calls::attribute(stream, "closed").is_ok_and(|closed| calls::is_true(&closed).unwrap_or(false))
}
