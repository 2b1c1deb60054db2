//! Starting a process in a group of its own.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, IsTerminal as _};
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::Stdio;

use command_fds::{CommandFdExt as _, FdMapping};
use rustix::process::{Pid, PidfdFlags, pidfd_open};

use super::running::{Output, Parent, Running};

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

/// Starts `command`; `inherited` is passed on to it under the number beside it. Returns the process, and what it writes to
/// stdout and stderr.
pub(super) fn spawn(
    command: &Command,
    inherited: Option<(OwnedFd, i32)>,
) -> io::Result<(Running, Output)> {
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
    let mut child = prepared.spawn()?;
    let pid = Pid::from_child(&child);
    let ended = pidfd_open(pid, PidfdFlags::empty())?;
    let missing = || io::Error::other("the process was started without its pipes");
    let output = Output {
        stdout: child.stdout.take().ok_or_else(missing)?.into(),
        stderr: child.stderr.take().ok_or_else(missing)?.into(),
    };
    Ok((Running::new(pid, own_group, ended, Parent::Here), output))
}
