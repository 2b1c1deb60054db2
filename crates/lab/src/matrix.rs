//! The matrix as data: `cells.toml`.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;

use record::{CellPrint, Role};
use serde::Deserialize;

use crate::LabError;

/// The only shape of `cells.toml` so far.
const SCHEMA: &str = "tiers.cells/1";

/// All cells, in the file's order.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matrix {
    schema: String,
    /// The cells.
    #[serde(rename = "cell")]
    pub cells: Vec<Cell>,
}

/// A way to run Python on a target, and the command that does it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// Its name: tier-build-target.
    pub name: String,
    /// `full`, `light`, or `oracle`.
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
    /// The command, with `{program}`, `{file}` and `{args}` to be filled in.
    pub run: Vec<String>,
    /// The command that brings the program to a machine.
    pub provision: String,
    /// The `PoC`s that it takes part in, by their numbers; the oracle takes part in all.
    #[serde(default)]
    pub pocs: Vec<String>,
    /// Whether the program is a guest, with which sessions can be held.
    #[serde(default)]
    pub session: bool,
    /// The one thing in which it differs from the cell before it in the chain of `PoC` 4.5.
    pub factor: Option<String>,
    /// What the output of a failing attempt must hold for it to count as blocked.
    pub obstacle: Option<String>,
    /// The oracle that it is compared with, where that is not the first.
    pub oracle: Option<String>,
    /// Whether its machine code runs on an emulator.
    #[serde(default)]
    pub emulated: bool,
}

impl Matrix {
    /// Reads the matrix from the file at `path`.
    pub fn read(path: &Path) -> Result<Self, LabError> {
        let text = fs_err::read_to_string(path)?;
        Self::parse(&text).map_err(|why| LabError::Matrix {
            path: path.to_owned(),
            why,
        })
    }

    fn parse(text: &str) -> Result<Self, String> {
        let matrix: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        matrix.check()?;
        Ok(matrix)
    }

    fn check(&self) -> Result<(), String> {
        if self.schema != SCHEMA {
            return Err(format!(
                "its schema is {:?}, and {SCHEMA:?} was expected",
                self.schema
            ));
        }
        let mut names = BTreeSet::new();
        for cell in &self.cells {
            if !names.insert(&cell.name) {
                return Err(format!("there are two cells called {}", cell.name));
            }
            cell.check()?;
        }
        let oracles = self
            .cells
            .iter()
            .filter(|cell| cell.role == Role::Oracle)
            .count();
        if oracles != 1 {
            return Err(format!(
                "there must be one cell whose role is oracle; there are {oracles}"
            ));
        }
        Ok(())
    }

    /// Returns the cell that all others are compared with.
    pub fn oracle(&self) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.role == Role::Oracle)
    }

    /// Returns the cell called `name`.
    pub fn cell(&self, name: &str) -> Result<&Cell, LabError> {
        self.cells
            .iter()
            .find(|cell| cell.name == name)
            .ok_or_else(|| LabError::NoCell {
                name: name.to_owned(),
                known: list(self.cells.iter().map(|cell| cell.name.as_str())),
            })
    }

    /// Returns the cells on `target` (all of them where it is `all`), and the oracle, wherever it runs.
    pub fn with_oracle(&self, target: &str) -> Result<Vec<Cell>, LabError> {
        let on = |cell: &&Cell| target == "all" || cell.target == target;
        if !self.cells.iter().any(|cell| on(&cell)) {
            let known = list(self.cells.iter().map(|cell| cell.target.as_str()));
            return Err(LabError::NoTarget {
                target: target.to_owned(),
                known,
            });
        }
        let wanted = |cell: &&Cell| on(cell) || cell.role == Role::Oracle;
        Ok(self.cells.iter().filter(wanted).cloned().collect())
    }
}

impl Cell {
    fn check(&self) -> Result<(), String> {
        let name = &self.name;
        let lacks = |word: &str| !self.run.iter().any(|other| other == word);
        if self.run.first().map(String::as_str) != Some("{program}") {
            return Err(format!("{name}: the command must begin with {{program}}"));
        }
        if self.role == Role::Attempt {
            return match self.obstacle {
                Some(_) => Ok(()),
                None => Err(format!("{name}: an attempt must name its obstacle")),
            };
        }
        match ["{file}", "{args}"].into_iter().find(|word| lacks(word)) {
            Some(word) => Err(format!("{name}: the command lacks {word}")),
            None => Ok(()),
        }
    }

    /// Says whether the cell takes part in a `PoC`.
    pub fn takes_part_in(&self, poc: &str) -> bool {
        self.role == Role::Oracle || self.pocs.iter().any(|id| id == poc)
    }

    /// Returns the arguments that have the cell's program run `file` with `args`.
    pub fn arguments(&self, file: &Path, args: &[OsString]) -> Vec<OsString> {
        let words = |word: &String| match word.as_str() {
            "{file}" => vec![file.as_os_str().to_owned()],
            "{args}" => args.to_vec(),
            _ => vec![OsString::from(word)],
        };
        self.run.iter().skip(1).flat_map(words).collect()
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

/// Returns the distinct `names`, sorted, with commas between them.
pub(crate) fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELL: &str = "[[cell]]\nname = \"a\"\ntier = \"oracle\"\nbuild = \"b\"\ntarget = \"t\"\n\
        role = \"oracle\"\nprogram = \"p\"\nrun = [\"{program}\", \"-x\", \"{file}\", \"{args}\"]\n\
        provision = \"make\"\n";

    fn text(cells: &str) -> String {
        format!("schema = \"{SCHEMA}\"\n{cells}")
    }

    #[test]
    fn commands_are_filled_in() {
        let matrix = Matrix::parse(&text(CELL)).unwrap();
        let arguments = matrix.cells[0].arguments(Path::new("f.py"), &["1".into(), "2".into()]);
        assert_eq!(arguments, ["-x", "f.py", "1", "2"]);
    }

    #[test]
    fn what_is_wrong_is_said() {
        let check = |cells: &str, why: &str| {
            let error = Matrix::parse(cells).unwrap_err();
            assert!(error.contains(why), "{error}");
        };
        check(&text(&format!("{CELL}{CELL}")), "two cells called a");
        check(&text(&CELL.replace("{file}", "x")), "lacks {file}");
        check(
            &text(&CELL.replace("[\"{program}\", ", "[")),
            "must begin with",
        );
        check(
            &text(&CELL.replace("\"oracle\"\nprogram", "\"control\"\nprogram")),
            "one cell whose",
        );
        check(
            &text(&CELL.replace("provision", "provisions")),
            "unknown field",
        );
        check(
            &CELL.replace("[[cell]]", "schema = \"x\"\n[[cell]]"),
            "was expected",
        );
    }

    #[test]
    fn unknown_names_are_answered_with_the_known() {
        let matrix = Matrix::parse(&text(CELL)).unwrap();
        assert_eq!(
            matrix.cell("b").unwrap_err().to_string(),
            "there is no cell b in cells.toml; there are: a"
        );
        assert!(
            matrix
                .with_oracle("u")
                .unwrap_err()
                .to_string()
                .ends_with("cells on: t")
        );
        assert_eq!(matrix.with_oracle("all").unwrap().len(), 1);
    }
}
