//! Who a process is.

use std::io;

use rustix::fs::stat;
use rustix::process::{
    Gid, Pid, Uid, getegid, geteuid, getgid, getgroups, getpgrp, getpriority_process, getsid,
    getuid,
};

/// What a program changes rarely, and mostly for good.
#[derive(PartialEq, Eq)]
pub(super) struct Identity {
    users: [Uid; 2],
    groups: [Gid; 2],
    further_groups: Vec<Gid>,
    process_group: Pid,
    session: Pid,
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
            process_group: getpgrp(),
            session: getsid(None)?,
            niceness: getpriority_process(None)?,
            root: (root.st_dev, root.st_ino),
        })
    }
}
