//! What is told of an exception.

use rustpython_vm::builtins::{PyBaseException, PyBaseExceptionRef, PyStr};
use rustpython_vm::{AsObject as _, Py, PyObjectRef, PyResult, VirtualMachine};
use tier_api::{Raised, Str};

use super::handles::Handles;
use super::outward::text;

/// Tells of `exception`, which is held from here on.
pub(super) fn raised(
    vm: &VirtualMachine,
    handles: &mut Handles,
    exception: &PyBaseExceptionRef,
) -> Raised {
    let class_name = exception.class().__qualname__(vm);
    let message = exception.as_object().str(vm);
    Raised {
        type_name: text_of(&class_name).unwrap_or_default().to_string(),
        // A `__str__` may raise.
        message: message
            .ok()
            .and_then(|message| text(&message))
            .unwrap_or_default(),
        traceback: traceback(vm, exception),
        exception: handles.hold(vm, exception.as_object()),
    }
}

/// Returns what the interpreter prints of an exception that nobody caught.
///
/// As `sys.excepthook` does, it asks the library, and helps itself where that fails.
fn traceback(vm: &VirtualMachine, exception: &Py<PyBaseException>) -> Str {
    let formatted = formatted(vm, exception).ok();
    formatted.as_ref().and_then(text_of).unwrap_or_else(|| {
        let mut traceback = String::new();
        // Writing to a string does not fail.
        let _ = vm.write_exception(&mut traceback, exception);
        traceback.into()
    })
}

fn formatted(vm: &VirtualMachine, exception: &Py<PyBaseException>) -> PyResult {
    let library = vm.import("traceback", 0)?;
    let exception = exception.as_object().to_owned();
    let lines = vm.call_method(&library, "format_exception", (exception,))?;
    let nothing = vm.ctx.new_str("");
    vm.call_method(nothing.as_object(), "join", (lines,))
}

fn text_of(object: &PyObjectRef) -> Option<Str> {
    text(object.downcast_ref::<PyStr>()?)
}
