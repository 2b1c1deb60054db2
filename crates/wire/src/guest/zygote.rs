//! A guest that others are copies of: it starts its interpreter once, and copies its process for each guest that is wanted.

use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::ExitCode;

use rustix::io::fcntl_dupfd_cloexec;
use rustix::process::{
    Pid, PidfdFlags, Signal, getpid, getppid, pidfd_open, set_parent_process_death_signal, setpgid,
};
use tier_api::Tier;

use super::fork::fork;
use super::rehearsal::WorkingSet;
use super::{complain, descriptor, session_over, wire_fd_min};
use crate::status;
use crate::zygote::{Order, Report, receive, send};

/// Which of the two processes this is after one was copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The one that was there before. The other has this number.
    Original(Pid),
    /// The copy.
    Copy,
}

/// A tier whose process can be copied with what it prepared.
pub trait Forkable {
    /// Copies the process by `fork`, and sees to it that what was prepared works on both sides.
    ///
    /// # Errors
    ///
    /// Those of `fork`.
    fn fork(&mut self, fork: impl FnOnce() -> io::Result<Side>) -> io::Result<Side> {
        fork()
    }
}

/// What a guest is given: its line to the host, and where its output goes.
struct Ends {
    line: OwnedFd,
    stdout: OwnedFd,
    stderr: OwnedFd,
}

/// Makes guests as they are ordered over the socket inherited as descriptor `fd`, until the host closes it.
pub(super) fn zygote<T: Tier + Forkable>(mut tier: T, fd: i32) -> ExitCode {
    let socket = match descriptor::take_socket(fd, wire_fd_min()) {
        Ok(socket) => socket,
        Err(error) => return complain(&format!("descriptor {fd} is no socket: {error}"), 2),
    };
    if let Err(fault) = tier.prepare() {
        return complain(&fault.to_string(), status::BROKEN);
    }
    let working_set = WorkingSet::rehearsed(&mut tier);
    match serve_orders(&mut tier, &socket) {
        Ok(None) => ExitCode::SUCCESS,
        Ok(Some(ends)) => {
            working_set.have_ahead();
            let line = become_guest(&ends);
            // Programs see the descriptors that they would see otherwise.
            drop((socket, ends));
            match line {
                Ok(line) => session_over(tier, line),
                Err(error) => complain(&error.to_string(), status::BROKEN),
            }
        }
        Err(error) => complain(&error.to_string(), status::BROKEN),
    }
}

/// Carries out orders. Returns none when there are no more, and in a copy what it was made for.
fn serve_orders<T: Forkable>(tier: &mut T, socket: &UnixStream) -> io::Result<Option<Ends>> {
    send(socket, &Report::Prepared, None)?;
    while let Some((order, descriptors)) = receive(socket)? {
        match order {
            Order::Copy => {
                let ends = ends(descriptors)?;
                match copied(tier) {
                    Ok(Side::Copy) => return Ok(Some(ends)),
                    Ok(Side::Original(pid)) => announce(socket, pid)?,
                    Err(error) => send(socket, &Report::NotCopied(error.to_string()), None)?,
                }
            }
            Order::Reap { pid } => {
                let reaped = Pid::from_raw(pid)
                    .ok_or_else(|| io::Error::other("no process has this number"))
                    .and_then(crate::reap);
                let report = reaped
                    .map_or_else(|error| Report::NotReaped(error.to_string()), Report::Reaped);
                send(socket, &report, None)?;
            }
        }
    }
    Ok(None)
}

/// Copies the process. The copy ends with the original.
pub(super) fn copied<T: Forkable>(tier: &mut T) -> io::Result<Side> {
    let original = getpid();
    let side = tier.fork(|| Ok(fork()?.map_or(Side::Copy, Side::Original)))?;
    if side == Side::Copy {
        set_parent_process_death_signal(Some(Signal::KILL))?;
        if getppid() != Some(original) {
            return Err(io::Error::other(
                "the process that this is a copy of is gone",
            ));
        }
    }
    Ok(side)
}

/// Tells the host of a copy, which it knows by a descriptor, whatever becomes of the number.
fn announce(socket: &UnixStream, pid: Pid) -> io::Result<()> {
    // The copy does the same. Whoever comes first: from here on its group can be ended with it.
    let _ = setpgid(Some(pid), Some(pid));
    let process = pidfd_open(pid, PidfdFlags::empty())?;
    let pid = pid.as_raw_nonzero().get();
    send(socket, &Report::Copied { pid }, Some(&process))
}

fn ends(descriptors: Vec<OwnedFd>) -> io::Result<Ends> {
    let ends: Result<[OwnedFd; 3], _> = descriptors.try_into();
    let [line, stdout, stderr] =
        ends.map_err(|_| io::Error::other("a guest takes three descriptors"))?;
    Ok(Ends {
        line,
        stdout,
        stderr,
    })
}

/// Makes this copy a process like one that was started as a guest: a group of its own, its own output, and no other
/// descriptor than its line to the host, out of the program's way.
fn become_guest(ends: &Ends) -> io::Result<UnixStream> {
    setpgid(None, None)?;
    rustix::stdio::dup2_stdout(&ends.stdout)?;
    rustix::stdio::dup2_stderr(&ends.stderr)?;
    let line = fcntl_dupfd_cloexec(&ends.line, wire_fd_min())?;
    Ok(line.into())
}
