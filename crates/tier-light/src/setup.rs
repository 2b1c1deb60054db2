//! An interpreter with its standard library, and what the `site` module would add to it.

use std::ffi::OsString;

use rustpython_vm::builtins::PyBaseException;
use rustpython_vm::common::rc::PyRc;
use rustpython_vm::gc_state::{GcDebugFlags, gc_state};
use rustpython_vm::{
    AsObject, Interpreter, InterpreterBuilder, Py, PyObject, PyObjectRef, PyResult, Settings,
    VirtualMachine,
};
use tier_api::{Fault, Program};

/// The version of RustPython that `Cargo.toml` pins; a test compares it with what a program sees.
pub(crate) const VERSION: &str = "0.5.0";

const CREDITS: &str =
    "RustPython is the work of its contributors: see https://rustpython.github.io";
const LICENSE: &str = "RustPython is under the MIT License, \
                       its standard library under the Python Software Foundation License.";

/// What `gc.get_threshold()` gives in a new process.
const COLLECTOR_THRESHOLDS: (u32, u32, u32) = (2000, 10, 0);

/// Where the library's modules say they come from. They are inside the program: there is no such folder.
const LIBRARY: &str = "<frozen>";

/// Checks what an interpreter would choke on before there is one.
fn check_process() -> Result<(), Fault> {
    // RustPython looks at the arguments of its own process too, and panics on such a one.
    if std::env::args_os().any(|word| word.to_str().is_none()) {
        let reason = "RustPython takes no arguments that are not UTF-8".into();
        return Err(Fault::Unavailable { reason });
    }
    Ok(())
}

/// Builds an interpreter, and does for it all that needs no program.
pub(crate) fn interpreter() -> Result<Interpreter, Fault> {
    check_process()?;
    // What is built stays: to look for garbage in it meanwhile, over and over as it grows, finds nothing.
    gc_state().disable();
    let builder = InterpreterBuilder::new().settings(settings());
    let native = rustpython_stdlib::stdlib_module_defs(&builder.ctx);
    let interpreter = builder
        .add_native_modules(&native)
        .add_frozen_modules(rustpython_pylib::FROZEN_STDLIB)
        .init_hook(isolate_paths)
        .build();
    interpreter.enter(|vm| {
        let complete = prefer_files(vm).and_then(|()| add_site_builtins(vm));
        complete.map_err(|exception| unavailable(vm, &exception))
    })?;
    reset_collector();
    Ok(interpreter)
}

/// Says of an interpreter that it could not be set up.
pub(crate) fn unavailable(vm: &VirtualMachine, exception: &Py<PyBaseException>) -> Fault {
    let mut reason = String::new();
    // Into a string: nothing can go wrong.
    let _ = vm.write_exception(&mut reason, exception);
    Fault::Unavailable { reason }
}

/// Puts the garbage collector as it is in a new process: RustPython has one for all interpreters, and an earlier program may
/// have switched it off.
///
/// What a start made is set apart, as `gc.freeze` does it. The collector keeps tables of all objects that it looks at, and
/// would make them anew of these each time, and at the end of every program; and looking at an object writes to it, which
/// costs a copy of its page where memory is shared copy-on-write.
fn reset_collector() {
    let (first, second, third) = COLLECTOR_THRESHOLDS;
    let collector = gc_state();
    collector.enable();
    collector.set_debug(GcDebugFlags::empty());
    collector.set_threshold(first, Some(second), Some(third));
    collector.freeze();
}

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.hash_seed = Some(0);
    settings.ignore_environment = true;
    settings.user_site_directory = false;
    settings.utf8_mode = 1;
    settings.write_bytecode = false;
    settings
}

/// Takes the folders of the machine's own Pythons out of `sys.path`.
fn isolate_paths(vm: &mut VirtualMachine) {
    if let Some(state) = PyRc::get_mut(&mut vm.state) {
        state.config.paths.module_search_paths.clear();
        state.config.paths.stdlib_dir = Some(LIBRARY.into());
    }
}

/// Gives a new interpreter to `program`, or to whoever will ask it something.
pub(crate) fn assign(vm: &VirtualMachine, program: Option<&Program>) -> PyResult<()> {
    let words: Vec<OsString> = program
        .into_iter()
        .flat_map(|program| std::iter::once(&program.file).chain(&program.args))
        .cloned()
        .collect();
    let executable = std::env::current_exe().unwrap_or_default().into_os_string();
    let orig_argv = strings(vm, std::iter::once(executable).chain(words.iter().cloned()));
    vm.sys_module
        .set_attr("orig_argv", vm.ctx.new_list(orig_argv), vm)?;
    let mut argv = strings(vm, words.into_iter());
    if argv.is_empty() {
        // As CPython has it where nothing is to be run.
        argv.push(vm.ctx.new_str("").into());
    }
    vm.sys_module.set_attr("argv", vm.ctx.new_list(argv), vm)?;
    refresh_environment(vm)
}

/// Puts this process's variables in the place of those that were there when the interpreter was started.
fn refresh_environment(vm: &VirtualMachine) -> PyResult<()> {
    let posix = vm.import("posix", 0)?;
    let environment = posix.get_attr("environ", vm)?;
    vm.call_method(&environment, "clear", ())?;
    for (name, value) in std::env::vars_os() {
        let [name, value] = [name, value].map(|text| vm.ctx.new_bytes(text.into_encoded_bytes()));
        environment.set_item(name.as_object(), value.into(), vm)?;
    }
    Ok(())
}

fn strings(vm: &VirtualMachine, words: impl Iterator<Item = OsString>) -> Vec<PyObjectRef> {
    words.map(|word| vm.fsdecode(word).into()).collect()
}

/// Lets the program's own modules come before the library's of the same name, as they do where the library is in files.
fn prefer_files(vm: &VirtualMachine) -> PyResult<()> {
    let finders = vm.sys_module.get_attr("meta_path", vm)?;
    let files = vm.call_method(&finders, "pop", ())?;
    vm.call_method(&finders, "insert", (1, files))?;
    Ok(())
}

/// Adds `exit`, `help` and their like to the builtins without importing `site`, which imports much more.
fn add_site_builtins(vm: &VirtualMachine) -> PyResult<()> {
    let library = vm.import("_sitebuiltins", 0)?;
    let builtins = vm.builtins.as_object();
    for name in ["exit", "quit"] {
        let quitter = vm.call_method(&library, "Quitter", (name, "Ctrl-D (i.e. EOF)"))?;
        builtins.set_attr(name, quitter, vm)?;
    }
    builtins.set_attr("help", vm.call_method(&library, "_Helper", ())?, vm)?;
    let copyright = vm.sys_module.get_attr("copyright", vm)?;
    for (name, text) in [
        ("copyright", copyright),
        ("credits", vm.new_pyobj(CREDITS)),
        ("license", vm.new_pyobj(LICENSE)),
    ] {
        builtins.set_attr(name, printer(vm, &library, name, text)?, vm)?;
    }
    Ok(())
}

/// Returns a printer of `text` that has no files to look for it in.
///
/// Built field by field: the printer's own initialiser imports `os`, which many a program does without.
fn printer(vm: &VirtualMachine, library: &PyObject, name: &str, text: PyObjectRef) -> PyResult {
    let class = library.get_attr("_Printer", vm)?;
    let printer = vm.call_method(&class, "__new__", (class.clone(),))?;
    printer.set_attr("_Printer__name", vm.new_pyobj(name), vm)?;
    printer.set_attr("_Printer__data", text, vm)?;
    printer.set_attr("_Printer__lines", vm.ctx.none(), vm)?;
    printer.set_attr("_Printer__filenames", vm.ctx.new_list(Vec::new()), vm)?;
    Ok(printer)
}
