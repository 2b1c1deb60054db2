//! What the tests share: calling the binary, and small projects for it to work on.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

/// A project with few samples and few cells, so that a whole run takes seconds.
pub(crate) struct SmallProject {
    pub(crate) folder: tempfile::TempDir,
    project: faults::SmallProject,
}

/// What a call of the binary gave.
#[derive(Debug)]
pub(crate) struct Called {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Returns the repository's folder.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

/// Returns how this user's home folder is named in a path below it.
pub(crate) fn home() -> String {
    format!("{}/", told("HOME").unwrap_or_else(|| "/nowhere".into()))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the tests see what the binary sees"
)]
fn told(variable: &str) -> Option<String> {
    std::env::var(variable).ok()
}

/// Returns the folder of guests that the binary finds.
pub(crate) fn guests() -> PathBuf {
    let beside = || repository().join("target/libexec/tiers");
    told("TIERS_GUESTS").map_or_else(beside, PathBuf::from)
}

/// Returns the binary, to be called from the repository's folder.
pub(crate) fn tiers() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tiers"));
    command.current_dir(repository()).stdin(Stdio::null());
    command
}

/// Calls the binary from the repository's folder.
pub(crate) fn call<S: AsRef<OsStr>>(args: &[S]) -> Called {
    called(&tiers().args(args).output().unwrap())
}

pub(crate) fn called(output: &Output) -> Called {
    use std::os::unix::process::ExitStatusExt as _;
    let status = output.status;
    Called {
        status: status
            .code()
            .unwrap_or_else(|| -status.signal().unwrap_or(0)),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// Returns the document that was printed, having checked it against its published schema.
#[track_caller]
pub(crate) fn document(called: &Called, schema: &str) -> Value {
    let value: Value = serde_json::from_str(&called.stdout).expect(&called.stderr);
    let path = repository()
        .join("results/schema")
        .join(format!("{schema}.json"));
    let mut read = boon::Schemas::new();
    let schema = boon::Compiler::new()
        .compile(path.to_str().unwrap(), &mut read)
        .unwrap();
    if let Err(error) = read.validate(&value, schema) {
        panic!("{error:#}");
    }
    value
}

/// Writes `source` to a file and runs it on `tier` with more options.
pub(crate) fn run_source(tier: &str, source: impl AsRef<[u8]>, options: &[&str]) -> Called {
    let mut file = tempfile::Builder::new().suffix(".py").tempfile().unwrap();
    file.write_all(source.as_ref()).unwrap();
    let mut args: Vec<&OsStr> = ["run", "--tier", tier].map(OsStr::new).to_vec();
    args.extend(options.iter().map(OsStr::new));
    args.push(file.path().as_os_str());
    call(&args)
}

impl SmallProject {
    /// Two samples and the speed programs, on the oracle, its control and Full.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let project = faults::SmallProject::create(&repository(), folder.path()).unwrap();
        Self { folder, project }
    }

    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.project.path(relative)
    }

    /// Returns the binary with arguments, to be called on this project.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = tiers();
        command.current_dir(self.folder.path()).args(args);
        command
    }

    pub(crate) fn call(&self, args: &[&str]) -> Called {
        called(&self.command(args).output().unwrap())
    }

    pub(crate) fn spawn(&self, args: &[&str]) -> Child {
        self.command(args)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    pub(crate) fn write(&self, relative: &str, text: &str) {
        self.project.write(relative, text).unwrap();
    }

    /// Writes a matrix of those of the repository's cells whose name `keeps`.
    pub(crate) fn keep_cells(&self, keeps: impl Fn(&str) -> bool) {
        self.project.keep_cells(keeps).unwrap();
    }
}
