//! From source to code, by CPython's rules.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyCode};
use rustpython_vm::compiler::Mode;
use rustpython_vm::{PyRef, PyResult, VirtualMachine};

/// Compiles the program in `bytes`, which were read from `path`.
///
/// RustPython's own `compile` knows about the byte order mark and the encoding cookie; its way of running a file does
/// not, and reads UTF-8 only.
pub(crate) fn compile(vm: &VirtualMachine, bytes: Vec<u8>, path: &str) -> PyResult<PyRef<PyCode>> {
    if bytes.contains(&0) {
        return Err(syntax_error(vm, "source code cannot contain null bytes"));
    }
    let bytes = vm.ctx.new_bytes(with_newlines(bytes));
    let compile = vm.builtins.get_attr("compile", vm)?;
    // The fifth argument: nothing of this is the embedder's own code, there are no flags to inherit.
    let code = compile.call((bytes, path, "exec", 0, true), vm)?;
    code.downcast()
        .map_err(|_| vm.new_type_error("compile() returned no code object"))
}

/// Compiles source that came as text, as `exec` and `eval` do: whatever encoding it declares, it is text.
pub(crate) fn compile_text(
    vm: &VirtualMachine,
    source: &str,
    mode: Mode,
    name: &str,
) -> PyResult<PyRef<PyCode>> {
    if source.contains('\0') {
        let message = "source code string cannot contain null bytes";
        return Err(syntax_error(vm, message));
    }
    let source = source.replace("\r\n", "\n").replace('\r', "\n");
    vm.compile(&source, mode, name.to_owned())
        .map_err(|error| vm.new_syntax_error(&error, Some(&source)))
}

fn syntax_error(vm: &VirtualMachine, message: &str) -> PyBaseExceptionRef {
    let class = vm.ctx.exceptions.syntax_error.to_owned();
    vm.new_exception_msg(class, message.into())
}

/// Returns `bytes` with every line end as a newline, also within string literals.
fn with_newlines(bytes: Vec<u8>) -> Vec<u8> {
    if !bytes.contains(&b'\r') {
        return bytes;
    }
    let mut unified = Vec::with_capacity(bytes.len());
    let mut bytes = bytes.into_iter().peekable();
    while let Some(byte) = bytes.next() {
        unified.push(if byte == b'\r' { b'\n' } else { byte });
        if byte == b'\r' {
            bytes.next_if_eq(&b'\n');
        }
    }
    unified
}
