//! Making objects that are plain data, and reading them. No code of the program runs here.
#![expect(unsafe_code, reason = "CPython's interface is C")]

use std::ffi::{CString, OsStr};
use std::os::unix::ffi::OsStrExt as _;
use std::ptr;

use num_bigint::BigInt;
use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyInt, PyString};
use tier_api::{Float, Str};

use super::{Called, Exception, owned};

/// Returns a length as CPython counts: memory holds nothing that is longer than its longest.
fn count(length: usize) -> ffi::Py_ssize_t {
    length.try_into().unwrap_or(ffi::Py_ssize_t::MAX)
}

/// Returns the `bool`.
pub(crate) fn boolean(py: Python<'_>, value: bool) -> Bound<'_, PyAny> {
    pyo3::types::PyBool::new(py, value).to_owned().into_any()
}

/// Returns a new `int`.
pub(crate) fn integer<'py>(py: Python<'py>, value: &BigInt) -> Called<'py> {
    // Hexadecimal digits are read in linear time, and no limit is put on them.
    let Ok(digits) = CString::new(format!("{value:x}")) else {
        return Err(Exception::value_error(py, c"no number"));
    };
    // SAFETY: the digits end in NUL; nobody asks where they end.
    unsafe {
        let number = ffi::PyLong_FromString(digits.as_ptr(), ptr::null_mut(), 16);
        owned(py, number)
    }
}

/// Returns the number.
pub(crate) fn integer_of<'py>(value: &Bound<'py, PyInt>) -> Called<'py, BigInt> {
    let py = value.py();
    value
        .extract()
        .map_err(|error: PyErr| Exception(error.into_value(py).into_bound(py).into_any()))
}

/// Returns a new `float`.
pub(crate) fn float(py: Python<'_>, value: Float) -> Called<'_> {
    // SAFETY: makes an object of a number.
    unsafe { owned(py, ffi::PyFloat_FromDouble(value.0)) }
}

/// Returns a new `complex`.
pub(crate) fn complex(py: Python<'_>, real: Float, imaginary: Float) -> Called<'_> {
    // SAFETY: makes an object of two numbers.
    unsafe { owned(py, ffi::PyComplex_FromDoubles(real.0, imaginary.0)) }
}

/// Returns a new `bytes`.
pub(crate) fn bytes<'py>(py: Python<'py>, value: &[u8]) -> Called<'py> {
    // SAFETY: the bytes are copied.
    unsafe {
        let bytes = ffi::PyBytes_FromStringAndSize(value.as_ptr().cast(), count(value.len()));
        owned(py, bytes)
    }
}

/// Returns a new `str`.
pub(crate) fn text<'py>(py: Python<'py>, value: &str) -> Called<'py> {
    // SAFETY: the bytes are UTF-8, and are copied.
    unsafe {
        let text = ffi::PyUnicode_FromStringAndSize(value.as_ptr().cast(), count(value.len()));
        owned(py, text)
    }
}

/// Returns a new `str`, which may hold surrogates.
pub(crate) fn any_text<'py>(py: Python<'py>, value: &Str) -> Called<'py> {
    /// `PyUnicode_4BYTE_KIND`.
    const FOUR_BYTES: std::ffi::c_int = 4;
    if let Some(plain) = value.as_str() {
        return text(py, plain);
    }
    // Not by decoding: what becomes of a surrogate then is for an error handler to say, which a program may replace.
    let points = value.code_points();
    // SAFETY: the code points are copied; none is above U+10FFFF.
    unsafe {
        let points =
            ffi::PyUnicode_FromKindAndData(FOUR_BYTES, points.as_ptr().cast(), count(points.len()));
        owned(py, points)
    }
}

/// Returns the text.
pub(crate) fn text_of<'py>(value: &Bound<'py, PyString>) -> Called<'py, Str> {
    let py = value.py();
    // SAFETY: a reference to a string, and strings that end in NUL. This error handler is built into the encoder.
    let encoded = unsafe {
        let bytes = ffi::PyUnicode_AsEncodedString(
            value.as_ptr(),
            c"utf-8".as_ptr(),
            c"surrogatepass".as_ptr(),
        );
        owned(py, bytes)?
    };
    let bytes = encoded
        .cast::<PyBytes>()
        .map(|bytes| bytes.as_bytes().to_vec());
    Ok(Str::try_from(bytes.unwrap_or_default()).unwrap_or_default())
}

/// Returns the `str` that stands for a path.
pub(crate) fn path<'py>(py: Python<'py>, path: &OsStr) -> Called<'py> {
    let bytes = path.as_bytes();
    // SAFETY: the bytes are copied.
    unsafe {
        let text = ffi::PyUnicode_DecodeFSDefaultAndSize(bytes.as_ptr().cast(), count(bytes.len()));
        owned(py, text)
    }
}

/// Returns a new `list`.
pub(crate) fn list<'py>(py: Python<'py>, items: Vec<Bound<'py, PyAny>>) -> Called<'py> {
    // SAFETY: the list is new and has this many places; each is given one reference, before anybody sees it.
    unsafe {
        let list = owned(py, ffi::PyList_New(count(items.len())))?;
        for (place, item) in (0..).zip(items) {
            ffi::PyList_SET_ITEM(list.as_ptr(), place, item.into_ptr());
        }
        Ok(list)
    }
}

/// Returns a new `tuple`.
pub(crate) fn tuple<'py>(py: Python<'py>, items: Vec<Bound<'py, PyAny>>) -> Called<'py> {
    // SAFETY: as above.
    unsafe {
        let tuple = owned(py, ffi::PyTuple_New(count(items.len())))?;
        for (place, item) in (0..).zip(items) {
            ffi::PyTuple_SET_ITEM(tuple.as_ptr(), place, item.into_ptr());
        }
        Ok(tuple)
    }
}

/// Returns a new `dict` without entries.
pub(crate) fn dict(py: Python<'_>) -> Called<'_, Bound<'_, PyDict>> {
    // SAFETY: a new dict is a dict.
    unsafe { Ok(owned(py, ffi::PyDict_New())?.cast_into_unchecked()) }
}

/// Returns the dict's entries: pairs in a list of their own, which no change of the dict shows in.
pub(crate) fn entries<'py>(dict: &Bound<'py, PyDict>) -> Called<'py> {
    // SAFETY: a reference to a dict.
    unsafe { owned(dict.py(), ffi::PyDict_Items(dict.as_ptr())) }
}

/// Returns the elements of a set, in a list of their own.
pub(crate) fn elements<'py>(set: &Bound<'py, PyAny>) -> Called<'py> {
    // SAFETY: a reference to an object.
    unsafe { owned(set.py(), ffi::PySequence_List(set.as_ptr())) }
}
