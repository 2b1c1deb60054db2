//! The corpora that the project knows of, and where they are on this machine.

use std::path::{Path, PathBuf};

use crate::CorpusError;

/// Where the corpora of others stand in, in the project.
const SOURCES: &str = "provision/corpora/sources.toml";

/// Where they are made.
const MADE: &str = "target/corpora";

/// The corpus that the project holds itself, and its folder.
const OWN: (&str, &str) = ("ordinary-judge", "samples/corpora/ordinary/judge");

/// A corpus that the rules were not written for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its name.
    pub name: String,
    /// Its folder or its manifest.
    pub path: PathBuf,
    /// The command that provisions it; none where it is part of the project.
    pub provision: Option<String>,
}

impl Known {
    /// Says whether it is on this machine.
    pub fn is_here(&self) -> bool {
        self.path.exists()
    }
}

/// Returns the corpora that the project at `root` knows of: its own first.
pub fn known(root: &Path) -> Result<Vec<Known>, CorpusError> {
    let (name, folder) = OWN;
    let own = Known {
        name: name.to_owned(),
        path: root.join(folder),
        provision: None,
    };
    let sources = root.join(SOURCES);
    let text = fs_err::read_to_string(&sources)?;
    let tables: toml::Table = toml::from_str(&text).map_err(|error| CorpusError::Manifest {
        path: sources,
        why: error.to_string(),
    })?;
    let of_others = tables.into_iter().map(|(name, _)| Known {
        path: root.join(MADE).join(&name).join("manifest.toml"),
        provision: Some(format!(
            "python3 provision/corpora {name} {MADE}/{name} && tiers corpus {MADE}/{name}/manifest.toml --name {name}"
        )),
        name,
    });
    Ok([own].into_iter().chain(of_others).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_projects_corpora_are_found_with_what_provisions_them() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let known = known(&root).unwrap();
        assert!(known[0].is_here() && known[0].provision.is_none());
        assert!(known.len() > 4, "{known:?}");
        for corpus in &known[1..] {
            let provision = corpus.provision.as_deref().unwrap();
            let words = format!("provision/corpora {} ", corpus.name);
            assert!(provision.contains(&words), "{provision}");
        }
    }
}
