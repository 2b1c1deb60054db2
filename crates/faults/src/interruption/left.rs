//! What a command leaves, taken apart into what can be lost, doubled or changed.

use std::collections::BTreeMap;
use std::path::Path;

use record::{Folder, Unit, sha256_hex};
use serde_json::Value;

use crate::FaultsError;

/// The places of a book's files begin with this.
const FILE: &str = "file ";

/// The most of each kind of harm that is told in words.
const TOLD: usize = 3;

/// Parts of the places of what depends on how long something took, however often it is the same by chance.
const TIMED: [&str; 3] = ["_ns", ".choices[", ".policies["];

/// One thing: where it stands, and what it is; none where that was measured, and is another one each time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Leaf {
    place: String,
    value: Option<String>,
}

/// What a command comes to undisturbed: its places, and the value of each that does not depend on the run.
#[derive(Debug)]
pub(super) struct Expected(BTreeMap<String, Option<String>>);

impl Expected {
    /// Learns from two undisturbed runs.
    pub(super) fn of(first: &[Leaf], second: &[Leaf]) -> Self {
        let second: BTreeMap<&str, &Option<String>> = second
            .iter()
            .map(|leaf| (leaf.place.as_str(), &leaf.value))
            .collect();
        let learn = |leaf: &Leaf| {
            let repeats = second.get(leaf.place.as_str()) == Some(&&leaf.value);
            (leaf.place.clone(), leaf.value.clone().filter(|_| repeats))
        };
        Self(first.iter().map(learn).collect())
    }

    /// Returns what `found` lacks, has twice, has besides, or has otherwise.
    pub(super) fn compare(&self, found: &[Leaf]) -> Vec<String> {
        self.compare_those(found, |_| true)
    }

    /// The same of files alone.
    pub(super) fn compare_files(&self, found: &[Leaf]) -> Vec<String> {
        self.compare_those(found, |place| place.starts_with(FILE))
    }

    fn compare_those(&self, found: &[Leaf], of: impl Fn(&str) -> bool) -> Vec<String> {
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        for leaf in found {
            *times.entry(&leaf.place).or_default() += 1;
        }
        let expected = self.0.keys().filter(|place| of(place));
        let lost = expected.filter(|place| !times.contains_key(place.as_str()));
        let doubled = times.iter().filter(|(_, times)| **times > 1);
        let besides = times.keys().filter(|place| !self.0.contains_key(**place));
        let changed = found.iter().filter(|leaf| {
            let expected = self.0.get(&leaf.place).and_then(Option::as_ref);
            expected.is_some_and(|value| leaf.value.as_ref() != Some(value))
        });
        let mut harm = Vec::new();
        told(&mut harm, "lost", lost.map(String::as_str));
        told(&mut harm, "doubled", doubled.map(|(place, _)| *place));
        told(&mut harm, "not expected", besides.copied());
        told(
            &mut harm,
            "changed",
            changed.map(|leaf| leaf.place.as_str()),
        );
        harm
    }
}

fn told<'a>(harm: &mut Vec<String>, word: &str, places: impl Iterator<Item = &'a str>) {
    let places: Vec<&str> = places.collect();
    if let [first, ..] = places.as_slice() {
        let more = places.len().saturating_sub(TOLD);
        let first = if more == 0 {
            places.join(", ")
        } else {
            format!("{first} and {} more", places.len() - 1)
        };
        harm.push(format!("{word}: {first}"));
    }
}

/// Returns the leaves of a results folder's records, of a run that says it is finished.
pub(super) fn records(results: &Path) -> Result<Vec<Leaf>, FaultsError> {
    let read = Folder::open_for_reading(results)?;
    let mut leaves = vec![leaf("finished", read.completion.is_some().to_string())];
    for record in &read.records {
        let subject = serde_json::to_string(&record.subject).unwrap_or_default();
        let measured = matches!(record.unit, Unit::Ns | Unit::Bytes);
        leaves.push(Leaf {
            place: format!("record {:?} {subject}", record.metric),
            value: (!measured).then(|| record.value.to_string()),
        });
    }
    Ok(leaves)
}

/// Returns the leaves of a log of JSON lines, each known by its field `key`.
pub(super) fn lines(path: &Path, key: &str) -> Result<Vec<Leaf>, FaultsError> {
    let text = fs_err::read(path)?;
    let mut leaves = Vec::new();
    for (index, line) in text.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let value: Value = serde_json::from_slice(line).map_err(|error| FaultsError::Line {
            path: path.to_owned(),
            line: index + 1,
            why: error.to_string(),
        })?;
        let name = format!("line {}", value[key]);
        flatten(&name, &value, &mut leaves);
    }
    Ok(leaves)
}

/// Returns the leaves of a JSON document.
pub(super) fn document(name: &str, text: &[u8]) -> Result<Vec<Leaf>, FaultsError> {
    let value: Value = serde_json::from_slice(text).map_err(|error| FaultsError::Line {
        path: name.into(),
        line: error.line(),
        why: error.to_string(),
    })?;
    let mut leaves = Vec::new();
    flatten(name, &value, &mut leaves);
    Ok(leaves)
}

fn flatten(place: &str, value: &Value, leaves: &mut Vec<Leaf>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                flatten(&format!("{place}.{name}"), value, leaves);
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                flatten(&format!("{place}[{index}]"), value, leaves);
            }
        }
        other => leaves.push(Leaf {
            place: place.to_owned(),
            value: (!TIMED.iter().any(|part| place.contains(part))).then(|| other.to_string()),
        }),
    }
}

/// Returns a leaf for each file in a folder and the folders below it.
pub(super) fn files(folder: &Path) -> Result<Vec<Leaf>, FaultsError> {
    let mut leaves = Vec::new();
    walk(folder, &mut |path| {
        let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy();
        let place = format!("{FILE}{}", without_digest(&name));
        leaves.push(leaf(place, sha256_hex(&fs_err::read(path)?)));
        Ok(())
    })?;
    Ok(leaves)
}

/// Returns the name of a file without the eight digits of its content's digest that mdbook puts before the ending.
fn without_digest(name: &str) -> String {
    let parts = name.rsplit_once('.').and_then(|(stem, ending)| {
        let (stem, digest) = stem.rsplit_once('-')?;
        let is_one = digest.len() == 8 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_one.then(|| format!("{stem}.{ending}"))
    });
    parts.unwrap_or_else(|| name.to_owned())
}

/// Returns the outputs of a results folder that are not what their name says: half-written ones.
pub(super) fn blobs_spoiled(results: &Path) -> Result<Vec<String>, FaultsError> {
    let mut spoiled = Vec::new();
    let blobs = results.join("blobs");
    if blobs.exists() {
        walk(&blobs, &mut |path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let unfinished = name.ends_with(".unfinished");
            if !unfinished && sha256_hex(&fs_err::read(path)?) != name {
                spoiled.push(format!("half-written: blobs/{name}"));
            }
            Ok(())
        })?;
    }
    Ok(spoiled)
}

/// Returns what a folder takes up on a disk, in bytes.
pub(super) fn bytes(folder: &Path) -> Result<u64, FaultsError> {
    const PAGE: u64 = 4096;
    let mut total = 0;
    walk(folder, &mut |path| {
        total += fs_err::metadata(path)?.len().div_ceil(PAGE) * PAGE;
        Ok(())
    })?;
    Ok(total)
}

fn walk(
    folder: &Path,
    seen: &mut impl FnMut(&Path) -> Result<(), FaultsError>,
) -> Result<(), FaultsError> {
    for entry in fs_err::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), seen)?;
        } else {
            seen(&entry.path())?;
        }
    }
    Ok(())
}

fn leaf(place: impl Into<String>, value: impl Into<String>) -> Leaf {
    Leaf {
        place: place.into(),
        value: Some(value.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaves(of: &[(&str, &str)]) -> Vec<Leaf> {
        of.iter()
            .map(|(place, value)| leaf(*place, *value))
            .collect()
    }

    #[test]
    fn every_kind_of_harm_is_told() {
        let first = leaves(&[("a", "1"), ("b", "2"), ("time", "17"), ("file x", "f")]);
        let second = leaves(&[("a", "1"), ("b", "2"), ("time", "18"), ("file x", "f")]);
        let expected = Expected::of(&first, &second);
        assert_eq!(expected.compare(&second), [""; 0]);
        let found = leaves(&[
            ("a", "1"),
            ("a", "1"),
            ("b", "3"),
            ("c", "0"),
            ("file x", "f"),
        ]);
        let harm = ["lost: time", "doubled: a", "not expected: c", "changed: b"];
        assert_eq!(expected.compare(&found), harm);
        assert_eq!(
            expected.compare_files(&leaves(&[("file x", "g")])),
            ["changed: file x"]
        );
    }

    #[test]
    fn what_was_measured_has_a_place_and_no_value() {
        let text = br#"{"wall_ns": 5, "choices": [{"light_chosen": 3}], "status": 0}"#;
        let values: Vec<bool> = document("d", text)
            .unwrap()
            .iter()
            .map(|leaf| leaf.value.is_some())
            .collect();
        assert_eq!(values, [false, true, false]);
    }

    #[test]
    fn a_digest_is_no_part_of_a_files_name() {
        assert_eq!(without_digest("searchindex-d4a69627.js"), "searchindex.js");
        for name in ["fonts/open-sans-v17.css", "poc4_5.html", "a-abcdefgh.js"] {
            assert_eq!(without_digest(name), name);
        }
    }

    #[test]
    fn a_document_is_taken_apart() {
        let leaves_found = document("d", br#"{"a": [1, {"b": null}], "c": "x"}"#).unwrap();
        let expected = leaves(&[("d.a[0]", "1"), ("d.a[1].b", "null"), ("d.c", "\"x\"")]);
        assert_eq!(leaves_found, expected);
    }
}
