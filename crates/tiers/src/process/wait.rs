//! Waiting for descriptors, no longer than allowed.

use std::io;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, Timespec, poll};

/// Waits until something is ready, or `deadline`; returns how many are ready.
pub(super) fn poll_until(
    watched: &mut [PollFd<'_>],
    deadline: Option<Instant>,
) -> io::Result<usize> {
    loop {
        let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        match poll(watched, left.map(to_timespec).as_ref()) {
            Err(rustix::io::Errno::INTR) => {}
            answer => return Ok(answer?),
        }
    }
}

fn to_timespec(duration: Duration) -> Timespec {
    Timespec {
        tv_sec: i64::try_from(duration.as_secs()).unwrap_or(i64::MAX),
        tv_nsec: duration.subsec_nanos().into(),
    }
}
