//! A process that was started here, or by a guest that others are copies of.

use std::io;
use std::os::fd::OwnedFd;
use std::sync::Arc;

use rustix::process::{Pid, Signal, kill_process, kill_process_group};
use wire::{End, Reaped};

use super::zygote::Zygote;
use super::{Ending, Usage};

/// A process that is running, or has ended and not been reaped. Dropped, it is ended, with its group.
#[derive(Debug)]
pub(super) struct Running {
    pid: Pid,
    own_group: bool,
    parent: Parent,
    reaped: bool,
    /// Readable once the process has ended.
    pub(super) ended: OwnedFd,
}

/// Whose child a process is: who can take it from the process table.
#[derive(Debug)]
pub(super) enum Parent {
    /// This process.
    Here,
    /// The one that it is a copy of.
    Zygote(Arc<Zygote>),
}

/// What a process writes to.
#[derive(Debug)]
pub(super) struct Output {
    /// The reading end of its stdout.
    pub(super) stdout: OwnedFd,
    /// The reading end of its stderr.
    pub(super) stderr: OwnedFd,
}

impl Output {
    /// Sees to it that whoever reads here never waits.
    pub(super) fn never_wait(&self) -> io::Result<()> {
        rustix::io::ioctl_fionbio(&self.stdout, true)?;
        rustix::io::ioctl_fionbio(&self.stderr, true)?;
        Ok(())
    }
}

impl Running {
    /// Returns the process `pid`; `ended` is a descriptor of it.
    pub(super) fn new(pid: Pid, own_group: bool, ended: OwnedFd, parent: Parent) -> Self {
        Self {
            pid,
            own_group,
            parent,
            reaped: false,
            ended,
        }
    }

    /// Returns the number of the process.
    pub(super) fn id(&self) -> u32 {
        self.pid.as_raw_nonzero().get().unsigned_abs()
    }

    /// Returns what this is a copy of.
    pub(super) fn zygote(&self) -> Option<&Arc<Zygote>> {
        match &self.parent {
            Parent::Zygote(zygote) => Some(zygote),
            Parent::Here => None,
        }
    }

    /// Ends the process and what is left of its group. Does nothing to what has ended already.
    pub(super) fn end(&self) {
        // The process has not been reaped, so neither its number nor its group's can have passed to another.
        if self.own_group {
            let _ = kill_process_group(self.pid, Signal::KILL);
        }
        // It may have left its group for another of its session: this one's.
        let _ = kill_process(self.pid, Signal::KILL);
    }

    /// Waits for the end, and takes the process from the process table. To be called once.
    pub(super) fn reap(&mut self) -> io::Result<(Ending, Usage)> {
        self.reaped = true;
        let reaped = match &self.parent {
            Parent::Here => wire::reap(self.pid),
            Parent::Zygote(zygote) => zygote.reap(self.pid),
        }?;
        Ok(told(&reaped))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if !self.reaped {
            self.end();
            let _ = self.reap();
        }
    }
}

fn told(reaped: &Reaped) -> (Ending, Usage) {
    let ending = match reaped.end {
        End::Exited(status) => Ending::Exited(status),
        End::Signalled(signal) => Ending::Signalled(signal),
    };
    let usage = Usage {
        user: reaped.user,
        system: reaped.system,
        peak_memory_bytes: reaped.peak_memory_bytes,
    };
    (ending, usage)
}
