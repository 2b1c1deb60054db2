//! What takes `unsafe` in a guest's start and end: owning an inherited descriptor, and leaving at once.
#![expect(
    unsafe_code,
    reason = "an inherited descriptor is a number until somebody vouches for it"
)]

use std::io;
use std::os::fd::{FromRawFd as _, OwnedFd};
use std::os::unix::net::UnixStream;

/// Takes over the socket inherited as descriptor `fd`, moved to descriptor `at_least` or above and closed on exec.
pub(super) fn take_socket(fd: i32, at_least: i32) -> io::Result<UnixStream> {
    if fd <= 2 {
        return Err(io::Error::other("descriptors 0 to 2 are the program's"));
    }
    // SAFETY: `fd` is above the standard streams and was given to this process by its parent for this very purpose;
    // this is called once, before anything else in the process has opened a descriptor, so nobody else owns it. Where
    // the number is not open at all the duplication below fails with EBADF; no other code holds the number then.
    let inherited = unsafe { OwnedFd::from_raw_fd(fd) };
    let moved = rustix::io::fcntl_dupfd_cloexec(&inherited, at_least);
    if moved.is_err() {
        // Not ours after all: closing a number that was never open would abort in debug builds.
        std::mem::forget(inherited);
    }
    Ok(UnixStream::from(moved?))
}

/// Ends the process with `status`: no unwinding, no destructors, no exit handlers.
pub(super) fn exit_now(status: i32) -> ! {
    // SAFETY: `_exit` has no preconditions and does not return.
    unsafe { libc::_exit(status) }
}
