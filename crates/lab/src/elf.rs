//! What an ELF file says of the libraries it wants.

use std::path::PathBuf;

use object::LittleEndian;
use object::elf::{DT_NEEDED, FileHeader64};
use object::read::elf::{Dyn as _, FileHeader as _, ProgramHeader as _};

/// The dynamic side of a program file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dynamic {
    /// The libraries it names (NEEDED), sorted.
    pub(crate) needed: Vec<String>,
    /// The loader it asks for, where it asks for one.
    pub(crate) interpreter: Option<PathBuf>,
}

/// Reads the dynamic side of a 64-bit little-endian ELF file.
pub(crate) fn parse(data: &[u8]) -> object::Result<Dynamic> {
    let header = FileHeader64::<LittleEndian>::parse(data)?;
    let endian = header.endian()?;
    let mut found = Dynamic::default();
    let sections = header.sections(endian, data)?;
    for segment in header.program_headers(endian, data)? {
        if let Some(interpreter) = segment.interpreter(endian, data)? {
            found.interpreter = Some(String::from_utf8_lossy(interpreter).into_owned().into());
        }
    }
    if let Some((entries, link)) = sections.dynamic(endian, data)? {
        let strings = sections.strings(endian, data, link)?;
        for entry in entries {
            if entry.tag(endian) == DT_NEEDED {
                found
                    .needed
                    .push(String::from_utf8_lossy(entry.string(endian, strings)?).into_owned());
            }
        }
    }
    found.needed.sort();
    Ok(found)
}
