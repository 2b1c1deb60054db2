//! One interpreter for one program: configured, initialised, run by CPython's own `main`, finalised.
#![expect(unsafe_code, reason = "CPython's interface is C")]

use std::ffi::{CStr, CString, OsStr, c_char, c_int, c_void};
use std::mem::MaybeUninit;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::ptr;
use std::sync::atomic::{AtomicBool, Ordering};

use pyo3::ffi;
use tier_api::Program;

unsafe extern "C" {
    // Part of CPython's stable interface, and missing from pyo3's.
    fn PySys_AddAuditHook(hook: AuditHook, data: *mut c_void) -> c_int;
}

type AuditHook = unsafe extern "C" fn(*const c_char, *mut ffi::PyObject, *mut c_void) -> c_int;

/// Whether a `MemoryError` ended the program.
static OUT_OF_MEMORY: AtomicBool = AtomicBool::new(false);

/// What an interpreter is made of.
pub(crate) struct Isolate<'a> {
    /// The prefix of the CPython whose standard library is used.
    pub(crate) home: &'a Path,
    /// The program that `sys.executable` names.
    pub(crate) executable: &'a Path,
    /// Whether to find out that a `MemoryError` ended the program.
    pub(crate) watch_memory: bool,
}

/// How a program ended.
pub(crate) struct Ended {
    /// The exit status.
    pub(crate) status: u8,
    /// Whether an uncaught `MemoryError` was the reason; never where nobody asked to watch for it.
    pub(crate) out_of_memory: bool,
}

/// Returns the version of the CPython that is linked in, for instance `3.12.1`.
pub(crate) fn version() -> String {
    // SAFETY: needs no interpreter; the result is a static string.
    let version = unsafe { CStr::from_ptr(ffi::Py_GetVersion()) }.to_string_lossy();
    version.split_whitespace().next().unwrap_or_default().into()
}

impl Isolate<'_> {
    /// Runs `program` in a new interpreter; the error is what CPython says of one that could not be started.
    pub(crate) fn run(&self, program: &Program) -> Result<Ended, String> {
        let strings = Strings::new(self, program)?;
        OUT_OF_MEMORY.store(false, Ordering::Relaxed);
        // SAFETY: no interpreter exists in this process: every run finalises its own, and `&mut self` of the tier keeps
        // two from running at once.
        unsafe {
            leave_faults_to_the_system();
            if self.watch_memory && PySys_AddAuditHook(note_memory_error, ptr::null_mut()) < 0 {
                return Err("an audit hook could not be added".into());
            }
            preinitialize()?;
            initialize(&strings)?;
        }
        // SAFETY: the interpreter was initialised with a configuration that names what to run.
        let status = unsafe { ffi::Py_RunMain() };
        // What the system keeps of a status.
        let status = status.to_le_bytes()[0];
        Ok(Ended {
            status,
            out_of_memory: status == 1 && OUT_OF_MEMORY.load(Ordering::Relaxed),
        })
    }
}

/// The configuration's strings, as C wants them.
struct Strings {
    home: CString,
    executable: CString,
    /// The program's file, then its arguments.
    argv: Vec<CString>,
}

impl Strings {
    fn new(isolate: &Isolate, program: &Program) -> Result<Self, String> {
        let argv = std::iter::once(&program.file).chain(&program.args);
        Ok(Self {
            home: c_string(isolate.home.as_os_str())?,
            executable: c_string(isolate.executable.as_os_str())?,
            argv: argv.map(|word| c_string(word)).collect::<Result<_, _>>()?,
        })
    }
}

fn c_string(text: &OsStr) -> Result<CString, String> {
    CString::new(text.as_bytes()).map_err(|_| format!("{} holds a NUL byte", text.display()))
}

/// Takes back the handlers that Rust's runtime installed: a stack overflow ends in SIGSEGV, as for `python3`.
unsafe fn leave_faults_to_the_system() {
    for signal in [libc::SIGSEGV, libc::SIGBUS] {
        // SAFETY: the default action is always a valid handler.
        unsafe { libc::signal(signal, libc::SIG_DFL) };
    }
}

/// Sets what must be known before the first string is decoded.
unsafe fn preinitialize() -> Result<(), String> {
    let mut config = MaybeUninit::uninit();
    // SAFETY: the initialiser fills the whole structure.
    let mut config = unsafe {
        ffi::PyPreConfig_InitIsolatedConfig(config.as_mut_ptr());
        config.assume_init()
    };
    config.utf8_mode = 1;
    // The locale is set as `python3` does, or `locale` and `os.environ` would show a difference.
    config.configure_locale = 1;
    config.coerce_c_locale = 1;
    // SAFETY: the structure is complete, and lives as long as the call.
    check(unsafe { ffi::Py_PreInitialize(&raw const config) })
}

/// Builds the interpreter.
unsafe fn initialize(strings: &Strings) -> Result<(), String> {
    let mut config = MaybeUninit::uninit();
    // SAFETY: the initialiser fills the whole structure.
    let mut config = unsafe {
        ffi::PyConfig_InitIsolatedConfig(config.as_mut_ptr());
        config.assume_init()
    };
    configure(&mut config);
    // SAFETY: the runtime is preinitialised; the structure was initialised above and is cleared once, after its use.
    unsafe {
        let initialized = name(&mut config, strings)
            .and_then(|()| check(ffi::Py_InitializeFromConfig(&raw const config)));
        ffi::PyConfig_Clear(&raw mut config);
        initialized
    }
}

/// Departs from the isolated configuration where `python3 FILE` does something else that programs see.
fn configure(config: &mut ffi::PyConfig) {
    config.use_hash_seed = 1;
    config.hash_seed = 0;
    config.install_signal_handlers = 1;
    // The program's own folder comes first in `sys.path`. The flag `isolated` would forbid that; all else that it
    // stands for (no environment variables, no user's site-packages) has fields of its own, which stay as they are.
    config.isolated = 0;
    config.safe_path = 0;
}

/// Names the program, and the CPython it runs on.
unsafe fn name(config: &mut ffi::PyConfig, strings: &Strings) -> Result<(), String> {
    let Strings {
        home,
        executable,
        argv,
    } = strings;
    let mut words: Vec<*const c_char> = argv.iter().map(|word| word.as_ptr()).collect();
    let count = ffi::Py_ssize_t::try_from(words.len()).map_err(|error| error.to_string())?;
    let config = &raw mut *config;
    // SAFETY: `config` is initialised, the fields are its own, the strings end in NUL and outlive the calls, which copy.
    unsafe {
        let set = move |field, text: &CString| {
            check(ffi::PyConfig_SetBytesString(config, field, text.as_ptr()))
        };
        set(&raw mut (*config).home, home)?;
        set(&raw mut (*config).executable, executable)?;
        set(&raw mut (*config).program_name, executable)?;
        set(&raw mut (*config).run_filename, &argv[0])?;
        check(ffi::PyConfig_SetBytesArgv(
            config,
            count,
            words.as_mut_ptr(),
        ))?;
        // `sys.orig_argv` starts with the executable; by itself it would be a copy of `sys.argv`.
        for word in std::iter::once(executable).chain(argv) {
            append(&raw mut (*config).orig_argv, word)?;
        }
    }
    Ok(())
}

/// Appends `word`, decoded, to `list`.
unsafe fn append(list: *mut ffi::PyWideStringList, word: &CString) -> Result<(), String> {
    // SAFETY: the runtime is preinitialised; the decoded string is copied by the list and freed once.
    unsafe {
        let decoded = ffi::Py_DecodeLocale(word.as_ptr(), ptr::null_mut());
        if decoded.is_null() {
            return Err(format!("{} cannot be decoded", word.to_string_lossy()));
        }
        let appended = check(ffi::PyWideStringList_Append(list, decoded));
        ffi::PyMem_RawFree(decoded.cast());
        appended
    }
}

fn check(status: ffi::PyStatus) -> Result<(), String> {
    // SAFETY: a status is a plain value; its message, where there is one, is a static string.
    unsafe {
        if ffi::PyStatus_Exception(status) == 0 {
            return Ok(());
        }
        if status.err_msg.is_null() {
            return Err(format!("it wants to exit with status {}", status.exitcode));
        }
        Err(CStr::from_ptr(status.err_msg)
            .to_string_lossy()
            .into_owned())
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
