//! Waiting for a process and learning what it used up: `wait4`, which no safe library offers.
//!
//! `getrusage(RUSAGE_CHILDREN)` will not do: it holds the largest resident set of *any* child so far.
#![expect(
    unsafe_code,
    reason = "wait4 is a foreign function with an out-pointer"
)]

use std::io;
use std::time::Duration;

use rustix::process::Pid;
use serde::{Deserialize, Serialize};

/// How a process ended, and what it used up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reaped {
    /// How it ended.
    pub end: End,
    /// Time on the processor in the program's own code.
    pub user: Duration,
    /// Time on the processor in the kernel.
    pub system: Duration,
    /// The largest resident set, in bytes.
    pub peak_memory_bytes: u64,
}

/// How a process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// By itself, with this status.
    Exited(u8),
    /// By this signal.
    Signalled(i32),
}

/// Waits for the child `pid` to end, and takes it from the process table.
///
/// # Errors
///
/// Where this process has no such child.
pub fn reap(pid: Pid) -> io::Result<Reaped> {
    let mut status = 0;
    // SAFETY: `rusage` is plain numbers, for which all zeroes is a value.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    loop {
        // SAFETY: both pointers are to live, writable values of the types that wait4 wants.
        let waited = unsafe {
            libc::wait4(
                pid.as_raw_nonzero().get(),
                &raw mut status,
                0,
                &raw mut usage,
            )
        };
        if waited >= 0 {
            return Ok(reaped(status, &usage));
        }
        let error = io::Error::last_os_error();
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
}

fn reaped(status: i32, usage: &libc::rusage) -> Reaped {
    let end = if libc::WIFSIGNALED(status) {
        End::Signalled(libc::WTERMSIG(status))
    } else {
        End::Exited(u8::try_from(libc::WEXITSTATUS(status)).unwrap_or(u8::MAX))
    };
    let kibibytes = u64::try_from(usage.ru_maxrss).unwrap_or(0);
    Reaped {
        end,
        user: to_duration(usage.ru_utime),
        system: to_duration(usage.ru_stime),
        peak_memory_bytes: kibibytes << 10,
    }
}

fn to_duration(time: libc::timeval) -> Duration {
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    let microseconds = u64::try_from(time.tv_usec).unwrap_or(0);
    Duration::from_secs(seconds) + Duration::from_micros(microseconds)
}
