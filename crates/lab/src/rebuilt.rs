//! Programs that were built twice, and the parts in which two builds differ.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use object::{Object as _, ObjectSection as _};
use record::{BuiltOnce, Rebuild, RebuildSchema, RebuiltUnder, sha256_hex};
use wasmparser::{Parser, Payload};

use crate::LabError;
use crate::provisioned::read_sidecar;
use crate::wasm::is_wasm;

/// What is in no section: headers, and whatever lies between sections.
const REST: &str = "(outside of sections)";

/// How long a word is, in bytes: shorter ones are chance.
const WORD: std::ops::RangeInclusive<usize> = 8..=100;

/// What stands in a word beside letters and digits. Machine code seldom reads so.
const WORDLY: &[u8] = b" _-./:";

/// How many parts of a path are told.
const KEPT: usize = 3;

/// How many words are told of each build.
const TOLD: usize = 5;

/// Compares the guests that stand in both folders under one name, sorted by name.
pub fn rebuilt(under: RebuiltUnder, [first, second]: [&Path; 2]) -> Result<Vec<Rebuild>, LabError> {
    let mut names = Vec::new();
    for entry in fs_err::read_dir(second)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if is_guest(second, &name) && first.join(&name).is_file() {
            names.push(name);
        }
    }
    names.sort();
    let compare = |name: String| {
        let [first, second] = [first, second].map(|folder| fs_err::read(folder.join(&name)));
        Ok(compare(name, under, &first?, &second?))
    };
    names.into_iter().map(compare).collect()
}

/// Says whether a program is a guest that was made here: the description beside it names its digest.
fn is_guest(folder: &Path, name: &str) -> bool {
    let beside = fs_err::read(folder.join(format!("{name}.build.json")));
    beside.is_ok_and(|text| read_sidecar(&text).contains_key("sha256"))
}

fn compare(program: String, under: RebuiltUnder, first: &[u8], second: &[u8]) -> Rebuild {
    let once = |data: &[u8]| BuiltOnce {
        sha256: sha256_hex(data),
        size_bytes: data.len() as u64,
    };
    Rebuild {
        schema: RebuildSchema::V1,
        program,
        under,
        builds: [once(first), once(second)],
        differing_parts: differing(first, second),
        differing_words: differing_words(first, second),
    }
}

fn differing(first: &[u8], second: &[u8]) -> Vec<String> {
    let (one, other) = (parts(first), parts(second));
    let names = one.keys().chain(other.keys());
    let mut differing: Vec<String> = names
        .filter(|name| one.get(*name) != other.get(*name))
        .cloned()
        .collect();
    differing.sort();
    differing.dedup();
    if differing.is_empty() && first != second {
        differing.push(REST.into());
    }
    differing
}

/// Returns the first words of each that the other has not.
fn differing_words(first: &[u8], second: &[u8]) -> [Vec<String>; 2] {
    if first == second {
        return [Vec::new(), Vec::new()];
    }
    let (one, other) = (words(first), words(second));
    let only = |words: &BTreeSet<&str>, others: &BTreeSet<&str>| {
        let only = words.difference(others).take(TOLD);
        only.map(|word| without_place(word)).collect()
    };
    [only(&one, &other), only(&other, &one)]
}

/// Returns a word that is a path without where its builder keeps things, which is nobody's affair.
fn without_place(word: &str) -> String {
    let parts: Vec<&str> = word.split('/').collect();
    if parts.len() <= KEPT && !word.starts_with('/') {
        return word.to_owned();
    }
    // Of a path from the root, the folders that stand there are the machine's own.
    let kept = KEPT.min(parts.len() - 1);
    format!("…/{}", parts[parts.len() - kept..].join("/"))
}

/// Returns what reads as words in a program: runs of printable characters, neither short nor a whole text.
fn words(data: &[u8]) -> BTreeSet<&str> {
    let is_printable = |byte: &u8| byte.is_ascii_graphic() || *byte == b' ';
    let runs = data.split(|byte| !is_printable(byte));
    let fitting = runs.filter(|run| WORD.contains(&run.len()));
    let words = fitting.filter_map(|run| std::str::from_utf8(run).ok());
    words
        .filter(|word| {
            word.bytes()
                .all(|byte| WORDLY.contains(&byte) || byte.is_ascii_alphanumeric())
        })
        .collect()
}

/// Returns the sections of a program by their names. What is neither an ELF file nor WebAssembly has none.
fn parts(data: &[u8]) -> BTreeMap<String, Vec<u8>> {
    if is_wasm(data) {
        return wasm_parts(data);
    }
    let mut parts = BTreeMap::new();
    if let Ok(file) = object::File::parse(data) {
        for section in file.sections() {
            let name = section.name().unwrap_or(REST).to_owned();
            let content = section.data().unwrap_or_default();
            parts.entry(name).or_insert_with(Vec::new).extend(content);
        }
    }
    parts
}

fn wasm_parts(data: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut parts: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for payload in Parser::new(0).parse_all(data).map_while(Result::ok) {
        let name = match &payload {
            Payload::CustomSection(section) => format!("custom {}", section.name()),
            Payload::CodeSectionStart { .. } => "code".into(),
            Payload::DataSection(_) => "data".into(),
            // A module within a component is counted by its own sections.
            Payload::ModuleSection { .. } | Payload::ComponentSection { .. } => continue,
            _ => "types, imports, exports and others".into(),
        };
        if let Some((_, range)) = payload.as_section() {
            parts.entry(name).or_default().extend(&data[range]);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with a custom section of that content.
    fn module(content: &[u8]) -> Vec<u8> {
        let mut section = vec![0, u8::try_from(content.len()).unwrap() + 2, 1, b'n'];
        section.extend(content);
        [b"\0asm\x01\0\0\0", &section[..]].concat()
    }

    #[test]
    fn the_parts_that_differ_are_named() {
        assert_eq!(differing(&module(b"a"), &module(b"a")), [""; 0]);
        assert_eq!(differing(&module(b"a"), &module(b"b")), ["custom n"]);
        assert_eq!(differing(b"a script", b"another"), [REST]);
        let elf = fs_err::read("/bin/sh").unwrap();
        let names = parts(&elf);
        assert!(names.contains_key(".text"), "{:?}", names.keys());
    }

    #[test]
    fn the_words_that_differ_are_told() {
        let told = differing_words(
            b"\0at 01:18:38\0the same words\0",
            b"\0at 02:08:53\0the same words\0",
        );
        assert_eq!(told, [["at 01:18:38"], ["at 02:08:53"]]);
        assert_eq!(differing_words(b"the same", b"the same"), [[""; 0]; 2]);
    }

    #[test]
    fn a_path_is_told_without_its_place() {
        let path = "/home/somebody/.cargo/registry/src/index/pyo3-1.0.0/src/panic.rs";
        assert_eq!(without_place(path), "…/pyo3-1.0.0/src/panic.rs");
        assert_eq!(without_place("01:18:38"), "01:18:38");
        assert_eq!(without_place("a/b"), "a/b");
    }

    #[test]
    fn programs_are_compared_by_their_names() {
        let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let [first, second] = [&folders[0], &folders[1]].map(tempfile::TempDir::path);
        for (folder, byte) in [(first, b"a"), (second, b"b")] {
            let write = |name: &str, text: &[u8]| fs_err::write(folder.join(name), text).unwrap();
            for name in ["guest", "same", "described", "link"] {
                write(name, if name == "same" { b"c" } else { byte });
            }
            write("guest.build.json", br#"{"sha256": "00"}"#);
            write("same.build.json", br#"{"sha256": "00"}"#);
            write("described.build.json", br#"{"version": "1"}"#);
        }
        let rebuilt = rebuilt(RebuiltUnder::OtherNames, [first, second]).unwrap();
        let told: Vec<_> = rebuilt
            .iter()
            .map(|rebuild| (rebuild.program.as_str(), rebuild.is_identical()))
            .collect();
        assert_eq!(told, [("guest", false), ("same", true)]);
    }
}
