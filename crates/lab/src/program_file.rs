//! What the file of a program tells by itself.

use std::path::{Path, PathBuf};

use crate::{LabError, elf, wasm};

/// A program, as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ProgramFile {
    /// Its size.
    pub(crate) size_bytes: u64,
    /// The dynamic libraries that it names (NEEDED), sorted; none where it is a script, which tells nothing of the kind.
    pub(crate) needed: Option<Vec<String>>,
    /// The loader that it asks for, where it asks for one.
    pub(crate) interpreter: Option<PathBuf>,
    /// What it imports from its host, sorted; none where it is no WebAssembly.
    pub(crate) imports: Option<Vec<String>>,
}

/// Reads the program at `path`: a 64-bit little-endian ELF file, whatever processor it is for, WebAssembly, or a script.
pub(crate) fn read(path: &Path) -> Result<ProgramFile, LabError> {
    let data = fs_err::read(path)?;
    let size_bytes = data.len() as u64;
    let unreadable = |why: &dyn std::fmt::Display| {
        let message = format!("{} is no program that can be read: {why}", path.display());
        std::io::Error::new(std::io::ErrorKind::InvalidData, message)
    };
    if wasm::is_wasm(&data) {
        let imports = wasm::imports(&data).map_err(|error| unreadable(&error))?;
        return Ok(ProgramFile {
            size_bytes,
            needed: Some(Vec::new()),
            imports: Some(imports),
            ..ProgramFile::default()
        });
    }
    if data.starts_with(b"#!") {
        return Ok(ProgramFile {
            size_bytes,
            ..ProgramFile::default()
        });
    }
    let dynamic = elf::parse(&data).map_err(|error| unreadable(&error))?;
    Ok(ProgramFile {
        size_bytes,
        needed: Some(dynamic.needed),
        interpreter: dynamic.interpreter,
        imports: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dynamic_program_names_its_libraries() {
        let found = read(&std::env::current_exe().unwrap()).unwrap();
        let libc = |library: &String| library.starts_with("libc.so");
        assert!(found.needed.iter().flatten().any(libc), "{found:?}");
        assert!(found.interpreter.is_some() && found.imports.is_none());
    }

    #[test]
    fn a_module_asks_its_host_and_a_script_tells_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("program");
        fs_err::write(&path, b"\0asm\x01\0\0\0").unwrap();
        let found = read(&path).unwrap();
        assert_eq!((found.size_bytes, found.imports), (8, Some(Vec::new())));
        assert_eq!(found.needed, Some(Vec::new()));
        fs_err::write(&path, "#!/bin/sh\n").unwrap();
        let found = read(&path).unwrap();
        assert_eq!(
            (found.size_bytes, found.needed, found.imports),
            (10, None, None)
        );
    }

    #[test]
    fn what_is_no_program_is_an_error() {
        let error = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap_err();
        assert!(error.to_string().contains("no program"), "{error}");
    }
}
