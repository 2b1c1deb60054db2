//! Decisions that are planted: programs that were never found safe go to Light first, and differ there in every way there is.

use std::fs;
use std::io::Read as _;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tier_api::{Any, Program, TierId};

use super::{Comparison, Completed, ExecuteError, Trip};
use crate::{
    Cancel, Choice, Counts, Decision, Ending, Guests, Host, Io, Job, Limits, On, Sink, Stdin,
};

mod called_off;
mod contained;
mod texts;
mod trips;

/// On Light, and on Light alone, does what follows.
const ON_LIGHT: &str = "import sys\nif sys.implementation.name == 'rustpython':\n    ";

#[expect(
    clippy::disallowed_methods,
    reason = "a test is told by its environment where the guests are"
)]
fn guests() -> PathBuf {
    std::env::var_os("TIERS_GUESTS")
        .expect("TIERS_GUESTS is not set: ./artifact cargo sets it")
        .into()
}

fn host() -> Host {
    Host::new(Guests::at(guests()))
}

fn minute() -> Limits {
    Limits {
        time: Some(Duration::from_mins(1)),
        ..Limits::default()
    }
}

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    fn job(&self, text: &str) -> Job {
        let file = self.write("program.py", text);
        Job::file(Program::new(file)).limits(minute())
    }

    /// Returns a folder with these of the guests.
    fn with_guests(names: &[&str]) -> Self {
        let folder = Self::new();
        for name in names {
            symlink(guests().join(name), folder.0.path().join(name)).unwrap();
        }
        folder
    }

    fn host(&self) -> Host {
        Host::new(Guests::at(self.0.path()))
    }
}

fn light_chosen() -> Decision {
    Decision {
        tier: Choice::Light,
        light_safe: true,
        hot: false,
        reasons: Vec::new(),
    }
}

/// Carries out `job` as if Light had been decided for.
fn planted(host: &Host, job: &Job) -> Result<Completed, ExecuteError> {
    let mut plan = host.plan(job)?;
    plan.decision = Some(light_chosen());
    host.carry_out(&plan, Io::captured())
}
