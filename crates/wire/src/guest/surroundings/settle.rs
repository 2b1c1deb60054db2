//! What a run started and did not end.

use std::ffi::OsString;
use std::io;
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::{WaitId, WaitIdOptions, waitid};

/// How long a thread or a child that is about to end is waited for.
const PATIENCE: Duration = Duration::from_millis(50);

/// How often it is looked after.
const PAUSE: Duration = Duration::from_millis(1);

/// Returns the numbers of this process's threads.
pub(super) fn threads() -> io::Result<Vec<OsString>> {
    std::fs::read_dir("/proc/self/task")?
        .map(|entry| Ok(entry?.file_name()))
        .collect()
}

/// Says whether, in a moment, no thread but `before` is left, and no child.
pub(super) fn settled(before: &[OsString]) -> io::Result<bool> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let strangers = threads()?.iter().any(|thread| !before.contains(thread));
        if !strangers && !reap_children()? {
            return Ok(true);
        }
        if Instant::now() >= deadline {
            return Ok(false);
        }
        sleep(PAUSE);
    }
}

/// Takes children that have ended from the process table; says whether others live.
fn reap_children() -> io::Result<bool> {
    loop {
        match waitid(WaitId::All, WaitIdOptions::EXITED | WaitIdOptions::NOHANG) {
            Ok(Some(_)) | Err(rustix::io::Errno::INTR) => {}
            Ok(None) => return Ok(true),
            Err(rustix::io::Errno::CHILD) => return Ok(false),
            Err(error) => return Err(error.into()),
        }
    }
}
