//! The program's standard streams, as `sys` has them: the program may have replaced, closed or removed them.

use rustpython_vm::{PyObjectRef, VirtualMachine};

/// Writes what `sys.stderr` and `sys.stdout` still hold. Failures are found again at the very end, by [`flush`].
pub(crate) fn flush_both(vm: &VirtualMachine) {
    for name in ["stderr", "stdout"] {
        if let Ok(stream) = vm.sys_module.get_attr(name, vm) {
            let _ = vm.call_method(&stream, "flush", ());
        }
    }
}

/// Writes what `stdout` still holds; whether that worked. A missing or closed one holds nothing.
pub(crate) fn flush(vm: &VirtualMachine, stdout: Option<&PyObjectRef>) -> bool {
    let Some(stdout) = stdout.filter(|stdout| !vm.is_none(stdout) && !is_closed(vm, stdout)) else {
        return true;
    };
    match vm.call_method(stdout, "flush", ()) {
        Ok(_) => true,
        Err(exception) => {
            vm.run_unraisable(exception, None, stdout.clone());
            false
        }
    }
}

fn is_closed(vm: &VirtualMachine, file: &PyObjectRef) -> bool {
    let closed = file
        .get_attr("closed", vm)
        .and_then(|closed| closed.try_to_bool(vm));
    closed.unwrap_or(false)
}
