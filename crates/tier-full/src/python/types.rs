//! What an object is, told without running any code of the program.
#![expect(unsafe_code, reason = "CPython's interface is C")]

use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::PyString;
use tier_api::HandleKind;

use super::{owned, values};

/// Returns what can be done with `object`.
pub(crate) fn kind(object: &Bound<'_, PyAny>) -> HandleKind {
    // SAFETY: both look at the object's type.
    unsafe {
        if ffi::PyCallable_Check(object.as_ptr()) != 0 {
            HandleKind::Callable
        } else if ffi::PyExceptionInstance_Check(object.as_ptr()) != 0 {
            HandleKind::Exception
        } else {
            HandleKind::Object
        }
    }
}

/// Returns the name of the object's type.
pub(crate) fn name(object: &Bound<'_, PyAny>) -> String {
    // SAFETY: a reference to a type; the result is a new reference, or null with an exception raised.
    let name = unsafe { owned(object.py(), ffi::PyType_GetName(object.get_type_ptr())) };
    plain(name.ok())
}

/// Returns the name of the object's type, within what it was defined in.
pub(crate) fn qualified_name(object: &Bound<'_, PyAny>) -> String {
    // SAFETY: as above.
    let name = unsafe { owned(object.py(), ffi::PyType_GetQualName(object.get_type_ptr())) };
    plain(name.ok())
}

fn plain(name: Option<Bound<'_, PyAny>>) -> String {
    let name = name.and_then(|name| values::text_of(name.cast::<PyString>().ok()?).ok());
    name.unwrap_or_default().to_string()
}
