//! The process around the interpreter, and how it becomes again what it was.

mod descriptors;
mod identity;
mod limits;
mod settle;

use std::ffi::{CString, OsString};
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStringExt as _;

use rustix::fs::{Mode, OFlags};
use rustix::io::fcntl_dupfd_cloexec;
use rustix::process::{fchdir, umask};

use super::process_state::{Signals, reset_locale, set_environment, stop_timers};
use super::wire_fd_min;
use crate::{Limits, Surroundings};
use descriptors::Descriptors;
use identity::Identity;
use limits::{Memory, Resources};

/// This process, and how it was before any program ran in it.
///
/// Between two runs is *put back*: the working folder, the environment, the umask, what is done on signals and which of
/// them are blocked, the interval timers (stopped), C's locale, the resource limits but that of data, which
/// [`Surroundings::confine`] sets for every run; descriptors that were opened are closed, and the flags of those that
/// were there are as they were.
///
/// The session *ends* where a run left a thread or a child process that is still there a moment later, closed or
/// replaced a descriptor that was there before, lowered a hard limit, or changed who the process is ([`Identity`]).
///
/// *Not looked at* is what only foreign code gets at (memory maps, POSIX timers, `prctl`), processes that have left their
/// parent, and everything outside of the process: files, and how far an inherited one was read.
pub(super) struct Process {
    memory: Memory,
    /// None where it could not be found out: then no second run is allowed.
    before: Option<Before>,
}

/// How the process was.
struct Before {
    folder: OwnedFd,
    environment: Vec<(OsString, OsString)>,
    umask: Mode,
    signals: Signals,
    resources: Resources,
    threads: Vec<OsString>,
    identity: Identity,
    descriptors: Descriptors,
}

impl Process {
    /// Takes note of the process as it is.
    pub(super) fn as_it_is() -> Self {
        Self {
            memory: Memory::as_it_is(),
            before: Before::now().ok(),
        }
    }
}

impl Surroundings for Process {
    fn confine(&mut self, limits: &Limits) -> io::Result<()> {
        self.memory.confine(limits.memory_bytes)
    }

    fn restore(&mut self) -> bool {
        let restored = self.before.as_ref().map(Before::restore);
        matches!(restored, Some(Ok(true))) && self.memory.is_as_confined()
    }
}

impl Before {
    fn now() -> io::Result<Self> {
        Ok(Self {
            folder: open_folder()?,
            environment: std::env::vars_os().collect(),
            umask: current_umask(),
            signals: Signals::now()?,
            resources: Resources::now(),
            threads: settle::threads()?,
            identity: Identity::now()?,
            // Last: what was opened above is there from now on.
            descriptors: Descriptors::now()?,
        })
    }

    /// Puts back what can be, and says whether that is all.
    fn restore(&self) -> io::Result<bool> {
        // First the limits, which might stand in the way of the rest; then whatever could still change things.
        if !self.resources.put_back()? || !settle::settled(&self.threads)? {
            return Ok(false);
        }
        stop_timers()?;
        self.signals.put_back()?;
        reset_locale()?;
        self.put_environment_back()?;
        umask(self.umask);
        fchdir(&self.folder)?;
        Ok(self.identity == Identity::now()? && self.descriptors.put_back()?)
    }

    fn put_environment_back(&self) -> io::Result<()> {
        let now: Vec<_> = std::env::vars_os().collect();
        if now == self.environment {
            return Ok(());
        }
        let variables = self.environment.iter().cloned();
        let variables: io::Result<Vec<_>> = variables
            .map(|(name, value)| Ok((to_c(name)?, to_c(value)?)))
            .collect();
        set_environment(&variables?)
    }
}

fn to_c(text: OsString) -> io::Result<CString> {
    Ok(CString::new(text.into_vec())?)
}

/// Opens the working folder: it is found again even where it was renamed.
fn open_folder() -> io::Result<OwnedFd> {
    let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let folder = rustix::fs::open(".", flags, Mode::empty())?;
    Ok(fcntl_dupfd_cloexec(folder, wire_fd_min())?)
}

/// Returns the umask, which can be read only by setting it.
fn current_umask() -> Mode {
    let current = umask(Mode::empty());
    umask(current);
    current
}

#[cfg(test)]
mod tests;
