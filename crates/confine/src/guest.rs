//! The program that this becomes.

use std::convert::Infallible;
use std::ffi::{CString, OsStr};
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;

use anyhow::Context as _;
use nix::unistd::fexecve;

use crate::arguments::Arguments;
use crate::limits::DESCRIPTORS;

/// The first descriptor that no guest is given: 0 to 2 are its streams, and 3 is its line to the host.
const OTHERS: i32 = 4;

/// A guest that is there.
#[derive(Debug)]
pub(crate) struct Guest(OwnedFd);

/// Has all descriptors that the guest is not given closed when it starts, whoever opened them.
pub(crate) fn keep_no_other_descriptor() {
    close_fds::set_fds_cloexec(OTHERS, &[]);
}

impl Guest {
    /// Opens the guest under the one number for which [`crate::syscalls`] allows a program to be started. The number is beyond
    /// the limit that [`crate::limits`] sets: once this one is closed, which starting does, nothing can ever have it again.
    pub(crate) fn open(file: &Path) -> anyhow::Result<Self> {
        let at = DESCRIPTORS.cast_signed();
        let opened = fs_err::File::open(file)?;
        let numbered = rustix::io::fcntl_dupfd_cloexec(&opened, at)
            .with_context(|| format!("this process may not open {at} descriptors"))?;
        Ok(Self(numbered))
    }

    /// Becomes the guest.
    pub(crate) fn start(
        self,
        arguments: &Arguments,
        environment: &[CString],
    ) -> anyhow::Result<Infallible> {
        let guest = arguments.guest.as_os_str();
        let words = std::iter::once(guest).chain(arguments.rest.iter().map(AsRef::as_ref));
        let words: Vec<CString> = words.map(c_string).collect::<Result<_, _>>()?;
        fexecve(self.0, &words, environment).context("the guest cannot be started")
    }
}

fn c_string(word: &OsStr) -> anyhow::Result<CString> {
    CString::new(word.as_bytes()).context("a word holds a NUL byte")
}
