//! The folder in which commands are interrupted.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{FaultsError, Setting, SmallProject};

/// A small project, a folder for what its commands leave, and another for what they need in passing.
pub(super) struct Scene {
    folder: tempfile::TempDir,
    project: SmallProject,
    tiers: PathBuf,
    guests: PathBuf,
}

impl Scene {
    pub(super) fn set(setting: &Setting<'_>) -> Result<Self, FaultsError> {
        let folder = tempfile::tempdir()?;
        let project = SmallProject::create(setting.project.root(), &folder.path().join("project"))?;
        let scene = Self {
            tiers: setting.tiers.clone(),
            guests: fs_err::canonicalize(setting.guests)?,
            project,
            folder,
        };
        scene.clear()?;
        Ok(scene)
    }

    /// Takes away whatever commands left.
    pub(super) fn clear(&self) -> Result<(), FaultsError> {
        for folder in [self.state(), self.passing()] {
            if folder.exists() {
                fs_err::remove_dir_all(&folder)?;
            }
            fs_err::create_dir_all(&folder)?;
        }
        Ok(())
    }

    pub(super) fn project(&self) -> &SmallProject {
        &self.project
    }

    /// Where commands leave what they come to.
    pub(super) fn state(&self) -> PathBuf {
        self.path("state")
    }

    /// Where commands keep what they need in passing; what a killed one left there goes with the next trial.
    fn passing(&self) -> PathBuf {
        self.path("passing")
    }

    /// Returns a place that outlives [`Scene::clear`].
    pub(super) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Returns the command line with `words`, to be called on the project.
    pub(super) fn tiers(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.tiers);
        command
            .args(words)
            .current_dir(self.folder.path())
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("LC_ALL", "C.UTF-8")
            .env("NO_COLOR", "1")
            .env("TMPDIR", self.passing())
            .env("TIERS_PROJECT", self.project.path(""))
            .env("TIERS_GUESTS", &self.guests);
        command
    }
}
