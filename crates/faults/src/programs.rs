//! Programs that mean harm: each run isolated on Full, and contained on Light.

use std::path::{Path, PathBuf};
use std::process::Command;

use record::{FaultPart, FaultTrials, FaultTrialsSchema, sha256_hex};

use crate::call::{Call, Called};
use crate::{FaultsError, Keep, Setting, TOLD};

/// Where the programs are: apart from all samples, so that nothing which runs those ever runs these. Their first line says what has to become of them; what says nothing is a module of theirs.
const PROGRAMS: &str = "crates/faults/hostile";

/// Stands in the environment of the host. No program may come to know it.
const SECRET: &str = "only-the-host-knows";

/// The status of a host that panicked.
const PANICKED: i32 = 101;

/// A program that means harm, and what has to become of it on Full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hostile {
    /// Its name.
    pub name: String,
    /// The file.
    pub file: PathBuf,
    /// The exit statuses that are good: what breaks may break in more than one way.
    pub statuses: Vec<i32>,
    /// The limits that it is run with, as options of `tiers run`.
    pub options: Vec<String>,
    /// What it has to print, where that is told.
    pub stdout: Option<Vec<u8>>,
}

/// Where a program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Isolated,
    Contained,
}

/// Runs every program `times` times in each way.
pub fn programs(
    setting: &Setting<'_>,
    times: u64,
    kept: &mut impl Keep,
) -> Result<(), FaultsError> {
    let program_sha256 = sha256_hex(&fs_err::read(&setting.tiers)?);
    let found = hostile(setting.project.root())?;
    setting
        .progress
        .stage("programs", found.len() as u64 * times * 2);
    let folder = tempfile::tempdir()?;
    for hostile in &found {
        for way in [Way::Isolated, Way::Contained] {
            let mut row = row(hostile, way, &program_sha256, times);
            if kept.has(&row) {
                continue;
            }
            for _ in 0..times {
                let called = run(setting, folder.path(), hostile, way)?;
                if let Some(harm) = harm(hostile, way, &called) {
                    row.harmed += 1;
                    row.harm.extend((row.harm.len() < TOLD).then_some(harm));
                }
                setting.progress.step(&hostile.name);
            }
            kept.keep(&row)?;
        }
    }
    Ok(())
}

impl Way {
    fn name(self) -> &'static str {
        match self {
            Self::Isolated => "isolated on Full",
            Self::Contained => "contained on Light",
        }
    }

    fn options(self) -> &'static [&'static str] {
        match self {
            Self::Isolated => &["--tier", "full", "--isolated"],
            Self::Contained => &["--tier", "light"],
        }
    }
}

/// Returns the programs that mean harm in the project at `root`, sorted by name.
pub fn hostile(root: &Path) -> Result<Vec<Hostile>, FaultsError> {
    let mut found = Vec::new();
    for entry in fs_err::read_dir(root.join(PROGRAMS))? {
        let file = entry?.path();
        if file.extension().is_some_and(|ending| ending == "py") {
            let source = fs_err::read_to_string(&file)?;
            found.extend(read(&file, &source));
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// Reads a program's first line: `# status 1|134 --timeout 2s`.
fn read(file: &Path, source: &str) -> Option<Hostile> {
    let mut words = source.lines().next()?.strip_prefix("# status ")?.split(' ');
    let statuses = words.next()?.split('|').map(str::parse);
    Some(Hostile {
        name: file.file_stem()?.to_string_lossy().into_owned(),
        statuses: statuses.collect::<Result<_, _>>().ok()?,
        options: words.map(str::to_owned).collect(),
        stdout: fs_err::read(file.with_extension("expected")).ok(),
        file: file.to_owned(),
    })
}

fn run(
    setting: &Setting<'_>,
    folder: &Path,
    hostile: &Hostile,
    way: Way,
) -> Result<Called, FaultsError> {
    let mut command = Command::new(&setting.tiers);
    command
        .arg("run")
        .args(way.options())
        .args(&hostile.options)
        .arg(&hostile.file)
        .env("TIERS_GUESTS", fs_err::canonicalize(setting.guests)?)
        .env("SECRET", SECRET);
    let output = ["stdout", "stderr"].map(|name| folder.join(name));
    Ok(Call { command, output }.finish()?)
}

/// Says what harm a program did, if any. What Light comes to is its own affair: it need not be what CPython comes to.
fn harm(hostile: &Hostile, way: Way, called: &Called) -> Option<String> {
    let told = [&called.stdout, &called.stderr];
    let told = told
        .iter()
        .any(|text| String::from_utf8_lossy(text).contains(SECRET));
    let well = match (way, called.status) {
        (Way::Isolated, Some(status)) => {
            let printed = hostile.stdout.as_ref();
            hostile.statuses.contains(&status)
                && printed.is_none_or(|stdout| *stdout == called.stdout)
        }
        (Way::Contained, Some(status)) => status != PANICKED,
        (_, None) => false,
    };
    (told || !well).then(|| called.to_string())
}

fn row(hostile: &Hostile, way: Way, program_sha256: &str, times: u64) -> FaultTrials {
    FaultTrials {
        schema: FaultTrialsSchema::V1,
        part: FaultPart::Program,
        work: hostile.name.clone(),
        fault: way.name().into(),
        seed: None,
        program_sha256: program_sha256.into(),
        tried: times,
        struck: times,
        harmed: 0,
        harm: Vec::new(),
        counts: std::collections::BTreeMap::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hostile() -> Hostile {
        let source = "# status 1|134 --timeout 2s\nimport os\n";
        read(Path::new("/nowhere/abort.py"), source).unwrap()
    }

    fn called(status: Option<i32>, stdout: &str) -> Called {
        Called {
            status,
            stdout: stdout.into(),
            stderr: Vec::new(),
        }
    }

    #[test]
    fn the_first_line_says_what_has_to_become_of_a_program() {
        let hostile = hostile();
        assert_eq!(hostile.statuses, [1, 134]);
        assert_eq!(hostile.options, ["--timeout", "2s"]);
        assert_eq!(read(Path::new("module.py"), "import os\n"), None);
    }

    #[test]
    fn harm_is_another_ending_another_output_or_a_secret() {
        let hostile = Hostile {
            stdout: Some(b"no\n".to_vec()),
            ..hostile()
        };
        let is_harm = |way, called: &Called| harm(&hostile, way, called).is_some();
        assert!(!is_harm(Way::Isolated, &called(Some(134), "no\n")));
        assert!(is_harm(Way::Isolated, &called(Some(0), "no\n")));
        assert!(is_harm(Way::Isolated, &called(Some(1), "yes\n")));
        assert!(is_harm(Way::Isolated, &called(None, "no\n")));
        assert!(!is_harm(Way::Contained, &called(Some(0), "yes\n")));
        assert!(is_harm(Way::Contained, &called(Some(0), SECRET)));
        assert!(is_harm(Way::Contained, &called(Some(PANICKED), "")));
    }
}
