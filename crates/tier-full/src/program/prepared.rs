//! Running a program in an interpreter that was started without one: what CPython's `main` does between its start and its end.

use std::ffi::{OsStr, OsString};
use std::io::{Error, Write as _};
use std::path::{Path, PathBuf};

use pyo3::prelude::*;
use tier_api::Program;

use crate::configuration::c_string;
use crate::python::{Called, calls, file, values};

/// What CPython ends with where the program's file cannot be opened.
const STATUS_UNREADABLE: u8 = 2;

/// Runs `program` in the interpreter that this thread is attached to; returns its exit status. `executable` is what the
/// interpreter calls itself.
pub(super) fn run(executable: &Path, program: &Program) -> Result<u8, String> {
    Python::attach(|py| {
        assign(py, executable, program).map_err(|_| "the interpreter did not take the program")?;
        // A folder or an archive is a program by the module in it.
        let name = values::path(py, &program.file).ok();
        if let Some(name) = name.filter(file::is_importable) {
            let ran = insert_path(py, name).and_then(|()| run_main_module(py));
            return Ok(ran.map_or_else(|exception| file::status_of(&exception), |()| 0));
        }
        // As CPython has it: tracebacks and `__file__` show the whole path.
        let path = std::path::absolute(&program.file).map_err(|error| error.to_string())?;
        if let Err(error) = std::fs::File::open(&path) {
            return Ok(unreadable(executable, &path, &error));
        }
        if let Some(folder) = folder_of(&program.file) {
            let folder = values::path(py, folder.as_os_str());
            let inserted = folder.and_then(|folder| insert_path(py, folder));
            inserted.map_err(|_| "sys.path could not be set")?;
        }
        file::run_as_main(py, &c_string(path.as_os_str())?)
    })
}

/// Lets the program find its arguments.
fn assign<'py>(py: Python<'py>, executable: &Path, program: &Program) -> Called<'py, ()> {
    let sys = calls::import(py, c"sys")?;
    let words = || std::iter::once(&program.file).chain(&program.args);
    let argv = words().map(|word| values::path(py, word));
    let argv = argv.collect::<Result<_, _>>()?;
    calls::set_attribute(&sys, "argv", &values::list(py, argv)?)?;
    let original = std::iter::once(executable.as_os_str()).chain(words().map(OsString::as_os_str));
    let original = original.map(|word| values::path(py, word));
    let original = original.collect::<Result<_, _>>()?;
    calls::set_attribute(&sys, "orig_argv", &values::list(py, original)?)
}

/// Returns the folder that the program's modules are found in.
fn folder_of(file: &OsStr) -> Option<PathBuf> {
    let real = std::fs::canonicalize(file).unwrap_or_else(|_| file.into());
    real.parent().map(Path::to_owned)
}

fn insert_path<'py>(py: Python<'py>, folder: Bound<'py, PyAny>) -> Called<'py, ()> {
    let path = calls::attribute(&calls::import(py, c"sys")?, "path")?;
    let first = values::integer(py, &0.into())?;
    calls::method(&path, "insert", vec![first, folder]).map(drop)
}

fn run_main_module(py: Python<'_>) -> Called<'_, ()> {
    let runpy = calls::import(py, c"runpy")?;
    // The second argument: `sys.argv` stays as it is.
    let args = vec![values::text(py, "__main__")?, values::boolean(py, false)];
    calls::method(&runpy, "_run_module_as_main", args).map(drop)
}

fn unreadable(executable: &Path, path: &Path, error: &Error) -> u8 {
    let (executable, path) = (executable.display(), path.display());
    let number = error.raw_os_error().unwrap_or_default();
    let _ = writeln!(
        std::io::stderr(),
        "{executable}: can't open file '{path}': [Errno {number}] {}",
        reason(error),
    );
    STATUS_UNREADABLE
}

/// Returns what the C library says of an error: Rust adds the number.
fn reason(error: &Error) -> String {
    let text = error.to_string();
    text.split_once(" (os error")
        .map_or(text.clone(), |(reason, _)| reason.to_owned())
}
