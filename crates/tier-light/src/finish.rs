//! The end of an interpreter, in the order in which CPython ends.

use std::sync::atomic::Ordering;

use rustpython_vm::gc_state::gc_state;
use rustpython_vm::stdlib::atexit;
use rustpython_vm::{Interpreter, PyResult, VirtualMachine};

use crate::streams;

/// The exit status where what was printed could not be written.
const FLUSH_FAILED: u32 = 120;

/// Reports how the program ended, winds the interpreter down, and returns the exit status.
///
/// RustPython's own `Interpreter::finalize` differs in two things: it imports `threading` in order to ask it for threads,
/// and it lets the program's own failure hide that its output was lost.
pub(crate) fn finish(interpreter: &Interpreter, result: PyResult<()>) -> u8 {
    let status = interpreter.enter(|vm| {
        let status = result
            .err()
            .map_or(0, |exception| vm.handle_exit_exception(exception));
        join_threads(vm);
        atexit::_run_exitfuncs(vm);
        let stdout = vm.sys_module.get_attr("stdout", vm).ok();
        let mut flushed = streams::flush(vm, stdout.as_ref());
        vm.state.finalizing.store(true, Ordering::Release);
        gc_state().collect_force(2);
        vm.finalize_modules();
        // What finalizers printed.
        flushed &= streams::flush(vm, stdout.as_ref());
        if flushed { status } else { FLUSH_FAILED }
    });
    // What the system keeps of a status.
    status.to_le_bytes()[0]
}

/// Waits for the threads that the program started and that are no daemons. Without `threading` there are none.
fn join_threads(vm: &VirtualMachine) {
    let Ok(modules) = vm.sys_module.get_attr("modules", vm) else {
        return;
    };
    let Ok(threading) = modules.get_item("threading", vm) else {
        return;
    };
    if let Err(exception) = vm.call_method(&threading, "_shutdown", ()) {
        let doing = Some("Exception ignored in threading shutdown".to_owned());
        vm.run_unraisable(exception, doing, threading);
    }
}
