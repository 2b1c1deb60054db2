//! Running a file of source as a program.
#![expect(unsafe_code, reason = "CPython's interface is C")]

use std::ffi::CStr;
use std::io;
use std::ptr;

use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::PyInt;

use super::{Called, Exception, calls, main_names, values};

/// What ends a program that was interrupted, as a shell shows it.
const STATUS_INTERRUPTED: u8 = 130;

/// Runs the source in the file at `path` in `__main__`; returns the status that the program ends with. An uncaught
/// exception is printed.
pub(crate) fn run(py: Python<'_>, path: &CStr) -> Result<u8, String> {
    let Some(names) = main_names(py) else {
        return Err("there is no __main__".into());
    };
    // SAFETY: the strings end in NUL.
    let file = unsafe { libc::fopen(path.as_ptr(), c"rb".as_ptr()) };
    if file.is_null() {
        let error = io::Error::last_os_error();
        return Err(format!(
            "{} cannot be read: {error}",
            path.to_string_lossy()
        ));
    }
    // SAFETY: the file is open, and closed by the call; the names are a dict; the result is owned, or null.
    let result = unsafe {
        let names = names.as_ptr();
        let result = ffi::PyRun_FileExFlags(
            file.cast(),
            path.as_ptr(),
            ffi::Py_file_input,
            names,
            names,
            1,
            ptr::null_mut(),
        );
        Bound::from_owned_ptr_or_opt(py, result)
    };
    Ok(if result.is_some() { 0 } else { status(py) })
}

/// Runs the file at `path`, source or compiled, as CPython's `main` does: `SystemExit` ends the interpreter and the process.
/// Returns the status otherwise.
pub(crate) fn run_as_main(_py: Python<'_>, path: &CStr) -> Result<u8, String> {
    // SAFETY: the strings end in NUL.
    let file = unsafe { libc::fopen(path.as_ptr(), c"rb".as_ptr()) };
    if file.is_null() {
        return Err(io::Error::last_os_error().to_string());
    }
    // SAFETY: the file is open, and closed by the call; the thread is attached.
    let status =
        unsafe { ffi::PyRun_SimpleFileExFlags(file.cast(), path.as_ptr(), 1, ptr::null_mut()) };
    Ok(u8::from(status != 0))
}

/// Says whether `path` is something that modules can be imported from.
pub(crate) fn is_importable(path: &Bound<'_, PyAny>) -> bool {
    // SAFETY: a reference to an object; the importer is a new reference, or null where an exception was raised, which is
    // nobody's business.
    unsafe {
        let importer = ffi::PyImport_GetImporter(path.as_ptr());
        let importer = Bound::from_owned_ptr_or_opt(path.py(), importer);
        ffi::PyErr_Clear();
        importer.is_some_and(|importer| !importer.is_none())
    }
}

/// Prints `exception` as CPython would, and returns the status that it ends a program with.
pub(crate) fn status_of(exception: &Exception) -> u8 {
    let py = exception.0.py();
    // SAFETY: the reference is given up; the thread is attached.
    unsafe {
        let class = ffi::Py_TYPE(exception.0.as_ptr()).cast::<ffi::PyObject>();
        ffi::PyErr_SetObject(class, exception.0.as_ptr());
    }
    status(py)
}

/// Returns the status that the exception which is being raised ends a program with; prints it as CPython would.
fn status(py: Python<'_>) -> u8 {
    // SAFETY: an exception is being raised; printing it clears it.
    unsafe {
        if ffi::PyErr_ExceptionMatches(ffi::PyExc_SystemExit) != 0 {
            return exit_status(&Exception::taken(py));
        }
        let interrupted = ffi::PyErr_ExceptionMatches(ffi::PyExc_KeyboardInterrupt) != 0;
        ffi::PyErr_PrintEx(1);
        if interrupted { STATUS_INTERRUPTED } else { 1 }
    }
}

/// Returns the status that a `SystemExit` asks for; a message is printed, and is status 1.
fn exit_status(exit: &Exception) -> u8 {
    let Ok(code) = calls::attribute(&exit.0, "code") else {
        return 1;
    };
    if code.is_none() {
        return 0;
    }
    if let Ok(number) = code.cast::<PyInt>() {
        let number = values::integer_of(number).unwrap_or_default();
        // As CPython has it: what is out of range is -1. Of a status, the system keeps the lowest byte.
        return i64::try_from(number).unwrap_or(-1).to_le_bytes()[0];
    }
    let _ = print(&code);
    1
}

fn print<'py>(message: &Bound<'py, PyAny>) -> Called<'py, ()> {
    let stderr = calls::attribute(&calls::import(message.py(), c"sys")?, "stderr")?;
    let line_end = values::text(message.py(), "\n")?;
    calls::method(&stderr, "write", vec![calls::to_text(message)?])?;
    calls::method(&stderr, "write", vec![line_end])?;
    Ok(())
}
