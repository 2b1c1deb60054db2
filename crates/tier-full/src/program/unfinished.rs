//! Running a program without finalising its interpreter: what CPython's `main` does up to there.

use std::ffi::OsStr;
use std::path::Path;

use pyo3::prelude::*;

use crate::configuration::c_string;
use crate::python::{Called, calls, file, streams, values};

/// What CPython ends with where output could not be written.
const STATUS_UNWRITTEN: u8 = 120;

/// Runs the source in `file` in the interpreter that is up, which this thread holds; returns its exit status.
pub(super) fn run(file: &OsStr) -> Result<u8, String> {
    // As CPython has it: tracebacks and `__file__` show the whole path.
    let file = std::path::absolute(file).map_err(|error| error.to_string())?;
    let path = c_string(file.as_os_str())?;
    Python::attach(|py| {
        prepare(py, &file).map_err(|_| "the program's module could not be prepared")?;
        let status = file::run(py, &path)?;
        // What goes wrong in either changes no status.
        let _ = wait_for_threads(py);
        let _ = run_exit_functions(py);
        Ok(if streams::flush(py) {
            status
        } else {
            STATUS_UNWRITTEN
        })
    })
}

/// Puts the program's folder into `sys.path`, and its file into `__main__`.
fn prepare<'py>(py: Python<'py>, file: &Path) -> Called<'py, ()> {
    let folder = std::fs::canonicalize(file).ok();
    if let Some(folder) = folder.as_deref().and_then(Path::parent) {
        let path = calls::attribute(&calls::import(py, c"sys")?, "path")?;
        let folder = values::path(py, folder.as_os_str())?;
        calls::method(
            &path,
            "insert",
            vec![values::integer(py, &0.into())?, folder],
        )?;
    }
    let main = calls::import(py, c"__main__")?;
    let file = values::path(py, file.as_os_str())?;
    let importlib = calls::import(py, c"_frozen_importlib_external")?;
    let loader_args = vec![values::text(py, "__main__")?, file.clone()];
    let loader = calls::method(&importlib, "SourceFileLoader", loader_args)?;
    calls::set_attribute(&main, "__file__", &file)?;
    calls::set_attribute(&main, "__cached__", &py.None().into_bound(py))?;
    calls::set_attribute(&main, "__loader__", &loader)
}

fn wait_for_threads(py: Python<'_>) -> Called<'_, ()> {
    let modules = calls::attribute(&calls::import(py, c"sys")?, "modules")?;
    let threading = calls::method(&modules, "get", vec![values::text(py, "threading")?])?;
    if !threading.is_none() {
        calls::method(&threading, "_shutdown", Vec::new())?;
    }
    Ok(())
}

fn run_exit_functions(py: Python<'_>) -> Called<'_, ()> {
    calls::method(&calls::import(py, c"atexit")?, "_run_exitfuncs", Vec::new())?;
    Ok(())
}
