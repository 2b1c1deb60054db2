//! The module `__main__`: found, set up and run as `python3 FILE` does it.

use std::ffi::OsStr;
use std::io::{Error, Write as _};
use std::path::Path;

use rustpython_vm::builtins::{PyBaseExceptionRef, PyDictRef};
use rustpython_vm::scope::Scope;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use crate::{source, streams};

/// The exit status where the program's file cannot be read.
const UNREADABLE: u32 = 2;

/// Runs the program in `file`: a file of source, or a folder or an archive with a `__main__.py`.
pub(crate) fn run(vm: &VirtualMachine, file: &OsStr) -> PyResult<()> {
    let scope = vm.new_scope_with_main()?;
    let name = vm.fsdecode(file.to_owned());
    if is_importable(vm, name.as_object())? {
        vm.insert_sys_path(name.into())?;
        // The second argument: `sys.argv` stays as it is.
        let runpy = vm.import("runpy", 0)?;
        vm.call_method(&runpy, "_run_module_as_main", ("__main__", false))?;
        return Ok(());
    }
    // Both absolute, as CPython has them since 3.9; `sys.argv[0]` is not.
    let path = std::path::absolute(file).unwrap_or_else(|_| file.into());
    match std::fs::read(&path) {
        Ok(bytes) => run_source(vm, scope, bytes, &path),
        Err(error) => Err(cannot_open(vm, &path, &error)),
    }
}

/// Whether `path` is something that modules can be imported from.
fn is_importable(vm: &VirtualMachine, path: &PyObject) -> PyResult<bool> {
    let hooks: Vec<PyObjectRef> = vm
        .sys_module
        .get_attr("path_hooks", vm)?
        .try_into_value(vm)?;
    for hook in hooks {
        match hook.call((path.to_owned(),), vm) {
            Ok(_) => return Ok(true),
            Err(error) if error.fast_isinstance(vm.ctx.exceptions.import_error) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(false)
}

fn run_source(vm: &VirtualMachine, scope: Scope, bytes: Vec<u8>, path: &Path) -> PyResult<()> {
    // Where the folders above are closed to the guest (WASI), there is no other name to find.
    let real = path.canonicalize();
    let folder = real.as_deref().unwrap_or(path).parent();
    let folder = folder.unwrap_or(Path::new("")).to_owned();
    vm.insert_sys_path(vm.fsdecode(folder).into())?;
    let globals = scope.globals.clone();
    let set_up = set_up_main(vm, &globals, path);
    let result = set_up
        .and_then(|()| source::compile(vm, bytes, &path.to_string_lossy()))
        .and_then(|code| vm.run_code_obj(code, scope));
    // Before the end of the program is reported.
    streams::flush_both(vm);
    // What runs after the program (threads, exit functions) sees these no more.
    for name in ["__file__", "__cached__"] {
        let _ = globals.del_item(name, vm);
    }
    result.map(drop)
}

/// Gives `__main__` the attributes of a module that was loaded from `path`.
fn set_up_main(vm: &VirtualMachine, globals: &PyDictRef, path: &Path) -> PyResult<()> {
    let file = vm.fsdecode(path.as_os_str().to_owned());
    let importlib = vm.import("_frozen_importlib_external", 0)?;
    let loader = vm.call_method(&importlib, "SourceFileLoader", ("__main__", file.clone()))?;
    globals.set_item("__file__", file.into(), vm)?;
    globals.set_item("__cached__", vm.ctx.none(), vm)?;
    globals.set_item("__loader__", loader, vm)
}

/// Says that `path` cannot be opened, and returns the exception that ends the run with that.
fn cannot_open(vm: &VirtualMachine, path: &Path, error: &Error) -> PyBaseExceptionRef {
    let path = path.display();
    let _ = writeln!(
        std::io::stderr(),
        "tier-light: can't open file '{path}': {error}"
    );
    let system_exit = vm.ctx.exceptions.system_exit.to_owned();
    vm.new_exception(system_exit, vec![vm.new_pyobj(UNREADABLE)])
}
