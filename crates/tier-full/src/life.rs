//! The beginning and the end of an interpreter that stays up.
#![expect(unsafe_code, reason = "CPython's interface is C")]

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use pyo3::ffi;
use wire::guest::Side;

use crate::claim::Claim;
use crate::configuration::Configuration;

/// What CPython ends with where output could not be written.
const STATUS_UNWRITTEN: u8 = 120;

/// Whether there was such an interpreter in this process. pyo3 keeps objects of the first one, so there is no second.
static SPENT: AtomicBool = AtomicBool::new(false);

/// An interpreter that is up, and that no thread is attached to but while it is asked.
#[derive(Debug)]
pub(crate) struct Life {
    claim: Claim,
    /// The state of the thread that started the interpreter: its main thread, which alone may end it. That this is a
    /// pointer keeps it on that thread.
    main: *mut ffi::PyThreadState,
}

impl Life {
    /// Starts an interpreter.
    pub(crate) fn begin(configuration: &Configuration) -> Result<Self, String> {
        let claim = Claim::take()?;
        if SPENT.load(Ordering::Relaxed) {
            return Err("there was an isolate in this process before".into());
        }
        // SAFETY: the claim says that there is no interpreter. The thread that started one is attached to it.
        let main = unsafe {
            configuration.start(None)?;
            ffi::PyEval_SaveThread()
        };
        SPENT.store(true, Ordering::Relaxed);
        Ok(Self { claim, main })
    }

    /// Does `work` with the interpreter's main thread attached, as it was when it was started; `work` may end the process.
    pub(crate) fn attached<R>(&mut self, work: impl FnOnce() -> R) -> R {
        // SAFETY: the state is that of this thread, which let go of it in `begin` or below, and attaches elsewhere only for
        // as long as a question takes.
        unsafe { ffi::PyEval_RestoreThread(self.main) };
        let result = work();
        // SAFETY: the thread was attached above.
        self.main = unsafe { ffi::PyEval_SaveThread() };
        result
    }

    /// Copies the process by `fork`, and sees to it that the interpreter works on both sides.
    pub(crate) fn fork(&mut self, fork: impl FnOnce() -> io::Result<Side>) -> io::Result<Side> {
        self.attached(|| {
            // SAFETY: the thread is attached, and the process is copied between the first call and the one that fits.
            unsafe {
                ffi::PyOS_BeforeFork();
                let side = fork();
                match side {
                    Ok(Side::Copy) => ffi::PyOS_AfterFork_Child(),
                    _ => ffi::PyOS_AfterFork_Parent(),
                }
                side
            }
        })
    }

    /// Ends the interpreter as it ends by itself; returns the exit status.
    pub(crate) fn end(self) -> u8 {
        // SAFETY: as in `attached`.
        let status = unsafe {
            ffi::PyEval_RestoreThread(self.main);
            ffi::Py_FinalizeEx()
        };
        drop(self.claim);
        if status < 0 { STATUS_UNWRITTEN } else { 0 }
    }
}
