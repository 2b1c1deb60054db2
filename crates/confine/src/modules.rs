//! What in a program's folder is a module of it.

use std::fs::{DirEntry, FileType};
use std::io;
use std::path::{Path, PathBuf};

/// How the names of modules' files end.
const SUFFIXES: [&str; 3] = ["py", "pyc", "so"];

/// What makes a folder a package.
const PACKAGE: &str = "__init__.py";

/// Returns the modules in `folder`: files that Python imports, and packages. Everything else there is the user's own, whatever
/// else they keep beside their programs. So is what a symbolic link leads to: whoever wrote the program may have laid it.
pub(crate) fn beside(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut modules = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if is_module(&entry, entry.file_type()?) {
            modules.push(entry.path());
        }
    }
    modules.sort();
    Ok(modules)
}

fn is_module(entry: &DirEntry, kind: FileType) -> bool {
    let path = entry.path();
    if kind.is_dir() {
        let marker = path.join(PACKAGE).symlink_metadata();
        return marker.is_ok_and(|marker| marker.is_file());
    }
    let suffix = path.extension().and_then(|suffix| suffix.to_str());
    kind.is_file() && suffix.is_some_and(|suffix| SUFFIXES.contains(&suffix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_told_from_what_else_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        for name in ["package", "folder", ".ssh"] {
            std::fs::create_dir(path(name)).unwrap();
        }
        for name in [
            "b.py",
            "a.so",
            "package/__init__.py",
            "data.txt",
            ".ssh/key",
            "program",
        ] {
            std::fs::write(path(name), "").unwrap();
        }
        std::os::unix::fs::symlink("/etc/shadow", path("secret.py")).unwrap();
        std::os::unix::fs::symlink("/etc", path("linked")).unwrap();
        let expected = ["a.so", "b.py", "package"].map(path);
        assert_eq!(beside(folder.path()).unwrap(), expected);
    }
}
