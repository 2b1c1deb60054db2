//! What takes `unsafe` in copying the process.
#![expect(
    unsafe_code,
    reason = "fork is C's, and leaves a process of one thread"
)]

use std::io;

use rustix::process::Pid;

/// Copies the process; returns the copy's number, or none in the copy.
///
/// # Errors
///
/// Where there is another thread: it may hold a lock that nobody would ever open in the copy.
pub(super) fn fork() -> io::Result<Option<Pid>> {
    if std::fs::read_dir("/proc/self/task")?.nth(1).is_some() {
        return Err(io::Error::other("a process with threads cannot be copied"));
    }
    // SAFETY: this is the only thread, and nobody else could start one meanwhile: whatever is locked is locked by those
    // who called this, on either side.
    let pid = unsafe { libc::fork() };
    if pid < 0 {
        return Err(io::Error::last_os_error());
    }
    Ok(Pid::from_raw(pid))
}
