//! The matrix as data: `cells.toml`.

mod cell;

use std::collections::BTreeSet;
use std::path::Path;

use record::{PEERS, Role, SUITE};
use serde::Deserialize;

use crate::LabError;
pub(crate) use cell::RunnerWord;
pub use cell::{Cell, Warm};

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

impl Matrix {
    /// Reads the matrix from the file at `path`.
    pub fn read(path: &Path) -> Result<Self, LabError> {
        let text = fs_err::read_to_string(path)?;
        Self::parse(&text).map_err(|why| LabError::Matrix {
            path: path.to_owned(),
            why,
        })
    }

    /// Reads the matrix from the text of such a file, or says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
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
            self.check_oracle_of(cell)?;
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

    /// A cell that names another oracle has to find it in every `PoC` that it takes part in.
    fn check_oracle_of(&self, cell: &Cell) -> Result<(), String> {
        let Some(wanted) = &cell.oracle else {
            return Ok(());
        };
        let name = &cell.name;
        let mut others = self.cells.iter();
        let oracle = others.find(|other| other.name == *wanted && other.role == Role::OtherOracle);
        let Some(oracle) = oracle else {
            return Err(format!(
                "{name}: its oracle is {wanted}, which is no cell whose role is other-oracle"
            ));
        };
        match cell.pocs.iter().find(|poc| !oracle.takes_part_in(poc)) {
            Some(poc) => Err(format!("{name}: {wanted} takes no part in PoC {poc}")),
            None => Ok(()),
        }
    }

    /// Returns the cell that all others are compared with.
    pub fn oracle(&self) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.role == Role::Oracle)
    }

    /// Returns the oracle that `cell` is compared with: the one it names, or else the first.
    pub fn oracle_of(&self, cell: &Cell) -> Option<&Cell> {
        match &cell.oracle {
            Some(name) => self.cells.iter().find(|other| other.name == *name),
            None => self.oracle(),
        }
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

    /// Returns the matrix without peers: what the paper's PoCs compare. Whether peers are on a machine changes nothing there.
    #[must_use]
    pub fn without_peers(mut self) -> Self {
        self.cells.retain(|cell| cell.role != Role::Peer);
        self
    }

    /// Returns the matrix of the comparison with peers: those, what runs beside them, the oracle and the control. They take
    /// part in it and in no PoC.
    #[must_use]
    pub fn beside_peers(mut self) -> Self {
        self.cells.retain(Cell::is_beside_peers);
        for cell in &mut self.cells {
            cell.pocs = vec![PEERS.to_owned()];
        }
        self
    }

    /// Returns the matrix of a suite's programs: the oracle, the control, and this project's guests on the oracle's target.
    /// They take part in it and in no PoC.
    #[must_use]
    pub fn for_suite(mut self) -> Self {
        let home = self.oracle().map(|oracle| oracle.target.clone());
        self.cells.retain(|cell| {
            let is_guest = cell.session && cell.role == Role::Candidate;
            matches!(cell.role, Role::Oracle | Role::Control)
                || is_guest && Some(&cell.target) == home.as_ref()
        });
        for cell in &mut self.cells {
            cell.pocs = vec![SUITE.to_owned()];
        }
        self
    }

    /// Returns the matrix of the cells on `target` (all of them where it is `all`) and of what they are compared with,
    /// wherever that runs: their oracles, and the control.
    pub fn on(&self, target: &str) -> Result<Self, LabError> {
        let on = |cell: &&Cell| target == "all" || cell.target == target;
        let asked: Vec<&Cell> = self.cells.iter().filter(on).collect();
        if asked.is_empty() {
            let known = list(self.cells.iter().map(|cell| cell.target.as_str()));
            return Err(LabError::NoTarget {
                target: target.to_owned(),
                known,
            });
        }
        let named = |name: &String| asked.iter().any(|cell| cell.oracle.as_ref() == Some(name));
        let compared =
            |cell: &&Cell| matches!(cell.role, Role::Oracle | Role::Control) || named(&cell.name);
        let cells = self.cells.iter();
        let kept = cells.filter(|cell| on(cell) || compared(cell));
        Ok(Self {
            schema: self.schema.clone(),
            cells: kept.cloned().collect(),
        })
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
mod tests;
