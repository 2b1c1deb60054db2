//! Starting an interpreter.
#![expect(unsafe_code, reason = "CPython's interface is C")]

use std::ffi::{CStr, CString, OsStr, c_char};
use std::mem::MaybeUninit;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::ptr;

use pyo3::ffi;
use tier_api::Program;

use crate::part::{Part, Without};

/// CPython's `PYMEM_ALLOCATOR_MALLOC`.
const ALLOCATOR_MALLOC: std::ffi::c_int = 3;

/// What an interpreter is made of.
#[derive(Clone, Copy)]
pub(crate) struct Configuration<'a> {
    /// The prefix of the CPython whose standard library is used.
    pub(crate) home: &'a Path,
    /// The program that `sys.executable` names.
    pub(crate) executable: &'a Path,
    /// What `sys.path` is without `site`, between colons. Used where paths are not computed.
    pub(crate) paths: &'a str,
    /// What is left out.
    pub(crate) without: Without,
}

/// Returns the version of the CPython that is linked in, for instance `3.12.1`.
pub(crate) fn version() -> String {
    // SAFETY: needs no interpreter; the result is a static string.
    let version = unsafe { CStr::from_ptr(ffi::Py_GetVersion()) }.to_string_lossy();
    version.split_whitespace().next().unwrap_or_default().into()
}

impl Configuration<'_> {
    /// Starts an interpreter for `program`, or for none; the error is what CPython says of one that cannot be started.
    ///
    /// # Safety
    ///
    /// There must be no interpreter in this process.
    pub(crate) unsafe fn start(&self, program: Option<&Program>) -> Result<(), String> {
        let strings = Strings::new(self, program)?;
        // SAFETY: the caller says that there is no interpreter.
        unsafe {
            leave_faults_to_the_system();
            preinitialize(self.without)?;
            initialize(&strings, self.without)
        }
    }
}

/// The configuration's strings, as C wants them.
struct Strings {
    home: CString,
    executable: CString,
    /// The program's file, then its arguments. Nothing without a program.
    argv: Vec<CString>,
    paths: Vec<CString>,
}

impl Strings {
    fn new(configuration: &Configuration, program: Option<&Program>) -> Result<Self, String> {
        let argv = program
            .into_iter()
            .flat_map(|program| std::iter::once(&program.file).chain(&program.args));
        let paths = configuration.paths.split(':');
        Ok(Self {
            home: c_string(configuration.home.as_os_str())?,
            executable: c_string(configuration.executable.as_os_str())?,
            argv: argv.map(|word| c_string(word)).collect::<Result<_, _>>()?,
            paths: paths
                .map(|path| c_string(path.as_ref()))
                .collect::<Result<_, _>>()?,
        })
    }
}

/// Returns `text` as C wants it.
pub(crate) fn c_string(text: &OsStr) -> Result<CString, String> {
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
unsafe fn preinitialize(without: Without) -> Result<(), String> {
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
    if without.has(Part::ObjectAllocator) {
        config.allocator = ALLOCATOR_MALLOC;
    }
    // SAFETY: the structure is complete, and lives as long as the call.
    check(unsafe { ffi::Py_PreInitialize(&raw const config) })
}

/// Builds the interpreter.
unsafe fn initialize(strings: &Strings, without: Without) -> Result<(), String> {
    let mut config = MaybeUninit::uninit();
    // SAFETY: the initialiser fills the whole structure.
    let mut config = unsafe {
        ffi::PyConfig_InitIsolatedConfig(config.as_mut_ptr());
        config.assume_init()
    };
    configure(&mut config, without);
    // SAFETY: the runtime is preinitialised; the structure was initialised above and is cleared once, after its use.
    unsafe {
        let initialized = name(&mut config, strings)
            .and_then(|()| check(ffi::Py_InitializeFromConfig(&raw const config)));
        ffi::PyConfig_Clear(&raw mut config);
        initialized
    }
}

/// Departs from the isolated configuration where `python3 FILE` does something else that programs see.
fn configure(config: &mut ffi::PyConfig, without: Without) {
    config.use_hash_seed = 1;
    config.hash_seed = 0;
    config.install_signal_handlers = 1;
    // The program's own folder comes first in `sys.path`. The flag `isolated` would forbid that; all else that it
    // stands for (no environment variables, no user's site-packages) has fields of its own, which stay as they are.
    config.isolated = 0;
    config.safe_path = 0;
    config.site_import = (!without.has(Part::Site)).into();
    config.module_search_paths_set = without.has(Part::PathComputation).into();
}

/// Names the program, and the CPython it runs on.
unsafe fn name(config: &mut ffi::PyConfig, strings: &Strings) -> Result<(), String> {
    let Strings {
        home,
        executable,
        argv,
        paths,
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
        if let Some(file) = argv.first() {
            set(&raw mut (*config).run_filename, file)?;
            check(ffi::PyConfig_SetBytesArgv(
                config,
                count,
                words.as_mut_ptr(),
            ))?;
        }
        // `sys.orig_argv` starts with the executable; by itself it would be a copy of `sys.argv`.
        for word in std::iter::once(executable).chain(argv) {
            append(&raw mut (*config).orig_argv, word)?;
        }
        if (*config).module_search_paths_set != 0 {
            for path in paths {
                append(&raw mut (*config).module_search_paths, path)?;
            }
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
