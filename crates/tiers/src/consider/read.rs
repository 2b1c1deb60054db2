//! Reading source within bounds.

use std::fs::{File, Metadata};
use std::io::{self, Read as _};
use std::path::Path;

use rustix::fs::{Mode, OFlags};

/// The longest source that is looked at, in bytes.
pub(super) const SOURCE_BYTES_MAX: u64 = 4 << 20;

/// What a file holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// All of it.
    Text(Vec<u8>),
    /// More than is looked at.
    TooLong,
    /// Not the same twice: a pipe, a terminal, a device.
    Stream,
}

/// Says why a source that is longer than [`SOURCE_BYTES_MAX`] is not looked at.
pub(super) fn too_long() -> String {
    format!("the source is longer than {SOURCE_BYTES_MAX} bytes: it was not looked at")
}

/// Reads the source in the file at `path`. Never waits for somebody to write it.
///
/// # Errors
///
/// Where there is no such file, or it cannot be read; for a folder, too.
pub(super) fn source(path: &Path) -> io::Result<Source> {
    // Asked before it is opened: a pipe that is opened and closed again is lost to whoever is to read it.
    if !is_regular(&std::fs::metadata(path)?)? {
        return Ok(Source::Stream);
    }
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = File::from(rustix::fs::open(path, flags, Mode::empty())?);
    if !is_regular(&file.metadata()?)? {
        return Ok(Source::Stream);
    }
    let mut bytes = Vec::new();
    // One more than allowed tells what is too long, whatever length the file said it had.
    file.take(SOURCE_BYTES_MAX + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > SOURCE_BYTES_MAX {
        return Ok(Source::TooLong);
    }
    Ok(Source::Text(bytes))
}

fn is_regular(metadata: &Metadata) -> io::Result<bool> {
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    Ok(metadata.is_file())
}
