//! The guest's stdin, which it may read and nothing else.

use std::fs::File;
use std::io::{self, Seek as _, SeekFrom};

/// Opens stdin anew, to be read only. What the host has may be writable (a terminal always is), and shares its flags and its
/// place with whoever else holds it.
///
/// # Errors
///
/// Where it is something that cannot be opened anew: a socket.
pub(crate) fn make_own() -> io::Result<()> {
    let mut own = File::open("/proc/self/fd/0")?;
    if own.metadata()?.is_file() {
        let at = rustix::fs::tell(rustix::stdio::stdin())?;
        own.seek(SeekFrom::Start(at))?;
    }
    Ok(rustix::stdio::dup2_stdin(own)?)
}
