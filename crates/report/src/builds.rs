//! What a program was built from, as its builder wrote it down.

use std::collections::{BTreeMap, BTreeSet};

use record::CellPrint;

use crate::evidence::Evidence;

/// How one cell's program was built.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Build<'a> {
    fields: &'a BTreeMap<String, String>,
}

/// The fields that tell of the program and its compiler. Whatever else is written down is a part that the target took.
const NO_PARTS: [&str; 11] = [
    "compiler",
    "features",
    "key",
    "linkage",
    "lock_sha256",
    "patches",
    "profile",
    "source_sha256",
    "target",
    "version",
    crate::portability::RUNNER,
];

/// What is written down where a compiler's own standard library was used: that is no part beside it.
const ITS_OWN: &str = "as installed";

/// Returns how the program of `cell` was built; none where nobody wrote it down.
pub(crate) fn of<'a>(evidence: &'a Evidence, cell: &CellPrint) -> Option<Build<'a>> {
    let binary = evidence.fingerprint()?.binaries.get(&cell.name)?;
    let fields = &binary.build;
    (!fields.is_empty()).then_some(Build { fields })
}

impl<'a> Build<'a> {
    fn field(self, name: &str) -> Option<&'a str> {
        self.fields.get(name).map(String::as_str)
    }

    /// Returns the compiler that built it.
    pub(crate) fn compiler(self) -> Option<&'a str> {
        self.field("compiler")
    }

    /// Returns what was changed in the sources that it was built from.
    pub(crate) fn patches(self) -> Option<&'a str> {
        self.field("patches").filter(|patches| !patches.is_empty())
    }

    /// Returns the version of the libpython inside.
    pub(crate) fn libpython(self) -> Option<&'a str> {
        self.field("python_version")
    }

    /// Returns what it took beside the compiler, other than what `home` took in the same way.
    pub(crate) fn parts(self, home: Option<Build<'_>>) -> Vec<(&'a str, &'a str)> {
        let at_home = |name: &str| home.and_then(|home| home.fields.get(name));
        let fields = self.fields.iter();
        let parts = fields.filter(|(name, value)| {
            !NO_PARTS.contains(&name.as_str())
                && value.as_str() != ITS_OWN
                && at_home(name) != Some(value)
        });
        parts
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect()
    }

    /// Returns the features of its dependencies, as `crate/feature`, and the dependencies themselves; none where they were
    /// not written down.
    ///
    /// They are written as `a:x,y; b`: dependency `a` with two features, `b` with none.
    pub(crate) fn features(self) -> Option<BTreeSet<String>> {
        let mut features = BTreeSet::new();
        for dependency in self.field("features")?.split(';').map(str::trim) {
            let (name, enabled) = dependency.split_once(':').unwrap_or((dependency, ""));
            features.insert(name.trim().to_owned());
            let enabled = enabled.split(',').map(str::trim);
            let enabled = enabled.filter(|feature| !feature.is_empty());
            features.extend(enabled.map(|feature| format!("{}/{feature}", name.trim())));
        }
        features.remove("");
        Some(features)
    }

    /// Returns the features of this build that `other` does without, where both are known. A dependency that it does
    /// wholly without stands for its features.
    pub(crate) fn left_out_by(self, other: Build<'_>) -> Vec<String> {
        match (self.features(), other.features()) {
            (Some(here), Some(there)) => {
                let missing: BTreeSet<&String> = here.difference(&there).collect();
                let named = |feature: &&&String| {
                    let dependency = feature.split_once('/').map(|(dependency, _)| dependency);
                    dependency.is_none_or(|name| !missing.contains(&name.to_owned()))
                };
                missing
                    .iter()
                    .filter(named)
                    .map(|name| (*name).clone())
                    .collect()
            }
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        let pairs = pairs.iter();
        pairs
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn features_are_told_apart_by_dependency() {
        let home = fields(&[("features", "vm:host_env,threading; mimalloc:default; num")]);
        let there = fields(&[("features", "vm:host_env; num")]);
        let (home, there) = (Build { fields: &home }, Build { fields: &there });
        assert_eq!(home.left_out_by(there), ["mimalloc", "vm/threading"]);
        assert!(there.left_out_by(home).is_empty());
        let unknown = fields(&[("compiler", "rustc")]);
        assert!(Build { fields: &unknown }.features().is_none());
    }

    #[test]
    fn parts_are_what_the_compiler_does_not_bring() {
        let home = fields(&[("compiler", "rustc 1"), ("linker", "cc"), ("key", "1")]);
        let there = fields(&[
            ("compiler", "rustc 2"),
            ("key", "2"),
            ("linker", "wasm-ld"),
            ("libc", "wasi-libc"),
            ("standard_library", "as installed"),
        ]);
        let (home, there) = (Build { fields: &home }, Build { fields: &there });
        assert_eq!(
            there.parts(Some(home)),
            [("libc", "wasi-libc"), ("linker", "wasm-ld")]
        );
        assert_eq!(home.parts(Some(home)), []);
        assert_eq!(home.parts(None), [("linker", "cc")]);
    }
}
