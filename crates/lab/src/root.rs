//! Running a program in a root where nothing else exists.
//!
//! A program is self-contained when it needs nothing but itself and the dynamic libraries it names. So the root holds
//! just these and the sample: what the program reads beyond them is not there.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tiers::{Command, Io, Limits, Stdin, run_command};

use crate::elf::dynamic;
use crate::observe::environment;
use crate::{Cell, LabError, Observation, Provisioned};

/// The program's and the sample's names inside the root.
const PROGRAM: &str = "program";

const LIMITS: Limits = Limits {
    time: Some(Duration::from_mins(1)),
    output_bytes: Some(16 << 20),
    memory_bytes: None,
};

/// A root with one program in it.
#[derive(Debug)]
pub(crate) struct EmptyRoot {
    folder: tempfile::TempDir,
}

impl EmptyRoot {
    /// Makes a root that holds the program, its loader and its dynamic libraries.
    pub(crate) fn with(provisioned: &Provisioned) -> Result<Self, LabError> {
        let root = Self {
            folder: tempfile::tempdir()?,
        };
        for library in libraries(&provisioned.program)? {
            root.put(&library, &library)?;
        }
        root.put(&provisioned.program, Path::new(PROGRAM))?;
        Ok(root)
    }

    /// Runs the sample at `file` on `cell` inside the root.
    pub(crate) fn run(&self, cell: &Cell, file: &Path) -> Result<Observation, LabError> {
        let name = Path::new(file.file_name().unwrap_or_default());
        self.put(file, name)?;
        let mut args: Vec<OsString> = vec!["--root".into(), self.folder.path().into()];
        if !rustix::process::geteuid().is_root() {
            // Changing the root takes a privilege; within a user namespace of one's own one has it.
            args.push("--map-root-user".into());
        }
        args.push(Path::new("/").join(PROGRAM).into());
        args.extend(cell.arguments(&Path::new("/").join(name), &[]));
        let command = Command {
            args,
            environment: environment(),
            stdin: Stdin::Empty,
            ..Command::new("/usr/bin/unshare")
        };
        Ok(run_command(&command, Io::captured(), &LIMITS)?)
    }

    fn put(&self, file: &Path, at: &Path) -> Result<(), LabError> {
        let place = self.folder.path().join(at.strip_prefix("/").unwrap_or(at));
        if let Some(parent) = place.parent() {
            fs_err::create_dir_all(parent)?;
        }
        fs_err::copy(file, place)?;
        Ok(())
    }
}

/// Returns the files that the loader brings together for a program: the loader itself, and every library it maps.
fn libraries(program: &Path) -> Result<Vec<PathBuf>, LabError> {
    let Some(loader) = dynamic(program)?.interpreter else {
        return Ok(Vec::new());
    };
    let command = Command {
        args: vec!["--list".into(), program.into()],
        environment: environment(),
        ..Command::new(&loader)
    };
    let listed = run_command(&command, Io::captured(), &LIMITS)?;
    let mut libraries = parse_list(&String::from_utf8_lossy(&listed.stdout));
    libraries.push(loader);
    libraries.sort();
    libraries.dedup();
    Ok(libraries)
}

/// Reads the loader's list: `name => /path (address)`, `/path (address)`, and names without a file.
fn parse_list(text: &str) -> Vec<PathBuf> {
    let path = |line: &str| {
        let target = line
            .rsplit("=> ")
            .next()?
            .split(" (")
            .next()?
            .trim()
            .to_owned();
        target.starts_with('/').then(|| PathBuf::from(target))
    };
    text.lines().filter_map(path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_is_understood() {
        let text = "\tlinux-vdso.so.1 (0x00007ffd)\n\tlibm.so.6 => /lib/x/libm.so.6 (0x00007f)\n\
            \tgone.so => not found\n\t/lib64/ld-linux-x86-64.so.2 (0x00007f)\n";
        let expected = ["/lib/x/libm.so.6", "/lib64/ld-linux-x86-64.so.2"].map(PathBuf::from);
        assert_eq!(parse_list(text), expected);
    }

    #[test]
    fn in_an_empty_root_there_is_nothing_else() {
        let provisioned = Provisioned {
            program: "/usr/bin/cat".into(),
            runner: Vec::new(),
            build: std::collections::BTreeMap::new(),
        };
        let root = EmptyRoot::with(&provisioned).unwrap();
        let cell: Cell = toml::from_str(
            "name = \"c\"\ntier = \"t\"\nbuild = \"b\"\ntarget = \"t\"\nprogram = \"cat\"\n\
             run = [\"{program}\", \"{file}\", \"/etc/passwd\", \"{args}\"]\nprovision = \"p\"\n",
        )
        .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sample.py");
        fs_err::write(&file, "print()\n").unwrap();
        let observation = root.run(&cell, &file).unwrap();
        assert_eq!(String::from_utf8_lossy(&observation.stdout), "print()\n");
        let stderr = String::from_utf8_lossy(&observation.stderr);
        assert!(stderr.contains("/etc/passwd: No such file"), "{stderr}");
    }
}
