//! What a guest is shown of the file system.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::arguments::Arguments;
use crate::modules;

/// Where systems keep the libraries that programs are linked with. What is missing here is nothing to be shown.
const LIBRARIES: [&str; 5] = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/nix/store"];

/// What the C library and Python look up besides: which library is where, and what time it is.
const DATA: [&str; 3] = ["/etc/ld.so.cache", "/etc/localtime", "/usr/share/zoneinfo"];

/// Devices that hold nothing: a sink, and sources of nothing and of chance.
const DEVICES: [&str; 4] = ["/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"];

/// What a guest is shown of the file system, by its real paths. There is nothing else.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    /// The folder that the program is in; of it only the modules are shown.
    pub(crate) folder: Option<PathBuf>,
    /// The program, and the modules beside it.
    pub(crate) modules: Vec<PathBuf>,
    /// What may be executed, by the kernel's word: the guest, and libraries.
    pub(crate) programs: Vec<PathBuf>,
    /// What else may be read.
    pub(crate) data: Vec<PathBuf>,
    /// What may be read and written.
    pub(crate) devices: Vec<PathBuf>,
    /// Other names of the above.
    pub(crate) links: Vec<Link>,
    /// Where the guest begins. The folder is there, and empty unless it is shown for another reason.
    pub(crate) working: PathBuf,
}

/// Another name of something that is shown.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) name: PathBuf,
    pub(crate) real: PathBuf,
}

impl Shown {
    /// Returns what follows from `arguments`, and from what there is on this machine.
    pub(crate) fn of(arguments: &Arguments) -> anyhow::Result<Self> {
        let working = std::env::current_dir().context("there is no working folder")?;
        let mut shown = Self {
            working,
            ..Self::default()
        };
        if let Some(program) = &arguments.program {
            shown
                .program(program)
                .with_context(|| format!("{} cannot be shown to it", program.display()))?;
        }
        let mut programs = vec![shown.real(&arguments.guest)?];
        for folder in &arguments.libraries {
            programs.push(shown.real(folder)?);
        }
        programs.extend(shown.present(&LIBRARIES)?);
        shown.programs = programs;
        shown.data = shown.present(&DATA)?;
        shown.devices = shown.present(&DEVICES)?;
        Ok(shown)
    }

    /// Shows the program and the modules beside it.
    fn program(&mut self, program: &Path) -> anyhow::Result<()> {
        let real = self.real(&self.working.join(program))?;
        let folder = real.parent().context("it is in no folder")?;
        self.modules = modules::beside(folder)?;
        if !self.modules.contains(&real) {
            self.modules.push(real.clone());
        }
        self.folder = Some(folder.to_owned());
        Ok(())
    }

    /// Returns those of `paths` that are there.
    fn present(&mut self, paths: &[&str]) -> anyhow::Result<Vec<PathBuf>> {
        let there = paths.iter().map(Path::new).filter(|path| path.exists());
        there.map(|path| self.real(path)).collect()
    }

    /// Returns the real path of `path`, which is shown under that name, too.
    fn real(&mut self, path: &Path) -> anyhow::Result<PathBuf> {
        let name = std::path::absolute(path)?;
        let real = fs_err::canonicalize(path)?;
        if name != real {
            let real = real.clone();
            self.links.push(Link { name, real });
        }
        Ok(real)
    }

    /// Returns everything that is shown whole.
    pub(crate) fn whole(&self) -> impl Iterator<Item = &PathBuf> {
        let read = self.modules.iter().chain(&self.programs);
        read.chain(&self.data).chain(&self.devices)
    }
}

/// Says whether nothing is there, which is no error.
pub(crate) fn unless_there(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_shown_by_its_real_name_and_by_the_one_it_was_given() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().canonicalize().unwrap();
        std::fs::write(folder.join("program"), "").unwrap();
        std::fs::write(folder.join("module.py"), "").unwrap();
        std::os::unix::fs::symlink("program", folder.join("name")).unwrap();
        let arguments = Arguments {
            program: Some(folder.join("name")),
            guest: folder.join("module.py"),
            ..Arguments::default()
        };
        let shown = Shown::of(&arguments).unwrap();
        assert_eq!(shown.folder.as_deref(), Some(folder.as_path()));
        assert_eq!(
            shown.modules,
            [folder.join("module.py"), folder.join("program")]
        );
        assert!(shown.links.contains(&Link {
            name: folder.join("name"),
            real: folder.join("program"),
        }));
        assert!(shown.devices.contains(&PathBuf::from("/dev/null")));
    }

    #[test]
    fn a_program_that_is_not_there_cannot_be_shown() {
        let arguments = Arguments {
            program: Some("/nowhere/program.py".into()),
            guest: "/proc/self/exe".into(),
            ..Arguments::default()
        };
        let error = Shown::of(&arguments).unwrap_err();
        assert!(
            format!("{error:#}").contains("/nowhere/program.py"),
            "{error:#}"
        );
    }
}
