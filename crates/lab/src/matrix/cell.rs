//! One cell: a way to run Python on a target, and its command.

use std::ffi::OsString;
use std::path::Path;

use record::{CellPrint, Role};
use serde::Deserialize;

/// Stands in a command for the cell's program.
const PROGRAM: &str = "{program}";
/// Stands for the Python program that is run.
const FILE: &str = "{file}";
/// Stands for that program's arguments.
const ARGS: &str = "{args}";
/// Stands for the guests' folder, with a name in it.
const GUEST: &str = "{guests}/";

/// A way to run Python on a target, and the command that does it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a row of a table, which says yes or no of several things that have nothing to do with each other"
)]
pub struct Cell {
    /// Its name: tier-build-target.
    pub name: String,
    /// `full`, `light`, `oracle` or `peer`.
    pub tier: String,
    /// The way it was built.
    pub build: String,
    /// `x86_64`, `aarch64` or `wasm32-wasip1`.
    pub target: String,
    /// What it is there for.
    #[serde(default)]
    pub role: Role,
    /// Whether it is the build that the paper measured.
    #[serde(default)]
    pub as_paper: bool,
    /// The program's name in the guests' folder.
    pub program: String,
    /// The command, with `{program}`, `{file}` and `{args}` to be filled in. What stands before `{program}` runs it
    /// where the machine itself cannot; `{guests}` is the guests' folder there.
    pub run: Vec<String>,
    /// The command that brings the program to a machine.
    pub provision: String,
    /// The `PoC`s that it takes part in, by their numbers; the oracle takes part in all.
    #[serde(default)]
    pub pocs: Vec<String>,
    /// Whether the program is a guest, with which sessions can be held.
    #[serde(default)]
    pub session: bool,
    /// How an interpreter of it can be had that was prepared before the clock runs.
    pub warm: Option<Warm>,
    /// The one thing in which it differs from the cell before it in the chain of `PoC` 4.5.
    pub factor: Option<String>,
    /// What the output of a failing attempt must hold for it to count as blocked.
    pub obstacle: Option<String>,
    /// The oracle that it is compared with, where that is not the first.
    pub oracle: Option<String>,
    /// Whether its machine code runs on an emulator.
    #[serde(default)]
    pub emulated: bool,
    /// Whether it runs beside the peers, where it is none itself.
    #[serde(default)]
    pub beside_peers: bool,
    /// The files and folders in the guests' folder that are to be installed for it to run Python, with its program among
    /// them or in one of them; where none is named, it is its program alone. What runs the program is not among them.
    #[serde(default)]
    pub files: Vec<String>,
    /// The arguments that have the program say what it is, where a Python program that asks is not the way.
    #[serde(default)]
    pub version: Vec<String>,
    /// The words in a Python program that stand for its arguments, where the command cannot pass any: the text that runs
    /// has a list of them there.
    pub arguments_in: Option<String>,
}

/// How an interpreter can be had that was prepared before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Warm {
    /// A copy of a process that started one.
    Copies,
    /// An instance in a process that goes on.
    Instances,
}

impl Cell {
    /// Says what is wrong with the cell, taken by itself.
    pub(super) fn check(&self) -> Result<(), String> {
        let wrong = self.wrong_in_runner().or_else(|| self.wrong_in_rest());
        match wrong.or_else(|| self.wrong_in_role()) {
            Some(what) => Err(format!("{}: {what}", self.name)),
            None => Ok(()),
        }
    }

    /// What stands before the program has to be the same whatever runs, since a session is begun with it alone; and it
    /// begins with a program of the guests' folder, so that nothing is measured that happens to lie on the machine.
    fn wrong_in_runner(&self) -> Option<String> {
        let Some((runner, _)) = self.split() else {
            return Some(format!("the command must contain {PROGRAM}"));
        };
        if let Some(word) = runner
            .iter()
            .find(|word| [FILE, ARGS].contains(&word.as_str()))
        {
            return Some(format!("{word} stands before {PROGRAM}"));
        }
        let starts = runner.first().is_none_or(|word| word.starts_with(GUEST));
        if !starts {
            return Some(format!(
                "the command must begin with {PROGRAM} or {GUEST}NAME"
            ));
        }
        self.runner().find_map(|word| match word {
            RunnerWord::Guest(name) if !is_file_name(name) => {
                Some(format!("{GUEST}{name} names no file of the guests' folder"))
            }
            RunnerWord::Plain(word) if word.contains('{') => Some(format!(
                "{word} stands before {PROGRAM} and is not understood"
            )),
            _ => None,
        })
    }

    fn wrong_in_rest(&self) -> Option<String> {
        let rest = self.rest();
        if rest.iter().any(|word| word == PROGRAM) {
            return Some(format!("the command contains {PROGRAM} twice"));
        }
        if let Some(word) = rest.iter().find(|word| word.contains("{guests}")) {
            return Some(format!("{word} stands after {PROGRAM}"));
        }
        if self.role == Role::Attempt {
            return None;
        }
        let lacks = |word: &&str| !rest.iter().any(|other| other == word);
        if self.arguments_in.is_some() && !lacks(&ARGS) {
            return Some(format!("arguments_in stands beside {ARGS}"));
        }
        let wanted = [FILE, ARGS].into_iter();
        let mut wanted = wanted.filter(|word| *word != ARGS || self.arguments_in.is_none());
        wanted
            .find(lacks)
            .map(|word| format!("the command lacks {word}"))
    }

    fn wrong_in_role(&self) -> Option<String> {
        if self.role == Role::Attempt && self.obstacle.is_none() {
            return Some("an attempt must name its obstacle".into());
        }
        if self.warm.is_some() && !self.session {
            return Some("only a guest can be prepared".into());
        }
        if self.role == Role::Peer && !self.pocs.is_empty() {
            return Some("a peer takes part in no PoC".into());
        }
        if let Some(name) = self.files.iter().find(|name| !is_file_name(name)) {
            return Some(format!("{name} names nothing in the guests' folder"));
        }
        let judged = self.role == Role::Candidate;
        (self.oracle.is_some() && !judged).then(|| "only a candidate has an oracle".into())
    }

    /// Says whether the cell runs in the comparison with peers.
    pub(super) fn is_beside_peers(&self) -> bool {
        self.beside_peers || matches!(self.role, Role::Oracle | Role::Control | Role::Peer)
    }

    /// Returns the names of what is to be installed for the cell.
    pub(crate) fn installed(&self) -> impl Iterator<Item = &str> {
        let alone = self.files.is_empty().then_some(self.program.as_str());
        self.files.iter().map(String::as_str).chain(alone)
    }

    /// The words of the command before the program, and those after it.
    fn split(&self) -> Option<(&[String], &[String])> {
        let at = self.run.iter().position(|word| word == PROGRAM)?;
        Some((&self.run[..at], &self.run[at + 1..]))
    }

    fn rest(&self) -> &[String] {
        self.split().map_or(&[], |(_, rest)| rest)
    }

    /// Returns what runs the program where the machine itself cannot: the words before it, each either as it stands or
    /// a name in the guests' folder.
    pub(crate) fn runner(&self) -> impl Iterator<Item = RunnerWord<'_>> {
        let words = self.split().map_or(&[][..], |(runner, _)| runner);
        words.iter().map(|word| match word.strip_prefix(GUEST) {
            Some(name) => RunnerWord::Guest(name),
            None => RunnerWord::Plain(word),
        })
    }

    /// Returns the names of the files in the guests' folder that run the program.
    pub(crate) fn runner_names(&self) -> impl Iterator<Item = &str> {
        self.runner().filter_map(|word| match word {
            RunnerWord::Guest(name) => Some(name),
            RunnerWord::Plain(_) => None,
        })
    }

    /// Says whether the cell takes part in a `PoC`.
    pub fn takes_part_in(&self, poc: &str) -> bool {
        self.role == Role::Oracle || self.pocs.iter().any(|id| id == poc)
    }

    /// Returns the arguments that have the cell's program run `file` with `args`.
    pub fn arguments(&self, file: &Path, args: &[OsString]) -> Vec<OsString> {
        let words = |word: &String| match word.as_str() {
            FILE => vec![file.as_os_str().to_owned()],
            ARGS => args.to_vec(),
            _ => vec![OsString::from(word)],
        };
        self.rest().iter().flat_map(words).collect()
    }

    /// Returns what the fingerprint says of the cell.
    pub fn print(&self) -> CellPrint {
        CellPrint {
            name: self.name.clone(),
            tier: self.tier.clone(),
            build: self.build.clone(),
            target: self.target.clone(),
            role: self.role,
            as_paper: self.as_paper,
            pocs: self.pocs.clone(),
            factor: self.factor.clone(),
            obstacle: self.obstacle.clone(),
            oracle: self.oracle.clone(),
            emulated: self.emulated,
        }
    }
}

/// A word of what runs a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RunnerWord<'a> {
    /// A file in the guests' folder.
    Guest(&'a str),
    /// Any other word, for instance an option.
    Plain(&'a str),
}

fn is_file_name(name: &str) -> bool {
    Path::new(name).file_name().is_some_and(|file| file == name)
}
