//! The project's files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use record::Divergence;

use crate::LabError;
use crate::matrix::list;

/// The project: a folder with `cells.toml`, samples and the book's sources.
#[derive(Clone, Debug)]
pub struct Project {
    root: PathBuf,
}

/// A Python program with a name under which it is recorded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sample {
    /// For instance `04_abc_abstractmethod`, or `divergences/value/silent_values`.
    pub name: String,
    /// The file.
    pub path: PathBuf,
}

/// A program that leaves something behind, and one that looks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// What is left, for instance `environment`.
    pub kind: String,
    /// The program that leaves it.
    pub leave: PathBuf,
    /// The program that looks for it.
    pub look: PathBuf,
}

impl Project {
    /// Returns the project in `folder` or the nearest one above it.
    pub fn around(folder: &Path) -> Result<Self, LabError> {
        let folder = fs_err::canonicalize(folder)?;
        let root = folder
            .ancestors()
            .find(|folder| folder.join("cells.toml").is_file());
        let root = root
            .ok_or_else(|| LabError::NoProject(folder.clone()))?
            .to_owned();
        Ok(Self { root })
    }

    /// Returns the project's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the 20 idiom samples (and whatever was put beside them), by name.
    pub fn idioms(&self) -> Result<Vec<Sample>, LabError> {
        self.samples("samples/idioms", "")
    }

    /// Returns the programs that show known differences, as `divergences/FAMILY/NAME`.
    pub fn divergences(&self) -> Result<Vec<Sample>, LabError> {
        let entries = self.catalogue()?.into_iter();
        Ok(entries.map(|(sample, _)| sample).collect())
    }

    /// Returns the catalogue of known differences: each program, and what it says of itself. A program that lacks what an
    /// entry must have is refused.
    pub fn catalogue(&self) -> Result<Vec<(Sample, Divergence)>, LabError> {
        let folder = self.root.join("samples/divergences");
        let mut samples = Vec::new();
        for entry in fs_err::read_dir(folder)? {
            let entry = entry?;
            if entry.path().is_dir() {
                let family = format!("divergences/{}", entry.file_name().to_string_lossy());
                samples.extend(self.samples(&format!("samples/{family}"), &format!("{family}/"))?);
            }
        }
        samples.sort();
        let entries = samples.into_iter().map(|sample| {
            let divergence = read_divergence(&sample.path)?;
            Ok((sample, divergence))
        });
        entries.collect()
    }

    /// Returns the programs of dynamic constructs, as `syntax/NAME`.
    pub fn syntax(&self) -> Result<Vec<Sample>, LabError> {
        self.samples("samples/syntax", "syntax/")
    }

    /// Returns the rows of a table of values: each a name and an expression.
    pub fn values(&self, table: &str) -> Result<Vec<(String, String)>, LabError> {
        let path = self.root.join(format!("samples/values/{table}.py"));
        let text = fs_err::read_to_string(path)?;
        let rows = text.lines().filter_map(|line| line.split_once(" = "));
        let named = rows.filter(|(name, _)| !name.starts_with('#'));
        Ok(named
            .map(|(name, expression)| (name.to_owned(), expression.to_owned()))
            .collect())
    }

    /// Returns the pairs of programs of which the second looks for what the first left, by what it is that is left.
    pub fn isolation(&self) -> Result<Vec<Pair>, LabError> {
        let programs = self.samples("samples/isolation", "")?;
        let halves = |half: &str| -> BTreeMap<String, PathBuf> {
            let named = programs.iter().filter_map(|sample| {
                let kind = sample.name.strip_suffix(half)?;
                Some((kind.to_owned(), sample.path.clone()))
            });
            named.collect()
        };
        let mut looks = halves(".look");
        let pairs = halves(".leave").into_iter().filter_map(|(kind, leave)| {
            let look = looks.remove(&kind)?;
            Some(Pair { kind, leave, look })
        });
        Ok(pairs.collect())
    }

    /// Returns the speed program called `name`.
    pub fn speed_program(&self, name: &str) -> Result<Sample, LabError> {
        let samples = self.samples("samples/speed", "")?;
        samples
            .iter()
            .find(|sample| sample.name == name)
            .cloned()
            .ok_or_else(|| LabError::NoSample {
                name: name.to_owned(),
                known: list(samples.iter().map(|sample| sample.name.as_str())),
            })
    }

    /// Returns the files that a run's numbers depend on, relative to the project.
    pub(crate) fn inputs(&self) -> Result<Vec<PathBuf>, LabError> {
        let speed = self.samples("samples/speed", "")?;
        let isolation = self.samples("samples/isolation", "")?;
        let values = self.samples("samples/values", "")?;
        let samples = [
            self.idioms()?,
            self.divergences()?,
            speed,
            self.syntax()?,
            isolation,
            values,
        ]
        .concat();
        let fixed = [
            "cells.toml",
            "Cargo.lock",
            "crates/attempt-full/Cargo.lock",
            "crates/attempt-full/Cargo.toml",
            "crates/attempt-full/src/main.rs",
            "provision/attempt",
            "crates/tier-full/Cargo.lock",
            "crates/tier-light/Cargo.lock",
            "flake.lock",
        ];
        let mut inputs: Vec<PathBuf> = fixed
            .into_iter()
            .map(PathBuf::from)
            .filter(|path| self.root.join(path).is_file())
            .collect();
        for sample in samples {
            let relative = sample.path.strip_prefix(&self.root).unwrap_or(&sample.path);
            inputs.push(relative.to_owned());
        }
        inputs.sort();
        Ok(inputs)
    }

    fn samples(&self, folder: &str, prefix: &str) -> Result<Vec<Sample>, LabError> {
        let mut samples = Vec::new();
        for entry in fs_err::read_dir(self.root.join(folder))? {
            let path = entry?.path();
            let stem = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if path.extension().is_some_and(|extension| extension == "py") {
                samples.push(Sample {
                    name: format!("{prefix}{stem}"),
                    path,
                });
            }
        }
        samples.sort();
        Ok(samples)
    }
}

impl Sample {
    /// Returns CPython 3.12's bytes for the sample, where they are written down beside it.
    pub fn expected(&self) -> Result<Option<Vec<u8>>, LabError> {
        let path = self.path.with_extension("expected");
        Ok(if path.is_file() {
            Some(fs_err::read(path)?)
        } else {
            None
        })
    }
}

fn read_divergence(path: &Path) -> Result<Divergence, LabError> {
    let source = fs_err::read_to_string(path)?;
    Divergence::read(&source).map_err(|why| LabError::Divergence {
        path: path.to_owned(),
        why,
    })
}
