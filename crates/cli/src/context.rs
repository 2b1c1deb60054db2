//! What the environment and the options common to all verbs tell.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use lab::{Lab, Project};
use serde::Serialize;
use tiers::Guests;

use crate::failure::{Failure, Kind};

/// The options common to all verbs.
#[derive(Clone, Debug, Args)]
pub(crate) struct Global {
    /// The folder of guests: the programs that hold an interpreter each. Otherwise they are looked for beside this
    /// program, in ../libexec/tiers
    #[arg(
        long,
        global = true,
        env = "TIERS_GUESTS",
        value_name = "DIR",
        hide_env_values = true
    )]
    guests: Option<PathBuf>,
    /// The project's folder: the one with cells.toml. Otherwise it is looked for in this folder and those above it
    #[arg(
        long,
        global = true,
        env = "TIERS_PROJECT",
        value_name = "DIR",
        hide_env_values = true
    )]
    project: Option<PathBuf>,
    /// Show no progress
    #[arg(long, global = true)]
    no_progress: bool,
}

/// How data is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Human,
    /// For programs; the shapes are under results/schema.
    Json,
}

/// What a verb knows of the world.
#[derive(Clone, Debug)]
pub(crate) struct Context {
    global: Global,
}

impl Context {
    pub(crate) fn new(global: Global) -> Self {
        Self { global }
    }

    /// Returns the folder of guests: the one that was named, or else the one beside this program.
    pub(crate) fn guests(&self) -> Result<Guests, Failure> {
        if let Some(folder) = &self.global.guests {
            return Ok(Guests::at(folder));
        }
        Ok(Guests::beside(&std::env::current_exe()?))
    }

    /// Returns the project around the working folder, or the one that was named.
    pub(crate) fn project(&self) -> Result<Project, Failure> {
        let folder = self
            .global
            .project
            .as_deref()
            .unwrap_or_else(|| Path::new("."));
        Ok(Project::around(folder)?)
    }

    /// Returns the matrix of the paper's `PoC`s on this machine.
    pub(crate) fn lab(&self) -> Result<Lab, Failure> {
        Ok(self.lab_with_peers()?.without_peers())
    }

    /// Returns the project's whole matrix on this machine.
    pub(crate) fn lab_with_peers(&self) -> Result<Lab, Failure> {
        Ok(Lab::open(
            self.project()?,
            self.guests()?,
            std::env::home_dir(),
        )?)
    }

    /// Says whether progress is to be shown.
    pub(crate) fn shows_progress(&self) -> bool {
        !self.global.no_progress && std::io::stderr().is_terminal()
    }
}

/// Prints `value` as JSON.
pub(crate) fn print_json<T: Serialize>(value: &T) -> Result<(), Failure> {
    print(&(serde_json::to_string_pretty(value)? + "\n"))
}

/// Prints `text` on stdout. A reader that has gone away is no failure.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    use std::io::Write as _;
    let mut stdout = anstream::stdout();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::new(
            Kind::Failed,
            anyhow::anyhow!("stdout could not be written: {error}"),
        )),
        _ => Ok(()),
    }
}
