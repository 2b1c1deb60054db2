//! Where the guests are.

use std::path::{Path, PathBuf};

use tier_api::TierId;

use crate::Command;

/// A folder of guests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guests {
    folder: PathBuf,
}

/// A guest that is not on this machine.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name} is not provisioned: there is no {name} in {folder}")]
pub struct NotProvisioned {
    /// The guest's name.
    pub name: String,
    /// Where it was looked for.
    pub folder: PathBuf,
}

impl Guests {
    /// Returns the guests in `folder`.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
        }
    }

    /// Returns the guests that were installed with the program at `executable`: those in `../libexec/tiers` from its
    /// folder.
    pub fn beside(executable: &Path) -> Self {
        let bin = executable.parent().unwrap_or_else(|| Path::new("."));
        Self::at(bin.parent().unwrap_or(bin).join("libexec").join("tiers"))
    }

    /// Returns the folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns the program called `name`, with links followed: an interpreter finds its library from its real place.
    pub fn program(&self, name: &str) -> Result<PathBuf, NotProvisioned> {
        let path = self.folder.join(name);
        fs_err::canonicalize(path)
            .ok()
            .filter(|path| path.is_file())
            .ok_or_else(|| NotProvisioned {
                name: name.to_owned(),
                folder: self.folder.clone(),
            })
    }

    /// Returns the command of the guest that holds Light in a WebAssembly instance.
    pub fn contained_light(&self) -> Result<Command, NotProvisioned> {
        let mut command = Command::new(self.program("tier-wasm")?);
        command.args.push(self.program("tier-light.wasm")?.into());
        self.program("tier-light.cwasm")?;
        Ok(command)
    }

    /// Returns the guest that holds `tier` on this machine.
    pub fn tier(&self, tier: TierId) -> Result<PathBuf, NotProvisioned> {
        self.program(match tier {
            TierId::Full => "tier-full",
            TierId::Light => "tier-light",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guests_stand_beside_the_executable() {
        let guests = Guests::beside(Path::new("/opt/tiers/bin/tiers"));
        assert_eq!(guests.folder(), Path::new("/opt/tiers/libexec/tiers"));
    }

    #[test]
    fn what_is_missing_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let error = Guests::at(folder.path()).tier(TierId::Light).unwrap_err();
        assert_eq!(error.name, "tier-light");
        fs_err::create_dir(folder.path().join("tier-light")).unwrap();
        assert!(
            Guests::at(folder.path()).tier(TierId::Light).is_err(),
            "a folder is no guest"
        );
    }
}
