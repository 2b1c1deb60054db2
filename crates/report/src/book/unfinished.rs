//! A book that is not finished yet, beside the place where it goes.

use std::fs::{File, TryLockError};
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};

use super::BookError;

/// A folder beside the one where a book goes. Nobody else builds there meanwhile, and what is there is not taken for a book.
pub(super) struct Unfinished {
    path: PathBuf,
    out: PathBuf,
    lock: File,
}

impl Unfinished {
    /// Returns the folder, empty: what an interrupted build left there is taken away.
    pub(super) fn beside(out: &Path) -> Result<Self, BookError> {
        let out = std::path::absolute(out)?;
        let mut name = out.file_name().unwrap_or_default().to_owned();
        name.push(".unfinished");
        let path = out.with_file_name(name);
        fs_err::create_dir_all(&path)?;
        let lock = fs_err::File::open(&path)?.into_file();
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(BookError::Busy(out)),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        // Another run may have put it where it goes, between the opening and the lock.
        let (locked, named) = (lock.metadata()?, fs_err::metadata(&path));
        if named.map_or(true, |named| named.ino() != locked.ino()) {
            return Err(BookError::Busy(out));
        }
        empty(&path)?;
        Ok(Self { path, out, lock })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Puts the book where it goes, in one step where there was another: at no moment is there none, or half of one.
    pub(super) fn publish(self) -> io::Result<()> {
        if !self.out.exists() {
            return fs_err::rename(&self.path, &self.out);
        }
        if renameat_with(CWD, &self.path, CWD, &self.out, RenameFlags::EXCHANGE).is_ok() {
            return self.remove_the_one_before();
        }
        // A file system that cannot exchange two names. Only what is empty can be replaced, so there is a moment without.
        fs_err::remove_dir_all(&self.out)?;
        fs_err::rename(&self.path, &self.out)
    }

    /// What stood there before now stands here, and somebody who builds another book may have found it already.
    fn remove_the_one_before(self) -> io::Result<()> {
        let before = fs_err::File::open(&self.path)?.into_file();
        if before.try_lock().is_ok() {
            fs_err::remove_dir_all(&self.path)?;
        }
        drop(self.lock);
        Ok(())
    }
}

fn empty(folder: &Path) -> io::Result<()> {
    for entry in fs_err::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs_err::remove_dir_all(entry.path())?;
        } else {
            fs_err::remove_file(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(out: &Path, word: &str) -> Unfinished {
        let unfinished = Unfinished::beside(out).unwrap();
        fs_err::write(unfinished.path().join("index.html"), word).unwrap();
        unfinished
    }

    #[test]
    fn a_book_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("book");
        build(&out, "one").publish().unwrap();
        let second = build(&out, "two");
        let page = out.join("index.html");
        assert_eq!(fs_err::read_to_string(&page).unwrap(), "one");
        assert!(matches!(Unfinished::beside(&out), Err(BookError::Busy(_))));
        second.publish().unwrap();
        assert_eq!(fs_err::read_to_string(&page).unwrap(), "two");
        let left = fs_err::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 1, "nothing but the book is left");
    }

    #[test]
    fn what_was_interrupted_is_not_in_the_next_book() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("book");
        let interrupted = build(&out, "half");
        fs_err::create_dir(interrupted.path().join("fonts")).unwrap();
        drop(interrupted);
        assert!(!out.exists());
        let next = Unfinished::beside(&out).unwrap();
        assert_eq!(fs_err::read_dir(next.path()).unwrap().count(), 0);
    }
}
