//! What is done to a command while it runs.

use std::ffi::OsString;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use rustix::process::{Signal, geteuid};

use super::scene::Scene;
use super::work::Work;
use crate::FaultsError;
use crate::call::Call;

/// Runs a command with a disk of a given size under a folder, and takes what is on it out again: size, folder, where to, and the
/// command's words.
const ON_A_SMALL_DISK: &str = "size=$1 disk=$2 out=$3; shift 3
mount -t tmpfs -o size=\"$size\" small \"$disk\" || exit 99
\"$@\"; status=$?
cp -a \"$disk/.\" \"$out/\" || exit 99
exit $status";

/// The status of a disk that could not be set up or read.
const NO_DISK: i32 = 99;

/// Where the library that lies about the clock is (libfaketime).
const CLOCKS: [&str; 3] = [
    "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
    "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
    "/usr/lib64/faketime/libfaketime.so.1",
];

/// The words with which a run refuses a folder that another is writing to.
const REFUSED: &str = "by another run";

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Kill,
    Terminate,
    Interrupt,
    DiskFull,
    ReadOnly,
    ClockJump,
    /// Another run is started on the same folder. It interrupts nothing, and must be refused.
    SecondRun,
}

/// One command that is about to be struck.
pub(super) struct Strike<'a> {
    pub(super) scene: &'a Scene,
    pub(super) work: Work,
    /// When, in parts of the time, or how large, in parts of the space, that it takes undisturbed.
    pub(super) moment: f64,
    pub(super) wall: Duration,
    pub(super) bytes: u64,
}

/// Whether the fault came in time, and what harm could be seen of it.
type Seen = (bool, Vec<String>);

impl Fault {
    pub(super) const ALL: [Self; 7] = [
        Self::Kill,
        Self::Terminate,
        Self::Interrupt,
        Self::DiskFull,
        Self::ReadOnly,
        Self::ClockJump,
        Self::SecondRun,
    ];

    /// Sees to it that this machine has what the fault is made with.
    pub(super) fn can_be_made(self) -> Result<(), FaultsError> {
        match self {
            Self::DiskFull => unshared().map(drop),
            Self::ReadOnly => without_override().map(drop),
            Self::ClockJump => lying_clock().map(drop),
            Self::Kill | Self::Terminate | Self::Interrupt | Self::SecondRun => Ok(()),
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Kill => "SIGKILL",
            Self::Terminate => "SIGTERM",
            Self::Interrupt => "SIGINT",
            Self::DiskFull => "full disk",
            Self::ReadOnly => "read-only folder",
            Self::ClockJump => "clock jump",
            Self::SecondRun => "second run",
        }
    }
}

impl Strike<'_> {
    pub(super) fn by(&self, fault: Fault) -> Result<Seen, FaultsError> {
        match fault {
            Fault::Kill => self.signal(Signal::KILL),
            Fault::Terminate => self.signal(Signal::TERM),
            Fault::Interrupt => self.signal(Signal::INT),
            Fault::DiskFull => self.disk_full(),
            Fault::ReadOnly => self.read_only(),
            Fault::ClockJump => self.clock_jump(),
            Fault::SecondRun => self.second_run(),
        }
    }

    fn after(&self) -> Duration {
        self.wall.mul_f64(self.moment)
    }

    fn call(&self) -> Call {
        self.work.call(self.scene)
    }

    fn signal(&self, signal: Signal) -> Result<Seen, FaultsError> {
        let mut running = self.call().start()?;
        let struck = running.wait_until(self.after())?;
        running.signal(signal);
        let called = running.wait()?;
        let outlived = struck && called.status.is_some_and(|status| status != 0);
        let harm = outlived.then(|| format!("it ended with {called}"));
        Ok((struck, harm.into_iter().collect()))
    }

    /// Runs the command on a disk that has only a part of the space it takes.
    fn disk_full(&self) -> Result<Seen, FaultsError> {
        let mut call = self.call();
        let size = fraction(self.bytes, self.moment).max(4096).to_string();
        let out = self.scene.path("taken-out");
        fs_err::create_dir_all(&out)?;
        let state = self.scene.state();
        let words = [
            size.into(),
            state.clone().into_os_string(),
            out.clone().into(),
        ];
        call.command = within(&unshared()?, &words, &call.command);
        let called = call.finish()?;
        fs_err::remove_dir_all(&state)?;
        fs_err::rename(out, state)?;
        if called.status == Some(NO_DISK) {
            return Err(FaultsError::File(std::io::Error::other(called.to_string())));
        }
        let struck = called.status != Some(0);
        let clear = called.status == Some(1) && told_clearly(&called.stderr);
        let harm = (struck && !clear).then(|| format!("it ended with {called}"));
        Ok((struck, harm.into_iter().collect()))
    }

    /// Takes the right to write from every file and folder while the command runs.
    fn read_only(&self) -> Result<Seen, FaultsError> {
        let mut call = self.call();
        if geteuid().is_root() {
            call.command = within(&without_override()?, &[], &call.command);
        }
        let state = self.scene.state();
        let mut running = call.start()?;
        running.wait_until(self.after())?;
        allow_writing(&state, false)?;
        let struck = running.is_running()?;
        let called = running.wait()?;
        allow_writing(&state, true)?;
        // What was open before stays so: a command that writes nothing new any more comes to its end.
        let well = called.status == Some(0) || told_clearly(&called.stderr);
        let harm = (!well).then(|| format!("it ended with {called}"));
        Ok((struck, harm.into_iter().collect()))
    }

    /// Has the clock jump by a year, forwards or backwards. Nothing may come of it.
    fn clock_jump(&self) -> Result<Seen, FaultsError> {
        let mut call = self.call();
        let library = lying_clock()?;
        let clock = self.scene.path("clock");
        fs_err::write(&clock, "+0\n")?;
        call.command
            .env("LD_PRELOAD", library)
            .env("FAKETIME_TIMESTAMP_FILE", &clock)
            .env("FAKETIME_NO_CACHE", "1")
            .env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        let mut running = call.start()?;
        let struck = running.wait_until(self.after())?;
        let forwards = (self.moment * 1000.0) % 2.0 < 1.0;
        fs_err::write(&clock, if forwards { "+365d\n" } else { "-365d\n" })?;
        let called = running.wait()?;
        let well = called.status == Some(0);
        let harm = (!well).then(|| format!("it ended with {called}"));
        Ok((struck, harm.into_iter().collect()))
    }

    /// Starts the command once more on the same folder: one of the two must be refused, and the other come to its end.
    fn second_run(&self) -> Result<Seen, FaultsError> {
        let mut first = self.call().start()?;
        let mut struck = first.wait_until(self.after())?;
        let mut second = self.call();
        second.output = ["second-stdout", "second-stderr"].map(|name| self.scene.path(name));
        let second = second.finish()?;
        struck &= first.is_running()?;
        let first = first.wait()?;
        let refused = |said: &[u8]| String::from_utf8_lossy(said).contains(REFUSED);
        let well = match (first.status, second.status) {
            (Some(0), Some(0)) => true,
            (Some(0), Some(1)) => refused(&second.stderr),
            (Some(1), Some(0)) => refused(&first.stderr),
            _ => false,
        };
        let harm =
            (!well).then(|| format!("the first ended with {first}, the second with {second}"));
        Ok((struck, harm.into_iter().collect()))
    }
}

/// A command that failed must have said what was wrong.
fn told_clearly(stderr: &[u8]) -> bool {
    let said = String::from_utf8_lossy(stderr);
    let causes = [
        "No space left",
        "Permission denied",
        "os error 28",
        "os error 13",
    ];
    !said.contains("panicked") && causes.iter().any(|cause| said.contains(cause))
}

/// Returns the words that give a command mounts of its own.
fn unshared() -> Result<Vec<OsString>, FaultsError> {
    let unshare = program("unshare", "a full disk")?;
    let mut words: Vec<OsString> = vec![unshare.into(), "--mount".into()];
    if !geteuid().is_root() {
        words.push("--map-root-user".into());
    }
    words.extend(["sh", "-c", ON_A_SMALL_DISK, "sh"].map(OsString::from));
    Ok(words)
}

/// Returns the library that lies about the clock.
fn lying_clock() -> Result<&'static Path, FaultsError> {
    let library = CLOCKS.iter().map(Path::new).find(|path| path.exists());
    library.ok_or(FaultsError::Missing("libfaketime", "a jump of the clock"))
}

/// Returns the words that take from root the right to write where nobody may.
fn without_override() -> Result<Vec<OsString>, FaultsError> {
    let setpriv = program("setpriv", "a read-only folder")?;
    let bounding = "--bounding-set=-dac_override,-dac_read_search,-fowner";
    Ok(vec![setpriv.into(), bounding.into()])
}

fn program(name: &'static str, fault: &'static str) -> Result<PathBuf, FaultsError> {
    let place = Path::new("/usr/bin").join(name);
    place
        .exists()
        .then_some(place)
        .ok_or(FaultsError::Missing(name, fault))
}

/// Returns `command` as it is run by the words of another.
fn within(outer: &[OsString], more: &[OsString], command: &Command) -> Command {
    let mut wrapped = Command::new(&outer[0]);
    wrapped
        .args(&outer[1..])
        .args(more)
        .arg(command.get_program())
        .args(command.get_args())
        .env_clear();
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            wrapped.env(name, value);
        }
    }
    if let Some(folder) = command.get_current_dir() {
        wrapped.current_dir(folder);
    }
    wrapped
}

/// Lets everybody write to a folder and what is in it, or nobody.
fn allow_writing(folder: &Path, allowed: bool) -> Result<(), FaultsError> {
    let mode = |path: &Path, folder: bool| {
        let mode = match (folder, allowed) {
            (true, true) => 0o755,
            (true, false) => 0o555,
            (false, true) => 0o644,
            (false, false) => 0o444,
        };
        match fs_err::set_permissions(path, std::fs::Permissions::from_mode(mode)) {
            // The command goes on meanwhile, and may have taken it away.
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    };
    mode(folder, true)?;
    let Ok(entries) = fs_err::read_dir(folder) else {
        return Ok(());
    };
    for entry in entries {
        let entry = entry?;
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => allow_writing(&entry.path(), allowed)?,
            Ok(_) => mode(&entry.path(), false)?,
            Err(_) => {}
        }
    }
    Ok(())
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a part of a size that fits into memory"
)]
fn fraction(bytes: u64, part: f64) -> u64 {
    (bytes as f64 * part) as u64
}
