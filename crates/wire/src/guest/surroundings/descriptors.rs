//! Open descriptors.

use std::collections::BTreeMap;
use std::io;
use std::os::fd::BorrowedFd;

use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl, fstat};
use rustix::io::{Errno, FdFlags, fcntl_getfd, fcntl_setfd};

use super::super::process_state::{close_descriptor, with_descriptor};

/// The open descriptors by their numbers.
pub(super) struct Descriptors(BTreeMap<i32, Open>);

/// What a descriptor stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Open {
    /// The file's device and number.
    file: (u64, u64),
    status: OFlags,
    flags: FdFlags,
}

impl Descriptors {
    /// Returns what is open.
    pub(super) fn now() -> io::Result<Self> {
        let numbers: Result<Vec<_>, _> = std::fs::read_dir("/proc/self/fd")?
            .map(|entry| Ok::<_, io::Error>(entry?.file_name()))
            .collect();
        let mut open = BTreeMap::new();
        for number in numbers? {
            let number = number.to_str().and_then(|number| number.parse().ok());
            let number = number.ok_or_else(|| io::Error::other("a descriptor has no number"))?;
            match with_descriptor(number, Open::look) {
                Ok(look) => {
                    open.insert(number, look);
                }
                // The one over which the others were listed is closed by now.
                Err(Errno::BADF) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Self(open))
    }

    /// Closes what was opened since, and puts back the flags of what was there. Says whether all of that is still there.
    pub(super) fn put_back(&self) -> io::Result<bool> {
        let Self(now) = Self::now()?;
        for number in now.keys().filter(|number| !self.0.contains_key(number)) {
            close_descriptor(*number);
        }
        for (number, before) in &self.0 {
            let Some(now) = now.get(number).filter(|now| now.is_same(before)) else {
                return Ok(false);
            };
            if now != before {
                with_descriptor(*number, |open| before.put_flags_on(open))?;
            }
        }
        Ok(true)
    }
}

impl Open {
    fn look(open: BorrowedFd<'_>) -> Result<Self, Errno> {
        let stat = fstat(open)?;
        Ok(Self {
            file: (stat.st_dev, stat.st_ino),
            status: fcntl_getfl(open)?,
            flags: fcntl_getfd(open)?,
        })
    }

    /// Says whether both are the same file, open for the same.
    fn is_same(&self, other: &Self) -> bool {
        let mode = |open: &Self| open.status & OFlags::RWMODE;
        self.file == other.file && mode(self) == mode(other)
    }

    fn put_flags_on(self, open: BorrowedFd<'_>) -> Result<(), Errno> {
        fcntl_setfl(open, self.status)?;
        fcntl_setfd(open, self.flags)
    }
}
