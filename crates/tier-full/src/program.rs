//! One interpreter for one program: started, run by CPython's own `main`, finalised.
#![expect(unsafe_code, reason = "CPython's interface is C")]

mod prepared;
mod unfinished;

use std::ffi::{CStr, c_char, c_int, c_void};
use std::path::Path;
use std::ptr;
use std::sync::atomic::{AtomicBool, Ordering};

use pyo3::ffi;
use tier_api::Program;

use crate::claim::Claim;
use crate::configuration::Configuration;
use crate::life::Life;
use crate::part::Part;

unsafe extern "C" {
    // Part of CPython's stable interface, and missing from pyo3's.
    fn PySys_AddAuditHook(hook: AuditHook, data: *mut c_void) -> c_int;
}

type AuditHook = unsafe extern "C" fn(*const c_char, *mut ffi::PyObject, *mut c_void) -> c_int;

/// Whether a `MemoryError` ended the program.
static OUT_OF_MEMORY: AtomicBool = AtomicBool::new(false);

/// How a program ended.
pub(crate) struct Ended {
    /// The exit status.
    pub(crate) status: u8,
    /// Whether an uncaught `MemoryError` was the reason; never where nobody asked to watch for it.
    pub(crate) out_of_memory: bool,
}

/// Runs `program` in a new interpreter; the error is what CPython says of one that could not be started.
///
/// `watch_memory` is whether to find out that a `MemoryError` ended the program.
pub(crate) fn run(
    configuration: &Configuration,
    program: &Program,
    watch_memory: bool,
) -> Result<Ended, String> {
    let claim = Claim::take()?;
    OUT_OF_MEMORY.store(false, Ordering::Relaxed);
    // SAFETY: the claim says that there is no interpreter.
    unsafe {
        watch(watch_memory)?;
        configuration.start(Some(program))?;
    }
    let status = if configuration.without.has(Part::Finalization) {
        claim.keep();
        unfinished::run(&program.file)?
    } else {
        // SAFETY: the interpreter was started with a configuration that names what to run.
        let status = unsafe { ffi::Py_RunMain() };
        // What the system keeps of a status.
        status.to_le_bytes()[0]
    };
    Ok(ended(status))
}

/// Runs `program` in an interpreter that was started before it was known what for.
pub(crate) fn run_prepared(
    mut life: Life,
    executable: &Path,
    program: &Program,
    watch_memory: bool,
) -> Result<Ended, String> {
    // SAFETY: the thread is attached to the interpreter that the hook is for.
    life.attached(|| unsafe { watch(watch_memory) })?;
    let status = life.attached(|| prepared::run(executable, program))?;
    let unwritten = life.end();
    Ok(ended(if unwritten == 0 { status } else { unwritten }))
}

/// Finds out, where that is wanted, that a `MemoryError` ends the program.
///
/// # Safety
///
/// Where there is an interpreter, this thread must be attached to it.
unsafe fn watch(memory: bool) -> Result<(), String> {
    // SAFETY: the caller says so.
    if memory && unsafe { PySys_AddAuditHook(note_memory_error, ptr::null_mut()) } < 0 {
        return Err("an audit hook could not be added".into());
    }
    Ok(())
}

fn ended(status: u8) -> Ended {
    Ended {
        status,
        out_of_memory: status == 1 && OUT_OF_MEMORY.load(Ordering::Relaxed),
    }
}

/// Listens to CPython's audit events for the one that says which exception ends the program.
unsafe extern "C" fn note_memory_error(
    event: *const c_char,
    args: *mut ffi::PyObject,
    _data: *mut c_void,
) -> c_int {
    // SAFETY: CPython calls this with a string, and with a tuple or null, while it holds its lock. The event's arguments
    // are the hook, the exception's type, the exception and the traceback.
    unsafe {
        if CStr::from_ptr(event) == c"sys.excepthook"
            && !args.is_null()
            && ffi::PyErr_GivenExceptionMatches(
                ffi::PyTuple_GetItem(args, 1),
                ffi::PyExc_MemoryError,
            ) != 0
        {
            OUT_OF_MEMORY.store(true, Ordering::Relaxed);
        }
    }
    0
}
