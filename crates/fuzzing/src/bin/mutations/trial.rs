//! One program, before each of the verbs.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tiers::{Command, Environment, Finished, Io, Limits, Stdin, run_command};

/// What the command line may take for one program. The interpreters that it starts are ended long before.
const LIMITS: Limits = Limits {
    time: Some(Duration::from_mins(1)),
    output_bytes: Some(256 << 20),
    memory_bytes: None,
};

/// What each process of a comparison may use up, as `prlimit` takes it: a program that chance wrote may loop, fill memory or
/// disks, and start others.
const PROCESS_LIMITS: [&str; 4] = [
    "--cpu=1",
    "--as=8589934592",
    "--fsize=16777216",
    "--nproc=512",
];

/// With what Rust ends a program that panicked.
const PANICKED: u8 = 101;

/// Up to which an exit status may be the command line's own; beyond are signals, of which it dies where it overflows its stack.
const OWN_STATUS_MAX: u8 = 123;

/// How the command line is called.
#[derive(Debug)]
pub(crate) struct Commands {
    pub(crate) tiers: PathBuf,
    pub(crate) guests: OsString,
    pub(crate) project: OsString,
    /// What programs are compared on; where there is none, they are not compared.
    pub(crate) cells: Option<OsString>,
}

/// How a call ended.
#[derive(Debug)]
pub(crate) struct Told(Finished);

/// What `tiers explain` prints for programs to read, as far as it is read here.
#[derive(Debug, Deserialize)]
struct Explained {
    light_safe: bool,
}

/// The same of `tiers diff`.
#[derive(Debug, Deserialize)]
struct Compared {
    programs: Vec<ComparedProgram>,
}

#[derive(Debug, Deserialize)]
struct ComparedProgram {
    cells: Vec<ComparedCell>,
}

#[derive(Debug, Deserialize)]
struct ComparedCell {
    verdict: String,
    exit_status: u8,
}

/// How many calls ended how.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Counts {
    /// Panics, stacks that overflowed, and calls that came to no end.
    pub(crate) panics: u64,
    /// How many calls ended with which status.
    statuses: BTreeMap<u8, u64>,
}

impl Commands {
    /// Asks which tier the program in `file` would run on.
    pub(crate) fn explain(&self, file: &Path) -> io::Result<Told> {
        self.call(&self.tiers, &[], &["explain".as_ref()], file)
    }

    /// Says whether the program in `file` is taken for safe on Light.
    pub(crate) fn takes_for_safe(&self, file: &Path) -> io::Result<bool> {
        let verb = ["explain", "--format", "json"].map(OsStr::new);
        let told = self.call(&self.tiers, &[], &verb, file)?;
        let explained: Explained = serde_json::from_slice(&told.0.stdout)?;
        Ok(explained.light_safe)
    }

    /// Compares the program in `file`, where there are cells to do so.
    pub(crate) fn diff(&self, file: &Path) -> io::Result<Option<Told>> {
        let Some(cells) = &self.cells else {
            return Ok(None);
        };
        let mut words = PROCESS_LIMITS.map(OsStr::new).to_vec();
        words.push(self.tiers.as_os_str());
        let verb = ["diff", "--format", "json", "--cells"].map(OsStr::new);
        let verb = [&verb[..], &[cells]].concat();
        let told = self.call(Path::new("/usr/bin/prlimit"), &words, &verb, file)?;
        Ok(Some(told))
    }

    fn call(
        &self,
        program: &Path,
        words: &[&OsStr],
        verb: &[&OsStr],
        file: &Path,
    ) -> io::Result<Told> {
        let mut args: Vec<OsString> = words.iter().map(|&word| word.to_owned()).collect();
        args.extend(["--guests".into(), self.guests.clone()]);
        args.extend(["--project".into(), self.project.clone()]);
        args.extend(verb.iter().map(|&word| word.to_owned()));
        args.push(file.into());
        let variables = [("LC_ALL", "C.UTF-8"), ("PATH", "/usr/bin:/bin")];
        let variables = variables.map(|(name, value)| (name.into(), value.into()));
        let command = Command {
            program: program.to_owned(),
            args,
            environment: Environment::Exactly(variables.into()),
            directory: file.parent().map(Path::to_owned),
            stdin: Stdin::Empty,
        };
        Ok(Told(run_command(&command, Io::captured(), &LIMITS)?))
    }
}

impl Told {
    fn status(&self) -> u8 {
        self.0.ending.status()
    }

    /// Says whether the command line itself broke, whatever the program did.
    pub(crate) fn panicked(&self) -> bool {
        let said = String::from_utf8_lossy(&self.0.stderr);
        self.status() == PANICKED || self.status() > OWN_STATUS_MAX || said.contains("panicked at")
    }

    /// Says whether a cell came to a good end with something else than python3 printed, or where that came to no good end. A
    /// program that was taken for safe must not: nobody would notice.
    pub(crate) fn differs_unnoticed(&self) -> bool {
        let Ok(compared) = serde_json::from_slice::<Compared>(&self.0.stdout) else {
            return false;
        };
        let mut cells = compared.programs.iter().flat_map(|program| &program.cells);
        cells.any(|cell| cell.verdict != "PASS" && cell.exit_status == 0)
    }
}

impl Counts {
    pub(crate) fn count(&mut self, told: &Told) {
        self.panics += u64::from(told.panicked());
        *self.statuses.entry(told.status()).or_default() += 1;
    }
}
