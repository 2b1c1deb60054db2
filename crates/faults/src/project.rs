//! A project with few samples and few cells, so that a whole run takes seconds.

use std::io;
use std::path::{Path, PathBuf};

/// The samples, beside those of speed.
const SAMPLES: [&str; 9] = [
    "divergences/value/silent_values.expected",
    "divergences/value/silent_values.py",
    "idioms/01_metaclass_registry.expected",
    "idioms/01_metaclass_registry.py",
    "idioms/04_abc_abstractmethod.expected",
    "idioms/04_abc_abstractmethod.py",
    "isolation/umask.leave.py",
    "isolation/umask.look.py",
    "syntax/walrus_scopes.py",
];
const SPEED: [&str; 3] = ["speed/dynamic.py", "speed/pure.py", "speed/startup.py"];

/// What is measured here is not how fast they are: they take a hundredth of the steps that they are asked for.
const STEPS: [&str; 2] = ["checksum(rounds)}", "checksum(rounds // 100)}"];

/// A small project in a folder: a few samples of the repository's, its book, and some of its cells.
#[derive(Clone, Debug)]
pub struct SmallProject {
    repository: PathBuf,
    folder: PathBuf,
}

impl SmallProject {
    /// Makes one of what stands in `repository`, in `folder`: on the oracle, its control and Full, with little to do.
    pub fn create(repository: &Path, folder: &Path) -> io::Result<Self> {
        let project = Self {
            repository: repository.to_owned(),
            folder: folder.to_owned(),
        };
        for name in SAMPLES {
            project.copy(&format!("samples/{name}"))?;
        }
        for name in SPEED {
            let name = format!("samples/{name}");
            let whole = fs_err::read_to_string(repository.join(&name))?;
            project.write(&name, &whole.replace(STEPS[0], STEPS[1]))?;
        }
        project.write(
            "samples/values/table.py",
            "zero = 0\nnested = [(1, {'a': b'b'})]\n",
        )?;
        project.write("samples/values/calls.py", "length = (len, ('four',), {})\n")?;
        fs_err::os::unix::fs::symlink(repository.join("paper"), project.path("paper"))?;
        project.keep_cells(|name| name.starts_with("python3") || name == "full-static-x86_64")?;
        Ok(project)
    }

    /// Returns the place of what is called `relative` in it.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.folder.join(relative)
    }

    /// Has it those of the repository's cells whose name `keeps`.
    pub fn keep_cells(&self, keeps: impl Fn(&str) -> bool) -> io::Result<()> {
        let text = fs_err::read_to_string(self.repository.join("cells.toml"))?;
        let mut parts = text.split("[[cell]]");
        let head = parts.next();
        let name = |cell: &str| cell.split('"').nth(1).unwrap_or_default().to_owned();
        let kept = parts.filter(|cell| keeps(&name(cell)));
        let kept: Vec<&str> = head.into_iter().chain(kept).collect();
        fs_err::write(self.path("cells.toml"), kept.join("[[cell]]"))
    }

    /// Copies a file of the repository's to the same place.
    pub fn copy(&self, relative: &str) -> io::Result<()> {
        let there = self.place(relative)?;
        fs_err::copy(self.repository.join(relative), there)?;
        Ok(())
    }

    /// Writes a file.
    pub fn write(&self, relative: &str, text: &str) -> io::Result<()> {
        fs_err::write(self.place(relative)?, text)
    }

    fn place(&self, relative: &str) -> io::Result<PathBuf> {
        let there = self.path(relative);
        if let Some(parent) = there.parent() {
            fs_err::create_dir_all(parent)?;
        }
        Ok(there)
    }
}
