//! How much has to be installed for a cell to run Python.

use std::collections::BTreeSet;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use crate::{Cell, Lab, LabError};

/// Folders of an installation that no run of a program needs: what others put there, and what building, compiling and testing
/// left. `config-VERSION` holds the static library.
const LEFT_OUT: [&str; 4] = ["__pycache__", "dist-packages", "site-packages", "test"];
const STATIC_LIBRARY: &str = "config-";

/// Files that were counted, each by its device and number: one that has two names is there once.
type Counted = BTreeSet<(u64, u64)>;

impl Lab {
    /// Returns the size in bytes of the files that a cell names; none where this machine lacks one of them, so that nothing
    /// is taken for smaller than it is.
    pub(crate) fn installed_bytes(&self, cell: &Cell) -> Result<Option<u64>, LabError> {
        let mut counted = Counted::new();
        let mut bytes = 0;
        for name in cell.installed() {
            let Ok(path) = fs_err::canonicalize(self.guests.folder().join(name)) else {
                return Ok(None);
            };
            bytes += size_bytes(&path, &mut counted)?;
        }
        Ok(Some(bytes))
    }
}

/// Returns the size of the file at `path`, or of those in the folder there.
fn size_bytes(path: &Path, counted: &mut Counted) -> Result<u64, LabError> {
    let about = fs_err::metadata(path)?;
    if !about.is_dir() {
        let is_new = counted.insert((about.dev(), about.ino()));
        return Ok(if is_new { about.len() } else { 0 });
    }
    let mut bytes = 0;
    for entry in fs_err::read_dir(path)? {
        let entry = entry?;
        // A link to a folder may lead back to where it stands, and one to nowhere is no part of what is installed.
        let linked = entry.file_type()?.is_symlink();
        let leads_to_file = || fs_err::metadata(entry.path()).is_ok_and(|about| about.is_file());
        if is_needed(&entry.file_name().to_string_lossy()) && (!linked || leads_to_file()) {
            bytes += size_bytes(&entry.path(), counted)?;
        }
    }
    Ok(bytes)
}

fn is_needed(name: &str) -> bool {
    !LEFT_OUT.contains(&name) && !name.starts_with(STATIC_LIBRARY)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn each_file_counts_once_and_what_no_run_needs_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, size: usize| {
            let path = folder.path().join(name);
            fs_err::create_dir_all(path.parent().unwrap()).unwrap();
            fs_err::write(path, vec![0; size]).unwrap();
        };
        put("lib/a.py", 10);
        put("lib/deep/b.py", 5);
        put("lib/test/c.py", 1000);
        put("lib/__pycache__/a.pyc", 1000);
        put("lib/config-3.12-x/libpython.a", 1000);
        put("beside", 100);
        let at = |name: &str| folder.path().join(name);
        fs_err::hard_link(at("lib/a.py"), at("lib/again.py")).unwrap();
        symlink(at("lib"), at("lib/deep/up")).unwrap();
        symlink(at("nowhere"), at("lib/gone")).unwrap();
        symlink(at("beside"), at("lib/linked")).unwrap();
        let size = |counted: &mut Counted| size_bytes(&at("lib"), counted).unwrap();
        let mut counted = Counted::new();
        assert_eq!((size(&mut counted), size(&mut counted)), (115, 0));
    }
}
