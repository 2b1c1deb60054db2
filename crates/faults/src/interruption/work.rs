//! The commands that are interrupted.

use std::path::PathBuf;

use super::left::{self, Expected, Leaf};
use super::scene::Scene;
use crate::FaultsError;
use crate::call::{Call, Called};

/// What a whole run compares.
const CELLS: [&str; 2] = ["python3-x86_64", "full-static-x86_64"];

/// How many programs a corpus has.
const PROGRAMS: u32 = 16;

/// A command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// A whole run, to the book.
    Reproduce,
    /// The dispatcher judged over a few programs.
    Corpus,
    /// A book of results that are there.
    Report,
}

impl Work {
    pub(super) const ALL: [Self; 3] = [Self::Reproduce, Self::Corpus, Self::Report];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Reproduce => "reproduce",
            Self::Corpus => "corpus",
            Self::Report => "report",
        }
    }

    /// How many trials it gets beside the others: a whole run takes longest.
    pub(super) fn weight(self) -> u64 {
        match self {
            Self::Reproduce => 1,
            Self::Corpus | Self::Report => 2,
        }
    }

    /// Provides what the command begins with.
    pub(super) fn prepare(self, scene: &Scene) -> Result<(), FaultsError> {
        match self {
            Self::Reproduce => scene.project().keep_cells(|name| CELLS.contains(&name))?,
            Self::Corpus => {
                let project = scene.project();
                project.keep_cells(|name| {
                    name.starts_with("python3-")
                        || ["full-static-x86_64", "light-standalone-wasm32-wasip1"].contains(&name)
                })?;
                for number in 0..PROGRAMS {
                    let text = format!("print([n * {number} for n in range(5)])\n");
                    project.write(&format!("programs/p{number:02}.py"), &text)?;
                }
            }
            Self::Report => {
                let words = [
                    "reproduce",
                    "--quick",
                    "--results",
                    "whole",
                    "--out",
                    "aside",
                ];
                let made = Call {
                    command: scene.tiers(&words),
                    output: output(scene),
                };
                let made = made.finish()?;
                if made.status != Some(0) {
                    return Err(FaultsError::Undisturbed {
                        work: self.name(),
                        said: made.to_string(),
                    });
                }
            }
        }
        Ok(())
    }

    /// Returns the command as one would give it again after it was interrupted.
    pub(super) fn call(self, scene: &Scene) -> Call {
        let words: &[&str] = match self {
            Self::Reproduce => &[
                "reproduce",
                "--quick",
                "--resume",
                "--results",
                "state/results",
                "--out",
                "state/book",
            ],
            Self::Corpus => &[
                "corpus",
                "project/programs",
                "--results",
                "state/results",
                "--jobs",
                "1",
                "--format",
                "json",
            ],
            Self::Report => &["report", "--results", "whole", "--out", "state/book"],
        };
        Call {
            command: scene.tiers(words),
            output: output(scene),
        }
    }

    /// Returns what the command came to, one leaf for each thing that can be lost, doubled or changed.
    pub(super) fn left(self, scene: &Scene, called: &Called) -> Result<Vec<Leaf>, FaultsError> {
        let state = scene.state();
        let mut leaves = Vec::new();
        match self {
            Self::Reproduce => {
                leaves.extend(left::records(&state.join("results"))?);
                leaves.extend(left::files(&state.join("book"))?);
            }
            Self::Corpus => {
                leaves.extend(left::lines(
                    &state.join("results/corpus/programs.jsonl"),
                    "key",
                )?);
                leaves.extend(left::lines(
                    &state.join("results/corpus/scores.jsonl"),
                    "corpus",
                )?);
                leaves.extend(left::document("printed", &called.stdout)?);
            }
            Self::Report => leaves.extend(left::files(&state.join("book"))?),
        }
        Ok(leaves)
    }
}

/// Returns what is half-written and would be taken for whole, right after a command was interrupted.
pub(super) fn spoiled(scene: &Scene, expected: &Expected) -> Result<Vec<String>, FaultsError> {
    let state = scene.state();
    let mut spoiled = left::blobs_spoiled(&state.join("results"))?;
    let book = state.join("book");
    if book.exists() && fs_err::read_dir(&book)?.next().is_some() {
        let found = left::files(&book)?;
        spoiled.extend(expected.compare_files(&found));
    }
    Ok(spoiled)
}

fn output(scene: &Scene) -> [PathBuf; 2] {
    ["stdout", "stderr"].map(|name| scene.path(name))
}
