//! Starting a process in a group of its own.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, IsTerminal as _};
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Stdio};

use command_fds::{CommandFdExt as _, FdMapping};
use rustix::process::{Pid, PidfdFlags, Signal, kill_process, kill_process_group, pidfd_open};

use super::{Ending, Usage};

/// A command to be run.
#[derive(Clone, Debug)]
pub struct Command {
    /// The program file.
    pub program: PathBuf,
    /// Its arguments.
    pub args: Vec<OsString>,
    /// The environment it sees.
    pub environment: Environment,
    /// The folder it starts in; this process's where there is none.
    pub directory: Option<PathBuf>,
    /// What it can read.
    pub stdin: Stdin,
}

/// The environment that a command sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Environment {
    /// This process's own.
    Inherited,
    /// These variables and no others.
    Exactly(BTreeMap<OsString, OsString>),
}

/// What a command can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stdin {
    /// This process's own stdin.
    Inherited,
    /// Nothing.
    Empty,
}

impl Command {
    /// Returns the command that runs `program` without arguments, in this process's environment and folder, with
    /// nothing to read.
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self {
            program: program.into(),
            args: Vec::new(),
            environment: Environment::Inherited,
            directory: None,
            stdin: Stdin::Empty,
        }
    }
}

/// A process that is running, or has ended and not been reaped. Dropped, it is ended, with its group.
#[derive(Debug)]
pub(super) struct Running {
    child: Child,
    pid: Pid,
    own_group: bool,
    reaped: bool,
    /// Readable once the process has ended.
    pub(super) ended: OwnedFd,
}

/// Starts `command`; `inherited` is passed on to it under the number beside it.
pub(super) fn spawn(command: &Command, inherited: Option<(OwnedFd, i32)>) -> io::Result<Running> {
    let mut prepared = std::process::Command::new(&command.program);
    prepared
        .args(&command.args)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    prepared.stdin(match command.stdin {
        Stdin::Inherited => Stdio::inherit(),
        Stdin::Empty => Stdio::null(),
    });
    if let Environment::Exactly(variables) = &command.environment {
        prepared.env_clear().envs(variables);
    }
    if let Some(directory) = &command.directory {
        prepared.current_dir(directory);
    }
    // A process that reads from the terminal must stay in the terminal's foreground group, or it would be stopped.
    let own_group = command.stdin == Stdin::Empty || !io::stdin().is_terminal();
    if own_group {
        prepared.process_group(0);
    }
    if let Some((parent_fd, child_fd)) = inherited {
        prepared
            .fd_mappings(vec![FdMapping {
                parent_fd,
                child_fd,
            }])
            .map_err(io::Error::other)?;
    }
    let child = prepared.spawn()?;
    let pid = Pid::from_child(&child);
    let ended = pidfd_open(pid, PidfdFlags::empty())?;
    Ok(Running {
        child,
        pid,
        own_group,
        reaped: false,
        ended,
    })
}

impl Running {
    /// Returns what the process writes to stdout and stderr, as descriptors that do not block.
    pub(super) fn take_streams(&mut self) -> io::Result<(OwnedFd, OwnedFd)> {
        let missing = || io::Error::other("the process was started without its pipes");
        let stdout = OwnedFd::from(self.child.stdout.take().ok_or_else(missing)?);
        let stderr = OwnedFd::from(self.child.stderr.take().ok_or_else(missing)?);
        for stream in [&stdout, &stderr] {
            rustix::io::ioctl_fionbio(stream, true)?;
        }
        Ok((stdout, stderr))
    }

    /// Ends the process and what is left of its group. Does nothing to what has ended already.
    pub(super) fn end(&self) {
        // The process has not been reaped, so neither its number nor its group's can have passed to another.
        let _ = if self.own_group {
            kill_process_group(self.pid, Signal::KILL)
        } else {
            kill_process(self.pid, Signal::KILL)
        };
    }

    /// Waits for the end, and takes the process from the process table. To be called once.
    pub(super) fn reap(&mut self) -> io::Result<(Ending, Usage)> {
        self.reaped = true;
        super::reap::reap(self.pid)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if !self.reaped {
            self.end();
            let _ = super::reap::reap(self.pid);
        }
    }
}
