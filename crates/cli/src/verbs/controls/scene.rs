//! A small project in a folder of its own, in which things are made wrong.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use lab::{Lab, LabError, Observation};
use record::sha256_hex;
use report::controls::{RIGHT, WRONG, half};
use tiers::{Command, Environment, Io, Limits, Stdin, run_command};

/// None of the commands takes nearly as long.
const LIMITS: Limits = Limits {
    time: Some(Duration::from_mins(1)),
    output_bytes: Some(1 << 20),
    memory_bytes: None,
};

/// The program that is run on the scene's cells.
const SAMPLE: &str = "for name in ('first', 'second'):\n    print(name, len(name))\n";

/// A program for which Light is wrong.
const LIGHT_IS_WRONG: &str = "print('begin')\nprint(round(2.675, 2))\n";

/// A guest: the python3 beside it. The swapped one prints the same.
const GUEST: &str = "#!/bin/sh\nexec \"${0%/*}/python3\" \"$@\"\n";
const SWAPPED: &str = "#!/bin/sh\n# not what was built\nexec \"${0%/*}/python3\" \"$@\"\n";

/// The folders of samples that every project has.
const SAMPLES: [&str; 6] = [
    "samples/divergences",
    "samples/idioms",
    "samples/isolation",
    "samples/speed",
    "samples/syntax",
    "samples/values",
];

/// Where the scene's records lie.
const RECORDS: &str = "results/records.jsonl";
const COMPLETE: &str = "results/complete.json";

/// What a command did, the name it is recorded under, and its command line.
pub(super) struct Trial {
    pub(super) name: String,
    pub(super) words: String,
    pub(super) did: Observation,
}

/// The folder, and where the commands find what is not in it.
pub(super) struct Scene {
    folder: tempfile::TempDir,
    tiers: PathBuf,
    /// The project and the guests around the scene.
    outside: [PathBuf; 2],
}

impl Scene {
    /// Sets up the project: three cells over the oracle, one of which prints one byte otherwise.
    pub(super) fn set(lab: &Lab) -> Result<Self, LabError> {
        let folder = tempfile::tempdir()?;
        let (_, oracle) = lab.oracle()?;
        let guests = fs_err::canonicalize(lab.guests.folder())?;
        let scene = Self {
            folder,
            tiers: std::env::current_exe()?,
            outside: [lab.project.root().to_owned(), guests],
        };
        for folder in ["guests", "programs"].iter().chain(&SAMPLES) {
            fs_err::create_dir_all(scene.path(folder))?;
        }
        let python3 = fs_err::canonicalize(&oracle.program)?;
        fs_err::os::unix::fs::symlink(python3, scene.path("guests/python3"))?;
        scene.write("cells.toml", include_str!("cells.toml"))?;
        scene.write("samples/syntax/names.py", SAMPLE)?;
        scene.write("programs/rounds.py", LIGHT_IS_WRONG)?;
        let sidecar = format!("{{\"sha256\": \"{}\"}}\n", sha256_hex(GUEST.as_bytes()));
        scene.write("guests/guest.build.json", &sidecar)?;
        scene.write_guest(GUEST)?;
        Ok(scene)
    }

    /// Runs every control, each without its fault first.
    pub(super) fn play(&self) -> Result<Vec<Trial>, LabError> {
        let mut trials = self.sample()?;
        let mut guest = vec![self.inside("swapped_guest", RIGHT, &poc("results"))?];
        // Without records of a run that went well there is nothing to make wrong.
        if self.path(COMPLETE).exists() {
            trials.extend(self.records()?);
        }
        self.write_guest(SWAPPED)?;
        guest.push(self.inside("swapped_guest", WRONG, &poc("swapped"))?);
        trials.extend(guest);
        trials.extend(self.rule()?);
        Ok(trials)
    }

    fn sample(&self) -> io::Result<Vec<Trial>> {
        let diff = |cell| ["diff", "--cells", cell, "samples/syntax/names.py"];
        Ok(vec![
            self.inside("mutated_sample", RIGHT, &diff("as-it-is"))?,
            self.inside("mutated_sample", WRONG, &diff("one-byte-off"))?,
        ])
    }

    /// The records that the first run left, made wrong in three ways; each time the rest is as it was.
    fn records(&self) -> io::Result<Vec<Trial>> {
        let claims = ["claims", "--results", "results"];
        let (records, complete) = (self.read(RECORDS)?, self.read(COMPLETE)?);
        let mut trials = Vec::new();

        trials.push(self.inside("corrupted_record", RIGHT, &claims)?);
        let status = "\"metric\":\"exit_status\",\"value\":";
        let changed = records.replacen(&format!("{status}0"), &format!("{status}1"), 1);
        self.write(RECORDS, &changed)?;
        trials.push(self.inside("corrupted_record", WRONG, &claims)?);

        self.write(RECORDS, &records)?;
        fs_err::remove_file(self.path(COMPLETE))?;
        trials.push(self.inside("corrupted_line", RIGHT, &claims)?);
        self.write(RECORDS, &records.replacen("\n{", "\n(", 1))?;
        trials.push(self.inside("corrupted_line", WRONG, &claims)?);

        self.write(RECORDS, &records)?;
        self.write(COMPLETE, &complete)?;
        trials.push(self.inside("corrupted_output", RIGHT, &claims)?);
        self.flip_a_byte_of_an_output()?;
        trials.push(self.inside("corrupted_output", WRONG, &claims)?);
        Ok(trials)
    }

    /// The dispatcher, judged with the project's own guests.
    fn rule(&self) -> io::Result<Vec<Trial>> {
        let corpus = ["corpus", "programs", "--results", "trials"];
        let planted = [&corpus[..], &["--negative-control"]].concat();
        Ok(vec![
            self.outside("wrong_rule", RIGHT, &corpus)?,
            self.outside("wrong_rule", WRONG, &planted)?,
        ])
    }

    fn flip_a_byte_of_an_output(&self) -> io::Result<()> {
        let kept = fs_err::read_dir(self.path("results/blobs"))?;
        let mut paths = kept
            .map(|entry| Ok(entry?.path()))
            .collect::<io::Result<Vec<PathBuf>>>()?;
        paths.sort();
        for path in paths {
            let mut bytes = fs_err::read(&path)?;
            if let Some(byte) = bytes.first_mut() {
                *byte ^= 1;
                return fs_err::write(path, bytes);
            }
        }
        Ok(())
    }

    /// Runs a command on the scene's own project and guests.
    fn inside(&self, control: &str, which: &str, args: &[&str]) -> io::Result<Trial> {
        let here = [self.folder.path().to_owned(), self.path("guests")];
        self.call(&here, half(control, which), args)
    }

    /// Runs a command on the project and the guests around the scene.
    fn outside(&self, control: &str, which: &str, args: &[&str]) -> io::Result<Trial> {
        self.call(&self.outside, half(control, which), args)
    }

    /// Runs a command in the scene's folder, so that no folder's name gets into what it says.
    fn call(&self, at: &[PathBuf; 2], name: String, args: &[&str]) -> io::Result<Trial> {
        let variables = [
            ("TIERS_PROJECT", at[0].clone().into_os_string()),
            ("TIERS_GUESTS", at[1].clone().into_os_string()),
            ("NO_COLOR", "1".into()),
            ("LC_ALL", "C.UTF-8".into()),
            ("PATH", "/usr/bin:/bin".into()),
        ];
        let variables = variables.map(|(name, value)| (OsString::from(name), value));
        let command = Command {
            program: self.tiers.clone(),
            args: args.iter().map(OsString::from).collect(),
            environment: Environment::Exactly(BTreeMap::from(variables)),
            directory: Some(self.folder.path().to_owned()),
            stdin: Stdin::Empty,
        };
        let did = run_command(&command, Io::captured(), &LIMITS)?;
        let words = format!("tiers {}", args.join(" "));
        Ok(Trial { name, words, did })
    }

    fn write_guest(&self, script: &str) -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt as _;
        self.write("guests/guest", script)?;
        let executable = std::fs::Permissions::from_mode(0o755);
        fs_err::set_permissions(self.path("guests/guest"), executable)
    }

    fn write(&self, name: &str, text: &str) -> io::Result<()> {
        fs_err::write(self.path(name), text)
    }

    fn read(&self, name: &str) -> io::Result<String> {
        fs_err::read_to_string(self.path(name))
    }

    fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }
}

fn poc(results: &str) -> [&str; 5] {
    ["poc", "2", "--quick", "--results", results]
}
