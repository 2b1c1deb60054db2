//! What of the project's cells this machine has.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use tiers::{Command, Guests, Stdin};

use crate::matrix::RunnerWord;
use crate::observe::environment;
use crate::{Cell, LabError, Matrix, Observation, Project};

/// The project's matrix on this machine.
#[derive(Clone, Debug)]
pub struct Lab {
    /// The project.
    pub project: Project,
    /// Its matrix.
    pub matrix: Matrix,
    /// Where the programs of cells are.
    pub guests: Guests,
    /// The user's home folder, which is not to be seen in records.
    pub home: Option<PathBuf>,
}

/// A cell's program on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provisioned {
    /// The file.
    pub program: PathBuf,
    /// What runs it where the machine itself cannot: a program and its first arguments. Otherwise nothing.
    pub runner: Vec<OsString>,
    /// How it was built, as its builder wrote down.
    pub build: BTreeMap<String, String>,
}

/// What a cell lacks on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The name of the file that is missing.
    pub missing: String,
    /// The command that provides it.
    pub provision: String,
}

impl Lab {
    /// Returns the lab of `project` with the programs in `guests`, for a user whose home folder is `home`.
    pub fn open(project: Project, guests: Guests, home: Option<PathBuf>) -> Result<Self, LabError> {
        let matrix = Matrix::read(&project.root().join("cells.toml"))?;
        Ok(Self {
            project,
            matrix,
            guests,
            home,
        })
    }

    /// Returns the lab with no other cells than those on `target`, or all, and what they are compared with.
    pub fn on(self, target: &str) -> Result<Self, LabError> {
        let matrix = self.matrix.on(target)?;
        Ok(Self { matrix, ..self })
    }

    /// Returns the lab of the paper's `PoC`s: see [`Matrix::without_peers`].
    #[must_use]
    pub fn without_peers(self) -> Self {
        let matrix = self.matrix.without_peers();
        Self { matrix, ..self }
    }

    /// Returns the lab of the comparison with peers: see [`Matrix::beside_peers`].
    #[must_use]
    pub fn beside_peers(self) -> Self {
        let matrix = self.matrix.beside_peers();
        Self { matrix, ..self }
    }

    /// Returns the lab of a suite's programs: see [`Matrix::for_suite`].
    #[must_use]
    pub fn for_suite(self) -> Self {
        let matrix = self.matrix.for_suite();
        Self { matrix, ..self }
    }

    /// Returns the program of `cell` and what runs it, or what this machine lacks for the cell. The oracle that it names
    /// is among this: without it nobody can tell whether what the cell prints is right.
    pub fn look_for(&self, cell: &Cell) -> Result<Provisioned, Lack> {
        let lack = |missing: &str| Lack {
            missing: missing.to_owned(),
            provision: cell.provision.clone(),
        };
        let program = self.guests.program(&cell.program);
        let program = program.map_err(|_| lack(&cell.program))?;
        let runner = self.runner(cell).map_err(lack)?;
        if cell.oracle.is_some()
            && let Some(oracle) = self.matrix.oracle_of(cell)
        {
            self.look_for(oracle)?;
        }
        Ok(Provisioned {
            program,
            runner,
            build: self.build_of(&cell.program),
        })
    }

    /// Returns the program of `cell` and what runs it, or none where this machine lacks anything of it.
    pub fn provisioned(&self, cell: &Cell) -> Option<Provisioned> {
        self.look_for(cell).ok()
    }

    /// Returns the words before the program, those of the guests' folder as paths; or the name of the file that is not
    /// there. The first is started, so it is found as all programs are; the others are read under the names they have.
    fn runner<'c>(&self, cell: &'c Cell) -> Result<Vec<OsString>, &'c str> {
        let mut words = Vec::new();
        for word in cell.runner() {
            words.push(match word {
                RunnerWord::Plain(word) => word.into(),
                RunnerWord::Guest(name) => {
                    let found = self.guests.program(name).map_err(|_| name)?;
                    let is_started = words.is_empty();
                    let path = if is_started {
                        found
                    } else {
                        self.guests.folder().join(name)
                    };
                    path.into()
                }
            });
        }
        Ok(words)
    }

    /// Returns how the file of that name among the guests was built. Where nobody wrote it down, nothing is known of it.
    pub(crate) fn build_of(&self, name: &str) -> BTreeMap<String, String> {
        let sidecar = self.guests.folder().join(format!("{name}.build.json"));
        read_sidecar(&fs_err::read(sidecar).unwrap_or_default())
    }

    /// Runs the program at `file` on a cell, as every measured process is run, and records nothing.
    pub fn run(&self, cell: &Cell, file: &Path) -> Result<Observation, LabError> {
        self.run_with(cell, file, &[])
    }

    /// The same with arguments for the program.
    pub fn run_with(
        &self,
        cell: &Cell,
        file: &Path,
        args: &[OsString],
    ) -> Result<Observation, LabError> {
        let provisioned = self.must_have(cell)?;
        self.observe(cell, &provisioned, &fs_err::canonicalize(file)?, args)
    }

    /// Returns the oracle and its program.
    pub fn oracle(&self) -> Result<(&Cell, Provisioned), LabError> {
        let path = self.project.root().join("cells.toml");
        let why = "there is no oracle".to_owned();
        let cell = self.matrix.oracle().ok_or(LabError::Matrix { path, why })?;
        Ok((cell, self.must_have(cell)?))
    }

    fn must_have(&self, cell: &Cell) -> Result<Provisioned, LabError> {
        self.look_for(cell)
            .map_err(|lack| LabError::NotProvisioned {
                cell: cell.name.clone(),
                provision: lack.provision,
            })
    }
}

impl Provisioned {
    /// Returns the machine code that was compiled ahead of time of a WebAssembly program, beside it; none where there is none.
    pub(crate) fn compiled(&self) -> Option<PathBuf> {
        let extension = self.program.extension();
        let compiled = self.program.with_extension("cwasm");
        (extension.is_some_and(|extension| extension == "wasm") && compiled.is_file())
            .then_some(compiled)
    }

    /// Returns the command that starts the program with `args`, in an environment that holds nothing of this machine's.
    pub(crate) fn command(&self, args: Vec<OsString>) -> Command {
        let started = |program: PathBuf, args| Command {
            program,
            args,
            environment: environment(),
            directory: None,
            stdin: Stdin::Empty,
        };
        match self.runner.split_first() {
            None => started(self.program.clone(), args),
            Some((runner, words)) => {
                let program = self.program.clone().into_os_string();
                let words = words.iter().cloned().chain([program]);
                started(runner.into(), words.chain(args).collect())
            }
        }
    }
}

/// Returns what the text of a `NAME.build.json` says of how a program was built: nothing, where it is not of that shape.
pub fn read_sidecar(text: &[u8]) -> BTreeMap<String, String> {
    serde_json::from_slice(text).unwrap_or_default()
}

#[cfg(test)]
mod tests;
