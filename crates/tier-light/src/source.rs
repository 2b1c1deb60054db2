//! From the bytes of a file to code, by CPython's rules.

use rustpython_vm::builtins::PyCode;
use rustpython_vm::{PyRef, PyResult, VirtualMachine};

/// Compiles the program in `bytes`, which were read from `path`.
///
/// RustPython's own `compile` knows about the byte order mark and the encoding cookie; its way of running a file does
/// not, and reads UTF-8 only.
pub(crate) fn compile(vm: &VirtualMachine, bytes: Vec<u8>, path: &str) -> PyResult<PyRef<PyCode>> {
    if bytes.contains(&0) {
        let syntax_error = vm.ctx.exceptions.syntax_error.to_owned();
        let message = "source code cannot contain null bytes".to_owned();
        return Err(vm.new_exception_msg(syntax_error, message.into()));
    }
    let bytes = vm.ctx.new_bytes(with_newlines(bytes));
    let compile = vm.builtins.get_attr("compile", vm)?;
    // The fifth argument: nothing of this is the embedder's own code, there are no flags to inherit.
    let code = compile.call((bytes, path, "exec", 0, true), vm)?;
    code.downcast()
        .map_err(|_| vm.new_type_error("compile() returned no code object"))
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
