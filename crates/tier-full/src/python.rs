//! What is asked of CPython while it is up. Each function that may raise answers with the exception itself.
//!
//! pyo3's own functions come to the same, but for two cases in which they panic: for an exception of the type
//! `PanicException`, which a program finds among the subclasses of `BaseException` and can raise; and where there is no
//! memory for a new object. Both are Python's to raise here.
#![expect(unsafe_code, reason = "CPython's interface is C")]

pub(crate) mod calls;
pub(crate) mod file;
pub(crate) mod streams;
pub(crate) mod types;
pub(crate) mod values;

use std::ffi::{CStr, c_int};

use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// An exception that was raised: an instance of `BaseException`.
pub(crate) struct Exception<'py>(pub(crate) Bound<'py, PyAny>);

/// What a function of CPython returns.
pub(crate) type Called<'py, T = Bound<'py, PyAny>> = Result<T, Exception<'py>>;

impl<'py> Exception<'py> {
    /// Returns a new `ValueError`.
    pub(crate) fn value_error(py: Python<'py>, message: &CStr) -> Self {
        // SAFETY: `py` says that the thread is attached; the type is a static object, borrowed.
        unsafe { ffi::PyErr_SetString(ffi::PyExc_ValueError, message.as_ptr()) };
        Self::taken(py)
    }

    /// Returns a new `SyntaxError`.
    pub(crate) fn syntax_error(py: Python<'py>, message: &CStr) -> Self {
        // SAFETY: as above.
        unsafe { ffi::PyErr_SetString(ffi::PyExc_SyntaxError, message.as_ptr()) };
        Self::taken(py)
    }

    /// Takes the exception that a function of CPython left behind.
    fn taken(py: Python<'py>) -> Self {
        // SAFETY: `py` says that the thread is attached; the reference is owned, or null where nothing was raised.
        let exception = unsafe { Bound::from_owned_ptr_or_opt(py, raised()) };
        // A function that fails without an exception is a defect of an extension module.
        Self(exception.unwrap_or_else(|| py.None().into_bound(py)))
    }
}

/// Returns a new reference to the exception that is being raised, which is then no longer raised.
#[cfg(Py_3_12)]
unsafe fn raised() -> *mut ffi::PyObject {
    // SAFETY: the caller is attached.
    unsafe { ffi::PyErr_GetRaisedException() }
}

/// Returns a new reference to the exception that is being raised, which is then no longer raised.
#[cfg(not(Py_3_12))]
unsafe fn raised() -> *mut ffi::PyObject {
    let [mut kind, mut value, mut traceback] = [std::ptr::null_mut(); 3];
    // SAFETY: the caller is attached. All three references are owned, or null; the first and the last are given up here.
    unsafe {
        ffi::PyErr_Fetch(&raw mut kind, &raw mut value, &raw mut traceback);
        ffi::PyErr_NormalizeException(&raw mut kind, &raw mut value, &raw mut traceback);
        if !traceback.is_null() && !value.is_null() {
            ffi::PyException_SetTraceback(value, traceback);
        }
        ffi::Py_XDECREF(kind);
        ffi::Py_XDECREF(traceback);
    }
    value
}

/// Takes what a function of CPython returned.
///
/// # Safety
///
/// `object` must be a new reference, or null with an exception raised.
unsafe fn owned(py: Python<'_>, object: *mut ffi::PyObject) -> Called<'_> {
    // SAFETY: the caller says so.
    unsafe { Bound::from_owned_ptr_or_opt(py, object) }.ok_or_else(|| Exception::taken(py))
}

/// Takes what a function of CPython returned that has no value: less than zero where an exception was raised.
fn done(py: Python<'_>, status: c_int) -> Called<'_, ()> {
    if status < 0 {
        Err(Exception::taken(py))
    } else {
        Ok(())
    }
}

/// Returns the names of `__main__`.
pub(crate) fn main_names(py: Python<'_>) -> Option<Bound<'_, PyDict>> {
    // SAFETY: the name ends in NUL; the module and its dict are borrowed; a module's dict is a dict.
    unsafe {
        let main =
            Bound::from_borrowed_ptr_or_opt(py, ffi::PyImport_AddModule(c"__main__".as_ptr()))?;
        let names = ffi::PyModule_GetDict(main.as_ptr());
        Some(Bound::from_borrowed_ptr_or_opt(py, names)?.cast_into_unchecked())
    }
}
