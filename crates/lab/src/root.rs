//! Running a program in a root where nothing else exists.
//!
//! A program is self-contained when it needs nothing but itself and the dynamic libraries it names. So the root holds
//! just these and the sample: what the program reads beyond them is not there. A program of another target is there with
//! what runs it on this machine, and with the libraries of that.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tiers::{Command, Io, Limits, run_command};

use crate::{Cell, LabError, Observation, Provisioned, program_file};

/// The folder inside the root for the program and what runs it.
const PROGRAMS: &str = "/programs";

const LIMITS: Limits = Limits {
    time: Some(Duration::from_mins(1)),
    output_bytes: Some(16 << 20),
    memory_bytes: None,
};

/// A root with one program in it.
#[derive(Debug)]
pub(crate) struct EmptyRoot {
    folder: tempfile::TempDir,
    /// The program, and what runs it, by their names inside the root.
    inside: Provisioned,
}

impl EmptyRoot {
    /// Makes a root that holds the program, what runs it, and of each its loader and its dynamic libraries. There is none
    /// for a script, of which nobody knows what it needs.
    pub(crate) fn with(provisioned: &Provisioned) -> Result<Option<Self>, LabError> {
        let started = provisioned.command(Vec::new()).program;
        for program in [&started, &provisioned.program] {
            if program_file::read(program)?.needed.is_none() {
                return Ok(None);
            }
        }
        let mut root = Self {
            folder: tempfile::tempdir()?,
            inside: provisioned.clone(),
        };
        let runner = provisioned.runner.iter();
        let runner: Vec<&Path> = runner
            .map(Path::new)
            .filter(|word| word.is_file())
            .collect();
        if let Some(first) = runner.first() {
            root.put_libraries(first, &[])?;
        }
        for file in runner {
            root.put(file, &place(file))?;
        }
        root.put_libraries(&provisioned.program, &provisioned.runner)?;
        root.put(&provisioned.program, &place(&provisioned.program))?;
        if let Some(compiled) = provisioned.compiled() {
            root.put(&compiled, &place(&compiled))?;
        }
        let named = |word: &OsString| match Path::new(word) {
            file if file.is_file() => place(file).into(),
            _ => word.clone(),
        };
        root.inside.program = place(&provisioned.program);
        root.inside.runner = provisioned.runner.iter().map(named).collect();
        Ok(Some(root))
    }

    /// Puts the sample at `file` into the root.
    pub(crate) fn put_sample(&self, file: &Path) -> Result<(), LabError> {
        self.put(file, &Path::new("/").join(name(file)))
    }

    /// Runs the sample at `file`, which was put into the root, on `cell` there.
    pub(crate) fn run(&self, cell: &Cell, file: &Path) -> Result<Observation, LabError> {
        let arguments = cell.arguments(&Path::new("/").join(name(file)), &[]);
        let inside = self.inside.command(arguments);
        let mut args: Vec<OsString> = vec!["--root".into(), self.folder.path().into()];
        if !rustix::process::geteuid().is_root() {
            // Changing the root takes a privilege; within a user namespace of one's own one has it.
            args.push("--map-root-user".into());
        }
        args.push(inside.program.into());
        args.extend(inside.args);
        let command = Command {
            program: "/usr/bin/unshare".into(),
            args,
            ..self.inside.command(Vec::new())
        };
        Ok(run_command(&command, Io::captured(), &LIMITS)?)
    }

    fn put_libraries(&self, program: &Path, runner: &[OsString]) -> Result<(), LabError> {
        for library in libraries(program, runner)? {
            self.put(&library, &library)?;
        }
        Ok(())
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

fn name(file: &Path) -> &OsStr {
    file.file_name().unwrap_or_default()
}

/// Returns where the program in `file` stands inside a root.
fn place(file: &Path) -> PathBuf {
    Path::new(PROGRAMS).join(name(file))
}

/// Returns the files that the loader brings together for a program: the loader itself, and every library it maps. The
/// loader is for the same processor as the program, and so is run by the same `runner`.
fn libraries(program: &Path, runner: &[OsString]) -> Result<Vec<PathBuf>, LabError> {
    let Some(loader) = program_file::read(program)?.interpreter else {
        return Ok(Vec::new());
    };
    let loading = Provisioned {
        program: loader.clone(),
        runner: runner.to_vec(),
        build: std::collections::BTreeMap::new(),
    };
    let command = loading.command(vec!["--list".into(), program.into()]);
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

    /// Runs a cell whose program prints the sample and a file that is not in the root.
    fn cat_alone(run: &str, runner: Vec<OsString>) -> Observation {
        let provisioned = Provisioned {
            program: "/usr/bin/cat".into(),
            runner,
            build: std::collections::BTreeMap::new(),
        };
        let root = EmptyRoot::with(&provisioned).unwrap().unwrap();
        let cell: Cell = toml::from_str(&format!(
            "name = \"c\"\ntier = \"t\"\nbuild = \"b\"\ntarget = \"t\"\nprogram = \"cat\"\n\
             run = [{run}, \"{{file}}\", \"/etc/passwd\", \"{{args}}\"]\nprovision = \"p\"\n",
        ))
        .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sample.py");
        fs_err::write(&file, "print()\n").unwrap();
        root.put_sample(&file).unwrap();
        root.run(&cell, &file).unwrap()
    }

    #[test]
    fn in_an_empty_root_there_is_nothing_else() {
        for (run, runner) in [
            ("\"{program}\"", vec![]),
            (
                "\"{guests}/env\", \"A=b\", \"{program}\"",
                vec!["/usr/bin/env".into(), "A=b".into()],
            ),
        ] {
            let observation = cat_alone(run, runner);
            assert_eq!(String::from_utf8_lossy(&observation.stdout), "print()\n");
            let stderr = String::from_utf8_lossy(&observation.stderr);
            assert!(stderr.contains("/etc/passwd: No such file"), "{stderr}");
        }
    }

    #[test]
    fn a_script_is_not_moved() {
        let folder = tempfile::tempdir().unwrap();
        let script = folder.path().join("script");
        fs_err::write(&script, "#!/bin/sh\n").unwrap();
        let provisioned = Provisioned {
            program: "/usr/bin/cat".into(),
            runner: vec![script.into()],
            build: std::collections::BTreeMap::new(),
        };
        assert!(EmptyRoot::with(&provisioned).unwrap().is_none());
    }
}
