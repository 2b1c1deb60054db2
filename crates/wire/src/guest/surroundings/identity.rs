//! Who a process is.

use std::io;

use rustix::fs::stat;
use rustix::process::{Gid, Uid, getegid, geteuid, getgid, getgroups, getpriority_process, getuid};

use super::super::process_state::{process_group, session};

/// What a program changes rarely, and mostly for good.
#[derive(PartialEq, Eq)]
pub(super) struct Identity {
    users: [Uid; 2],
    groups: [Gid; 2],
    further_groups: Vec<Gid>,
    process_group: i32,
    session: i32,
    niceness: i32,
    /// The root folder's device and number.
    root: (u64, u64),
}

impl Identity {
    /// Returns who this process is.
    pub(super) fn now() -> io::Result<Self> {
        let root = stat("/")?;
        Ok(Self {
            users: [getuid(), geteuid()],
            groups: [getgid(), getegid()],
            further_groups: getgroups()?,
            process_group: process_group(),
            session: session(),
            niceness: getpriority_process(None)?,
            root: (root.st_dev, root.st_ino),
        })
    }
}
