//! What a contained try on Light sees of the file system: the program, the modules that its analysis read, nothing else.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use tempfile::TempDir;
use tier_api::Program;

use crate::Considered;

/// A folder with a copy of the program and of its modules. It is gone when this is dropped.
///
/// What runs is what was analysed, whatever becomes of the files meanwhile.
#[derive(Debug)]
pub(super) struct Stage {
    folder: TempDir,
    file: OsString,
}

impl Stage {
    /// Copies what was considered of `program` into a new folder in `scratch`.
    pub(super) fn set(
        considered: &Considered,
        program: &Program,
        scratch: &Path,
    ) -> io::Result<Self> {
        let missing = |what: &str| io::Error::other(format!("the program has no {what}"));
        let source = considered
            .source
            .as_ref()
            .ok_or_else(|| missing("source that could be read"))?;
        let file = Path::new(&program.file).file_name();
        let file = file.ok_or_else(|| missing("name"))?.to_owned();
        let folder = TempDir::with_prefix_in("tiers-", scratch)?;
        for (path, module) in &considered.modules {
            let path = folder.path().join(path);
            if let Some(package) = path.parent() {
                fs_err::create_dir_all(package)?;
            }
            fs_err::write(path, module)?;
        }
        // Last: a program may import itself, and what runs is its source as it was read first.
        fs_err::write(folder.path().join(&file), source)?;
        Ok(Self { folder, file })
    }

    /// Returns the folder.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Returns the program as it is found from there.
    pub(super) fn program(&self, program: &Program) -> Program {
        Program {
            file: self.file.clone(),
            args: program.args.clone(),
        }
    }
}
