//! Where the guests are.

use std::ffi::OsString;
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

    /// Returns the command of the guest that holds `tier`, confined: it may read `program`, what is beside it and its standard
    /// library, be on a processor for as long as is said, and is going to be held to as many bytes.
    pub(crate) fn confined(
        &self,
        tier: TierId,
        program: Option<&Path>,
        cpu_seconds: Option<u64>,
        memory_bytes: Option<u64>,
    ) -> Result<Command, NotProvisioned> {
        let mut command = Command::new(self.program("tiers-confine")?);
        let mut option = |name: &str, value: OsString| command.args.extend([name.into(), value]);
        if let Some(program) = program {
            option("--program", program.into());
        }
        if tier == TierId::Full {
            option("--library", self.standard_library()?.into());
        }
        for (name, number) in [("--cpu", cpu_seconds), ("--memory", memory_bytes)] {
            if let Some(number) = number {
                option(name, number.to_string().into());
            }
        }
        command.args.push(self.tier(tier)?.into());
        Ok(command)
    }

    /// Returns the folder with the standard library of Full: that of the interpreter it is linked with, which stands beside it.
    fn standard_library(&self) -> Result<PathBuf, NotProvisioned> {
        let python = self.program("python3")?;
        let prefix = python.ancestors().nth(2);
        Ok(prefix.unwrap_or_else(|| Path::new("/")).join("lib"))
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
    use std::ffi::OsStr;

    use super::*;

    #[test]
    fn guests_stand_beside_the_executable() {
        let guests = Guests::beside(Path::new("/opt/tiers/bin/tiers"));
        assert_eq!(guests.folder(), Path::new("/opt/tiers/libexec/tiers"));
    }

    #[test]
    fn a_confined_guest_is_told_what_it_may_read() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().canonicalize().unwrap();
        let path = |name: &str| real.join(name);
        fs_err::create_dir(path("bin")).unwrap();
        for name in ["tiers-confine", "tier-full", "tier-light", "bin/python3.12"] {
            fs_err::write(path(name), "").unwrap();
        }
        let guests = Guests::at(&real);
        let error = guests.confined(TierId::Full, None, None, None).unwrap_err();
        assert_eq!(error.name, "python3");
        fs_err::os::unix::fs::symlink("bin/python3.12", path("python3")).unwrap();

        let program = Path::new("a.py");
        let full = guests
            .confined(TierId::Full, Some(program), Some(7), Some(9))
            .unwrap();
        assert_eq!(full.program, path("tiers-confine"));
        let (library, guest) = (path("lib"), path("tier-full"));
        let expected: [&OsStr; 9] = [
            "--program".as_ref(),
            "a.py".as_ref(),
            "--library".as_ref(),
            library.as_ref(),
            "--cpu".as_ref(),
            "7".as_ref(),
            "--memory".as_ref(),
            "9".as_ref(),
            guest.as_ref(),
        ];
        assert_eq!(full.args, expected);
        // Light holds its standard library itself.
        let light = guests.confined(TierId::Light, None, None, None).unwrap();
        assert_eq!(light.args, [path("tier-light")]);
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
