//! One process of a cell, and the observations it leaves.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use record::{Metric, Unit, Value, sha256_hex};
use tiers::{Command, Environment, Finished, Io, Limits, run_command};

use crate::{Cell, Lab, LabError, PYTHON_HASH_SEED, Provisioned};

/// No sample takes nearly as long; what does has hung.
pub(crate) const LIMITS: Limits = Limits {
    time: Some(Duration::from_mins(2)),
    output_bytes: Some(64 << 20),
    memory_bytes: None,
};

/// What a process did.
pub type Observation = Finished;

impl Lab {
    /// Runs `file` with `args` on a cell, from the file's own folder, so that no folder's name gets into its output.
    pub(crate) fn observe(
        &self,
        cell: &Cell,
        provisioned: &Provisioned,
        file: &Path,
        args: &[OsString],
    ) -> Result<Observation, LabError> {
        let written = written_in(cell, file, args)?;
        let file = written.as_ref().map_or(file, |written| &written.file);
        self.observe_command(&command(cell, provisioned, file, args))
    }

    /// Runs a command as every measured process is run.
    pub(crate) fn observe_command(&self, command: &Command) -> Result<Observation, LabError> {
        let mut observation = run_command(command, Io::captured(), &LIMITS)?;
        observation.stderr = self.without_folders(&observation.stderr);
        Ok(observation)
    }

    /// Returns what a process complained of without the names of this machine's folders: the project's is `.`, the user's
    /// home `~`, and a registry of crates has no name. Records are for others to read. What was printed on stdout is never touched; its bytes are what is
    /// compared.
    pub(crate) fn without_folders(&self, stderr: &[u8]) -> Vec<u8> {
        let mut text = String::from_utf8_lossy(stderr).into_owned();
        let project = Some((self.project.root(), "./"));
        let home = self.home.as_deref().map(|home| (home, "~/"));
        for (folder, short) in project.into_iter().chain(home) {
            text = text.replace(&format!("{}/", folder.display()), short);
        }
        without_registry(&text).into_bytes()
    }
}

/// The folder in which cargo keeps the sources of crates, a folder for each registry.
const CRATES: &str = "/registry/src/";

/// A panic names the source of the crate that it is in; which registry that came from is the builder's own affair.
fn without_registry(text: &str) -> String {
    let mut parts = text.split(CRATES);
    let first = parts.next().unwrap_or_default().to_owned();
    let in_registry = parts.map(|part| part.split_once('/').map_or(part, |(_, file)| file));
    in_registry.fold(first, |text, file| text + CRATES + file)
}

/// A copy of a program with its arguments written in.
struct Written {
    _folder: tempfile::TempDir,
    file: PathBuf,
}

/// Returns a copy of the program in `file` that has `args` in its text, for a cell whose command takes none. It is there
/// before a clock runs, under the same name.
fn written_in(cell: &Cell, file: &Path, args: &[OsString]) -> Result<Option<Written>, LabError> {
    let Some(words) = cell.arguments_in.as_ref().filter(|_| !args.is_empty()) else {
        return Ok(None);
    };
    let folder = tempfile::tempdir()?;
    let copy = folder.path().join(file.file_name().unwrap_or_default());
    let args: Vec<_> = args.iter().map(|arg| arg.to_string_lossy()).collect();
    let source = fs_err::read_to_string(file)?;
    fs_err::write(&copy, source.replace(words, &format!("{args:?}")))?;
    Ok(Some(Written {
        _folder: folder,
        file: copy,
    }))
}

/// Returns the command that runs `file` with `args` on a cell.
pub(crate) fn command(
    cell: &Cell,
    provisioned: &Provisioned,
    file: &Path,
    args: &[OsString],
) -> Command {
    let name = file.file_name().map_or(file, Path::new);
    Command {
        directory: file.parent().map(Path::to_owned),
        ..provisioned.command(cell.arguments(name, args))
    }
}

/// Returns the environment of every process that is measured or asked: the same everywhere, and nothing of this machine's. What
/// is not named here cannot be told, so no secret of a user's gets into what is recorded.
pub(crate) fn environment() -> Environment {
    let variables = [
        ("LC_ALL", "C.UTF-8".to_owned()),
        ("PATH", "/usr/bin:/bin".to_owned()),
        ("PYTHONHASHSEED", PYTHON_HASH_SEED.to_string()),
    ];
    let variables: BTreeMap<OsString, OsString> = variables
        .into_iter()
        .map(|(name, value)| (name.into(), value.into()))
        .collect();
    Environment::Exactly(variables)
}

/// Returns a duration as it is recorded.
pub(crate) fn nanoseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

/// Returns what is recorded of every process. The memory that it took is not among it: see [`Lab::weigh`].
pub(crate) fn measurements(observation: &Observation) -> Vec<(Metric, Value, Unit)> {
    let usage = &observation.usage;
    vec![
        (
            Metric::Stdout,
            Value::Text(sha256_hex(&observation.stdout)),
            Unit::Sha256,
        ),
        (
            Metric::Stderr,
            Value::Text(sha256_hex(&observation.stderr)),
            Unit::Sha256,
        ),
        (
            Metric::ExitStatus,
            Value::Number(observation.ending.status().into()),
            Unit::Status,
        ),
        (
            Metric::Wall,
            Value::Number(nanoseconds(observation.wall)),
            Unit::Ns,
        ),
        (
            Metric::CpuUser,
            Value::Number(nanoseconds(usage.user)),
            Unit::Ns,
        ),
        (
            Metric::CpuSystem,
            Value::Number(nanoseconds(usage.system)),
            Unit::Ns,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use tiers::Guests;

    use super::*;
    use crate::Project;

    #[test]
    fn folders_of_this_machine_are_not_seen_in_complaints() {
        let project = Project::around(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let root = project.root().display().to_string();
        let lab = Lab::open(project, Guests::at("nowhere"), Some("/home/ada".into())).unwrap();
        let said = b"File \"/home/ada/x.py\" and /home/adam/y.py \xff\n";
        let kept = lab.without_folders(&[said, root.as_bytes(), b"/cells.toml\n"].concat());
        let kept = String::from_utf8(kept).unwrap();
        assert_eq!(
            kept,
            "File \"~/x.py\" and /home/adam/y.py \u{fffd}\n./cells.toml\n"
        );
    }

    #[test]
    fn arguments_are_written_into_a_copy_where_no_command_takes_them() {
        let cell = |more: &str| -> Cell {
            toml::from_str(&format!(
                "name = \"c\"\ntier = \"t\"\nbuild = \"b\"\ntarget = \"t\"\nprogram = \"p\"\n\
                 run = [\"{{program}}\", \"{{file}}\"]\nprovision = \"p\"\n{more}"
            ))
            .unwrap()
        };
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("program.py");
        let source = "import sys\nprint(sys.argv[1:])\n";
        fs_err::write(&file, source).unwrap();
        let args = ["3".into(), "it's".into()];
        let takes_none = cell("arguments_in = \"sys.argv[1:]\"\n");
        let written = written_in(&takes_none, &file, &args).unwrap().unwrap();
        assert_eq!(written.file.file_name(), file.file_name());
        let text = fs_err::read_to_string(&written.file).unwrap();
        assert_eq!(text, "import sys\nprint([\"3\", \"it's\"])\n");
        assert_eq!(fs_err::read_to_string(&file).unwrap(), source);
        assert!(written_in(&takes_none, &file, &[]).unwrap().is_none());
        assert!(written_in(&cell(""), &file, &args).unwrap().is_none());
    }

    #[test]
    fn a_registry_has_no_name_in_complaints() {
        let said = "at ~/.cargo/registry/src/some.registry-1f/vm-0.5.0/src/a.rs:8, \
            at ~/.cargo/registry/src/other-2/b.rs, ends in /registry/src/";
        assert_eq!(
            without_registry(said),
            "at ~/.cargo/registry/src/vm-0.5.0/src/a.rs:8, \
            at ~/.cargo/registry/src/b.rs, ends in /registry/src/"
        );
        assert_eq!(without_registry("nothing of it\n"), "nothing of it\n");
    }
}
