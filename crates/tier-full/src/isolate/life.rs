//! The beginning and the end of an interpreter that stays up.
#![expect(unsafe_code, reason = "CPython's interface is C")]

use std::sync::atomic::{AtomicBool, Ordering};

use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::claim::Claim;
use crate::configuration::Configuration;
use crate::python::main_names;

/// What CPython ends with where output could not be written.
const STATUS_UNWRITTEN: u8 = 120;

/// Whether there was such an interpreter in this process. pyo3 keeps objects of the first one, so there is no second.
static SPENT: AtomicBool = AtomicBool::new(false);

/// An interpreter that is up, and that no thread is attached to but while it is asked.
#[derive(Debug)]
pub(super) struct Life {
    claim: Claim,
    /// The state of the thread that started the interpreter: its main thread, which alone may end it. That this is a
    /// pointer keeps it on that thread.
    main: *mut ffi::PyThreadState,
}

impl Life {
    /// Starts an interpreter; returns it, and the names of its `__main__`.
    pub(super) fn begin(configuration: &Configuration) -> Result<(Self, Py<PyDict>), String> {
        let claim = Claim::take()?;
        if SPENT.load(Ordering::Relaxed) {
            return Err("there was an isolate in this process before".into());
        }
        // SAFETY: the claim says that there is no interpreter.
        unsafe { configuration.start(None)? };
        SPENT.store(true, Ordering::Relaxed);
        let names = Python::attach(|py| main_names(py).map(Bound::unbind));
        // SAFETY: the thread that started an interpreter is attached to it.
        let main = unsafe { ffi::PyEval_SaveThread() };
        let life = Self { claim, main };
        let Some(names) = names else {
            life.end();
            return Err("there is no __main__".into());
        };
        Ok((life, names))
    }

    /// Ends the interpreter as it ends by itself; returns the exit status.
    pub(super) fn end(self) -> u8 {
        // SAFETY: the state is that of this thread, which let go of it in `begin`, and attaches since only for as long as
        // a question takes.
        let status = unsafe {
            ffi::PyEval_RestoreThread(self.main);
            ffi::Py_FinalizeEx()
        };
        drop(self.claim);
        if status < 0 { STATUS_UNWRITTEN } else { 0 }
    }
}
