//! The program that a verb is given.

use std::fs::File;
use std::path::Path;

use crate::failure::Failure;

/// Checks that `file` is something that can be run, or says why not.
pub(crate) fn check(file: &Path) -> Result<(), Failure> {
    let name = file.display();
    let metadata = std::fs::metadata(file)
        .map_err(|error| Failure::usage(format!("{name} cannot be run: {error}")))?;
    if metadata.is_dir() {
        return Err(Failure::usage(format!("{name} is a folder, not a program"))
            .hint("name a file in it, for instance its __main__.py"));
    }
    // Only a file is opened: a pipe that is opened and closed again is lost to whoever is to read it.
    if metadata.is_file() {
        File::open(file)
            .map_err(|error| Failure::usage(format!("{name} cannot be read: {error}")))?;
    }
    Ok(())
}
