//! Modules beside a program that stand before the standard library's.

use std::path::Path;

/// The top-level modules of CPython 3.12's library and of RustPython 0.5.0's.
const LIBRARY: &str = include_str!("stdlib.txt");

/// How many entries of a folder are looked at.
const ENTRIES_MAX: usize = 20_000;

/// Says whether `name` is a module of either standard library.
pub(super) fn is_of_the_library(name: &str) -> bool {
    LIBRARY.split_ascii_whitespace().any(|known| known == name)
}

/// Says what stands in `folder` under a name of the standard library, where `source` imports anything at all.
///
/// CPython looks beside the program first, and for the modules that the library's own modules import, too; Light has its
/// library built in. What the analysis takes for `random` might be neither.
pub(super) fn shadow(folder: &Path, source: &[u8]) -> Option<String> {
    let imports = source.windows(6).any(|word| word == b"import");
    if !imports {
        return None;
    }
    let Ok(entries) = folder.read_dir() else {
        return Some("the program's folder cannot be listed: a module there might stand before the library's".into());
    };
    let mut first: Option<String> = None;
    for (count, entry) in entries.enumerate() {
        if count == ENTRIES_MAX {
            return Some(format!(
                "more than {ENTRIES_MAX} files are beside the program: a module there might stand before the library's"
            ));
        }
        let name = entry.ok()?.file_name();
        let name = name.to_string_lossy();
        let (stem, ending) = name.split_once('.').unwrap_or((&name, ""));
        let may_be_imported = ["", "py", "pyc"].contains(&ending) || ending.ends_with("so");
        if may_be_imported
            && is_of_the_library(stem)
            && first.as_deref().is_none_or(|first| *name < *first)
        {
            first = Some(name.into_owned());
        }
    }
    first.map(|name| {
        format!("{name}, beside the program, stands before the library's module of that name")
    })
}
