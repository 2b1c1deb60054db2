//! A corpus as a manifest: which programs it consists of, by checksum.
//!
//! ```toml
//! schema = "tiers.corpus-manifest/1"
//! root = "programs"            # from the manifest's own folder; that folder itself where it is not said
//! seed = 1                     # of programs drawn by chance; people wrote them where it is not said
//!
//! [[program]]
//! file = "nbody.py"
//! sha256 = "…"
//! args = ["100"]               # none where it is not said
//! ```

use std::path::{Path, PathBuf};

use record::sha256_hex;
use serde::Deserialize;

use crate::{CorpusError, Entry};

const SCHEMA: &str = "tiers.corpus-manifest/1";

/// What a manifest says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    schema: String,
    /// The folder of the programs, from the manifest's own.
    #[serde(default)]
    pub root: PathBuf,
    /// The seed that the programs were drawn from, where people did not write them.
    pub seed: Option<u64>,
    /// The programs.
    #[serde(default, rename = "program")]
    pub programs: Vec<ManifestProgram>,
}

/// What a manifest says of a program.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManifestProgram {
    /// Its file, from the folder of the programs.
    pub file: String,
    /// SHA-256 of its source.
    pub sha256: String,
    /// What it is given.
    #[serde(default)]
    pub args: Vec<String>,
}

impl Manifest {
    /// Reads the text of a manifest, or says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let manifest: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        if manifest.schema != SCHEMA {
            return Err(format!("its schema is not {SCHEMA}"));
        }
        let holds_nul = |row: &&ManifestProgram| row.args.iter().any(|arg| arg.contains('\0'));
        match manifest.programs.iter().find(holds_nul) {
            Some(row) => Err(format!("an argument of {} holds a NUL", row.file)),
            None => Ok(manifest),
        }
    }
}

/// Returns the programs that the manifest at `path` names, having checked that they are those, and their seed.
pub(crate) fn read(path: &Path) -> Result<(Vec<Entry>, Option<u64>), CorpusError> {
    let wrong = |why: String| CorpusError::Manifest {
        path: path.to_owned(),
        why,
    };
    let text = String::from_utf8(fs_err::read(path)?)
        .map_err(|_| wrong("neither a folder nor a manifest".into()))?;
    let manifest = Manifest::parse(&text).map_err(wrong)?;
    let folder = path.parent().unwrap_or(Path::new("")).join(&manifest.root);
    let mut entries = Vec::new();
    for row in manifest.programs {
        let file = folder.join(&row.file);
        let source = fs_err::read(&file)?;
        let found = sha256_hex(&source);
        if found != row.sha256 {
            return Err(CorpusError::Checksum { path: file, found });
        }
        entries.push(Entry::new(row.file, file, row.args, &source));
    }
    Ok((entries, manifest.seed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        fs_err::create_dir(folder.path().join("in")).unwrap();
        fs_err::write(folder.path().join("in/a.py"), "print(1)\n").unwrap();
        let path = folder.path().join("m.toml");
        fs_err::write(&path, text).unwrap();
        (folder, path)
    }

    fn manifest(sha256: &str, more: &str) -> String {
        format!(
            "schema = \"{SCHEMA}\"\nroot = \"in\"\n[[program]]\nfile = \"a.py\"\nsha256 = \"{sha256}\"\n{more}"
        )
    }

    #[test]
    fn programs_are_those_that_are_named() {
        let sum = sha256_hex(b"print(1)\n");
        let (folder, path) = written(&manifest(&sum, "args = [\"7\"]\n"));
        let (entries, seed) = read(&path).unwrap();
        assert_eq!(seed, None);
        assert_eq!(entries.len(), 1);
        assert_eq!(
            (entries[0].name.as_str(), entries[0].args.as_slice()),
            ("a.py", &["7".to_owned()][..])
        );
        assert_eq!(entries[0].path, folder.path().join("in/a.py"));
    }

    #[test]
    fn a_seed_says_that_programs_were_drawn() {
        let text = manifest(&sha256_hex(b"print(1)\n"), "");
        let (_folder, path) = written(&text.replace("root", "seed = 7\nroot"));
        assert_eq!(read(&path).unwrap().1, Some(7));
    }

    #[test]
    fn what_is_wrong_is_said() {
        let check = |text: &str, expected: &str| {
            let (_folder, path) = written(text);
            let error = read(&path).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        };
        let sum = sha256_hex(b"print(1)\n");
        check(&manifest(&sha256_hex(b"print(2)\n"), ""), &sum);
        check(&manifest(&sum, "arguments = []"), "unknown field");
        check(&manifest(&sum, "args = [\"\\u0000\"]"), "NUL");
        check("schema = \"x/1\"", SCHEMA);
        check("print(1)", "m.toml");
        check(&manifest(&sum, "").replace("a.py", "b.py"), "b.py");
    }
}
