//! Calls that may run the program's own code.
#![expect(unsafe_code, reason = "CPython's interface is C")]

use std::ffi::{CStr, CString, c_int};
use std::ptr;

use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::{Called, Exception, done, owned, values};

/// What source is.
#[derive(Clone, Copy)]
pub(crate) enum Source<'a> {
    /// Statements.
    Statements(&'a str),
    /// An expression.
    Expression(&'a str),
}

/// Compiles and runs `source` with `names` as its global names; statements return `None`.
pub(crate) fn run<'py>(source: Source, names: &Bound<'py, PyDict>) -> Called<'py> {
    let py = names.py();
    let code = match source {
        Source::Statements(text) => compiled(py, text, c"<exec>", ffi::Py_file_input),
        // As the function `eval` does.
        Source::Expression(text) => {
            let text = text.trim_start_matches([' ', '\t']);
            compiled(py, text, c"<eval>", ffi::Py_eval_input)
        }
    }?;
    // SAFETY: both are references to objects of the types that are asked for.
    unsafe {
        let result = ffi::PyEval_EvalCode(code.as_ptr(), names.as_ptr(), names.as_ptr());
        owned(py, result)
    }
}

fn compiled<'py>(py: Python<'py>, source: &str, file: &CStr, start: c_int) -> Called<'py> {
    /// `PyCF_SOURCE_IS_UTF8 | PyCF_IGNORE_COOKIE`: it is text already, whatever it says of its encoding.
    const TEXT: c_int = 0x100 | 0x800;
    let mut flags = ffi::PyCompilerFlags {
        cf_flags: TEXT,
        cf_feature_version: 0,
    };
    let Ok(source) = CString::new(source) else {
        let message = c"source code string cannot contain null bytes";
        return Err(Exception::syntax_error(py, message));
    };
    // SAFETY: the strings end in NUL, and all outlives the call. The level of optimisation is the interpreter's.
    unsafe {
        let code =
            ffi::Py_CompileStringExFlags(source.as_ptr(), file.as_ptr(), start, &raw mut flags, -1);
        owned(py, code)
    }
}

/// Calls `callable` with the tuple `args`.
pub(crate) fn call<'py>(
    callable: &Bound<'py, PyAny>,
    args: &Bound<'py, PyAny>,
    kwargs: Option<&Bound<'py, PyDict>>,
) -> Called<'py> {
    let kwargs = kwargs.map_or(ptr::null_mut(), Bound::as_ptr);
    // SAFETY: all are references to objects; of their types, `args` is what `values::tuple` made.
    unsafe {
        let result = ffi::PyObject_Call(callable.as_ptr(), args.as_ptr(), kwargs);
        owned(callable.py(), result)
    }
}

/// Calls a method.
pub(crate) fn method<'py>(
    object: &Bound<'py, PyAny>,
    name: &str,
    args: Vec<Bound<'py, PyAny>>,
) -> Called<'py> {
    let args = values::tuple(object.py(), args)?;
    call(&attribute(object, name)?, &args, None)
}

/// Returns an attribute.
pub(crate) fn attribute<'py>(object: &Bound<'py, PyAny>, name: &str) -> Called<'py> {
    let name = values::text(object.py(), name)?;
    // SAFETY: both are references to objects, the second to a string.
    unsafe {
        let value = ffi::PyObject_GetAttr(object.as_ptr(), name.as_ptr());
        owned(object.py(), value)
    }
}

/// Sets an attribute.
pub(crate) fn set_attribute<'py>(
    object: &Bound<'py, PyAny>,
    name: &str,
    value: &Bound<'py, PyAny>,
) -> Called<'py, ()> {
    let name = values::text(object.py(), name)?;
    // SAFETY: all are references to objects, the second to a string.
    let status = unsafe { ffi::PyObject_SetAttr(object.as_ptr(), name.as_ptr(), value.as_ptr()) };
    done(object.py(), status)
}

/// Puts an entry into a dict. The key is hashed and compared.
pub(crate) fn insert<'py>(
    dict: &Bound<'py, PyDict>,
    key: &Bound<'py, PyAny>,
    value: &Bound<'py, PyAny>,
) -> Called<'py, ()> {
    // SAFETY: all are references to objects, the first to a dict.
    let status = unsafe { ffi::PyDict_SetItem(dict.as_ptr(), key.as_ptr(), value.as_ptr()) };
    done(dict.py(), status)
}

/// Returns the set of what the list `items` holds. The items are hashed and compared.
pub(crate) fn set<'py>(items: &Bound<'py, PyAny>) -> Called<'py> {
    // SAFETY: a reference to an object.
    unsafe { owned(items.py(), ffi::PySet_New(items.as_ptr())) }
}

/// Returns the frozenset of what the list `items` holds. The items are hashed and compared.
pub(crate) fn frozen_set<'py>(items: &Bound<'py, PyAny>) -> Called<'py> {
    // SAFETY: a reference to an object.
    unsafe { owned(items.py(), ffi::PyFrozenSet_New(items.as_ptr())) }
}

/// Returns `str(object)`.
pub(crate) fn to_text<'py>(object: &Bound<'py, PyAny>) -> Called<'py> {
    // SAFETY: a reference to an object.
    unsafe { owned(object.py(), ffi::PyObject_Str(object.as_ptr())) }
}

/// Imports a module.
pub(crate) fn import<'py>(py: Python<'py>, name: &CStr) -> Called<'py> {
    // SAFETY: the name ends in NUL.
    unsafe { owned(py, ffi::PyImport_ImportModule(name.as_ptr())) }
}

/// Returns `bool(object)`.
pub(crate) fn is_true<'py>(object: &Bound<'py, PyAny>) -> Called<'py, bool> {
    // SAFETY: a reference to an object.
    let status = unsafe { ffi::PyObject_IsTrue(object.as_ptr()) };
    done(object.py(), status)?;
    Ok(status != 0)
}
