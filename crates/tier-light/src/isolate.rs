//! An interpreter that stays up and is spoken with.

mod handles;
mod inward;
mod outward;
mod raised;

use std::fmt;

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::compiler::Mode;
use rustpython_vm::function::{FuncArgs, KwArgs};
use rustpython_vm::scope::Scope;
use rustpython_vm::{Interpreter, PyObjectRef, PyResult, VirtualMachine};
use tier_api::{Answer, Any, Ask, Failure, Fault, Isolate, Outcome};

use crate::{finish, setup, source, streams};
use handles::Handles;
use inward::{all_inward, inward};
use outward::outward;

/// A RustPython interpreter that stays up, set up as for a run; `sys.argv` is `['']`.
///
/// What goes in and out is converted by exact type, as [`Any`] tells. The values that go in must not be nested deeper than
/// [`DEPTH_MAX`](tier_api::any::DEPTH_MAX), as nothing is that comes off the wire.
/// One that is dropped without [`Isolate::close`] ends without a word: no finalizer of what is held runs.
pub struct LightIsolate {
    /// The module `__main__`, by its names. This and the handles hold objects: they go before the interpreter does.
    main: Scope,
    handles: Handles,
    interpreter: Interpreter,
}

impl fmt::Debug for LightIsolate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("LightIsolate")
            .finish_non_exhaustive()
    }
}

/// Why there is no value to answer with.
enum Refusal {
    Raised(PyBaseExceptionRef),
    Failed(Failure),
}

impl From<PyBaseExceptionRef> for Refusal {
    fn from(exception: PyBaseExceptionRef) -> Self {
        Self::Raised(exception)
    }
}

impl LightIsolate {
    /// Keeps a new interpreter up. Its handles carry `number`.
    pub(crate) fn open(interpreter: Interpreter, number: u64) -> Result<Self, Fault> {
        let main = interpreter.enter(|vm| {
            let set_up = setup::assign(vm, None).and_then(|()| vm.new_scope_with_main());
            set_up.map_err(|exception| setup::unavailable(vm, &exception))
        })?;
        Ok(Self {
            main,
            handles: Handles::new(number),
            interpreter,
        })
    }
}

impl Isolate for LightIsolate {
    fn ask(&mut self, ask: Ask) -> Result<Answer, Outcome> {
        let Self {
            main,
            handles,
            interpreter,
        } = self;
        interpreter.enter(|vm| {
            let answer = match answer(vm, main, handles, ask) {
                Ok(object) => outward(vm, handles, &object),
                Err(Refusal::Failed(failure)) => Err(failure),
                Err(Refusal::Raised(exception)) => {
                    let raised = raised::raised(vm, handles, &exception);
                    Err(Failure::Raised(Box::new(raised)))
                }
            };
            // Last: whatever was done until here may have printed.
            streams::flush_both(vm);
            Ok(answer)
        })
    }

    fn close(self) -> Outcome {
        let Self {
            main,
            handles,
            interpreter,
        } = self;
        // Within the interpreter, and before it ends: finalizers are Python code.
        interpreter.enter(|_| drop((main, handles)));
        let status = finish::finish(&interpreter, Ok(()));
        // The process, or the instance, was the isolate's: it ends with it, and need not be tidied up.
        std::mem::forget(interpreter);
        Outcome::Exited { status }
    }
}

/// Does what is asked, and returns the object to answer with.
fn answer(
    vm: &VirtualMachine,
    main: &Scope,
    handles: &mut Handles,
    ask: Ask,
) -> Result<PyObjectRef, Refusal> {
    match ask {
        Ask::Bind { name, value } => {
            let value = inward(vm, handles, value)?;
            main.globals.set_item(&name, value, vm)?;
            Ok(vm.ctx.none())
        }
        Ask::Exec { source } => {
            run(vm, main, &source, Mode::Exec, "<exec>")?;
            Ok(vm.ctx.none())
        }
        Ask::Eval { source } => {
            // `eval` does not mind this, and the compiler would take it for an indentation.
            let source = source.trim_start_matches([' ', '\t']);
            Ok(run(vm, main, source, Mode::Eval, "<eval>")?)
        }
        Ask::Call {
            callable,
            args,
            kwargs,
        } => {
            let callable = handles.object(&callable)?;
            let args = arguments(vm, handles, args, kwargs)?;
            Ok(callable.call(args, vm)?)
        }
        Ask::Attribute { object, name } => {
            let name = vm.ctx.new_str(name);
            Ok(handles.object(&object)?.get_attr(&name, vm)?)
        }
        Ask::Release { object } => {
            drop(handles.release(&object)?);
            Ok(vm.ctx.none())
        }
    }
}

fn run(vm: &VirtualMachine, main: &Scope, source: &str, mode: Mode, name: &str) -> PyResult {
    let code = source::compile_text(vm, source, mode, name)?;
    vm.run_code_obj(code, main.clone())
}

fn arguments(
    vm: &VirtualMachine,
    handles: &Handles,
    args: Vec<Any>,
    kwargs: Vec<(String, Any)>,
) -> Result<FuncArgs, Refusal> {
    let args = all_inward(vm, handles, args)?;
    let kwargs = kwargs
        .into_iter()
        .map(|(name, value)| Ok((name, inward(vm, handles, value)?)))
        .collect::<Result<KwArgs, Refusal>>()?;
    Ok(FuncArgs::new(args, kwargs))
}
