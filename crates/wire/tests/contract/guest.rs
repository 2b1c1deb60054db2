//! Starts the guest under test, and says how it ended. Shared by the tests of all guests, which say in
//! `crate::guest` how theirs is started and in `crate::version` what it says that it holds.

use std::fs::File;
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use command_fds::{CommandFdExt as _, FdMapping};
use tier_api::{Outcome, Program};
use wire::{Channel, Event, Limits, PROTOCOL, Request};

/// A folder with programs in it.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Makes an empty folder. By hand: what a crate for it depends on would change the features that the guest is built
    /// with, and with them the guest.
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("{}-{count}", std::process::id());
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir(&path).unwrap();
        Self(path)
    }

    /// Writes a file, and returns where it is.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// Returns the guest's command, to be run in this folder with nothing on stdin.
    pub(crate) fn guest(&self) -> Command {
        self.prepared(crate::guest())
    }

    /// Returns the same for another command.
    pub(crate) fn prepared(&self, mut command: Command) -> Command {
        command.current_dir(&self.0).stdin(Stdio::null());
        command
    }

    /// Runs `guest exec FILE ARGS…`.
    pub(crate) fn exec(&self, words: &[&str]) -> Output {
        self.guest().arg("exec").args(words).output().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Runs a program of its own folder to its end.
pub(crate) fn exec(source: impl AsRef<[u8]>) -> Output {
    let folder = Folder::new();
    folder.write("program.py", source);
    folder.exec(&["program.py"])
}

/// Returns the exit status as a shell would show it.
pub(crate) fn status(status: ExitStatus) -> i32 {
    status
        .code()
        .or(status.signal().map(|signal| 128 + signal))
        .unwrap()
}

/// Returns what was printed to stdout.
pub(crate) fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

/// A guest that serves. Its programs' output is kept in a file.
pub(crate) struct Session {
    folder: Folder,
    guest: Child,
    pub(crate) channel: Channel<UnixStream>,
}

impl Session {
    /// Starts a guest, and waits until it is ready.
    pub(crate) fn start() -> Self {
        let mut guest = crate::guest();
        guest.args(["serve", "7"]);
        Self::start_as(guest)
    }

    /// Starts a guest by `command`, in which its socket is descriptor 7.
    pub(crate) fn start_as(command: Command) -> Self {
        let folder = Folder::new();
        let (host, guest) = UnixStream::pair().unwrap();
        let mut command = folder.prepared(command);
        command.stdout(File::create(folder.write("stdout", "")).unwrap());
        let socket = FdMapping {
            parent_fd: guest.into(),
            child_fd: 7,
        };
        command.fd_mappings(vec![socket]).unwrap();
        let guest = command.spawn().unwrap();
        // The command still holds the guest's end; without it the end of the guest is the end of the stream.
        drop(command);
        let mut channel = Channel::new(host);
        let Some(Event::Ready {
            protocol, version, ..
        }) = channel.receive().unwrap()
        else {
            panic!("the guest is not ready");
        };
        assert_eq!(protocol, PROTOCOL);
        assert_eq!(version, crate::version());
        Self {
            folder,
            guest,
            channel,
        }
    }

    /// Runs a program; none is the answer of a guest that ended with it.
    pub(crate) fn run(&mut self, source: &str, memory_bytes: Option<u64>) -> Option<Outcome> {
        let program = Program::new(self.folder.write("program.py", source));
        let limits = Limits { memory_bytes };
        self.channel
            .send(&Request::Run {
                program,
                folder: None,
                limits,
            })
            .unwrap();
        match self.channel.receive().unwrap() {
            Some(Event::Finished(outcome)) => Some(outcome),
            None => None,
            Some(event) => panic!("{event:?} is no answer"),
        }
    }

    /// Closes the socket, and returns the guest's exit status and all that its programs printed.
    pub(crate) fn end(self) -> (i32, String) {
        let Self {
            folder,
            mut guest,
            channel,
        } = self;
        drop(channel);
        let ended = guest.wait().unwrap();
        let printed = std::fs::read_to_string(folder.0.join("stdout")).unwrap();
        (status(ended), printed)
    }
}
