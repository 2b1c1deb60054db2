//! `tiers diff`: programs on cells against the oracle.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use lab::{Cell, Lab, Observation};
use record::{Role, sha256_hex};
use report::difference::unified;
use report::fidelity::SampleVerdict;
use schemars::JsonSchema;
use serde::Serialize;

use crate::context::{Context, Format, print, print_json};
use crate::failure::{Failure, Kind, Verdict};

/// The PoC whose cells are compared unless others are named: one build of each kind, not every link of a chain of builds.
const COMPARED: &str = "7";

/// Run programs on cells and compare them with python3: PASS, DIFF or FAIL, and the difference
///
/// PASS: the same bytes on stdout and the same exit status. DIFF: the status agrees, the bytes do not. FAIL: the status
/// differs. A cell whose Python is of another version is compared with a python3 of that version. Ends with 1 if any is not
/// PASS.
#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// Programs, or folders of programs
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// The cells to compare [default: those of PoC 7 that this machine has]
    #[arg(long, value_delimiter = ',', value_name = "CELL")]
    cells: Vec<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// The shape `tiers.diff/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DiffReport {
    schema: &'static str,
    programs: Vec<ProgramDiff>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ProgramDiff {
    program: String,
    oracle_sha256: String,
    oracle_exit_status: u8,
    cells: Vec<CellDiff>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct CellDiff {
    cell: String,
    verdict: SampleVerdict,
    /// What it is compared with, where its Python is of another version than the oracle; otherwise null.
    other_oracle: Option<OtherOracle>,
    sha256: String,
    exit_status: u8,
    /// Unified, from the oracle's stdout to the cell's.
    diff: String,
}

/// A python3 of another version than the oracle, and what it came to.
#[derive(Debug, Serialize, JsonSchema)]
struct OtherOracle {
    cell: String,
    sha256: String,
    exit_status: u8,
}

impl Diff {
    pub(crate) fn run(&self, context: &Context) -> Verdict {
        let lab = context.lab_with_peers()?;
        let cells = self.cells(&lab)?;
        let mut report = DiffReport {
            schema: "tiers.diff/1",
            programs: Vec::new(),
        };
        for program in self.programs()? {
            let compared = compare(&lab, &cells, &program)?;
            if self.format == Format::Human {
                print(&human(&compared))?;
            }
            report.programs.push(compared);
        }
        if self.format == Format::Json {
            print_json(&report)?;
        }
        let mut verdicts = report.programs.iter().flat_map(|program| &program.cells);
        let all_pass = verdicts.all(|cell| cell.verdict == SampleVerdict::Pass);
        Ok(if all_pass {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }

    fn cells<'a>(&self, lab: &'a Lab) -> Result<Vec<&'a Cell>, Failure> {
        if self.cells.is_empty() {
            let cells = lab.matrix.cells.iter();
            let candidates =
                cells.filter(|cell| cell.role == Role::Candidate && cell.takes_part_in(COMPARED));
            return Ok(candidates
                .filter(|cell| lab.provisioned(cell).is_some())
                .collect());
        }
        let cells: Result<Vec<&Cell>, _> = self
            .cells
            .iter()
            .map(|name| lab.matrix.cell(name))
            .collect();
        let cells = cells?;
        for cell in &cells {
            if cell.role == Role::Attempt {
                let message = format!("{} builds; it runs no programs", cell.name);
                return Err(Failure::usage(message));
            }
            if let Err(lack) = lab.look_for(cell) {
                let message = format!(
                    "{} is not provisioned: there is no {}",
                    cell.name, lack.missing
                );
                let failure = Failure::new(Kind::NotProvisioned, anyhow::anyhow!(message));
                return Err(failure.hint(format!("{} provides it", lack.provision)));
            }
        }
        Ok(cells)
    }

    fn programs(&self) -> Result<Vec<PathBuf>, Failure> {
        let mut programs = Vec::new();
        for path in &self.paths {
            let found = collect(path).map_err(|error| {
                Failure::usage(format!("{} cannot be read: {error}", path.display()))
            })?;
            if found.is_empty() {
                return Err(Failure::usage(format!(
                    "{} holds no .py files",
                    path.display()
                )));
            }
            programs.extend(found);
        }
        Ok(programs)
    }
}

/// Returns the program at `path`, or all programs in the folder there and those below it, sorted.
fn collect(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    if !std::fs::metadata(path)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut entries: Vec<PathBuf> = std::fs::read_dir(path)?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<_>>()?;
    entries.sort();
    let mut programs = Vec::new();
    for entry in entries {
        if entry.is_dir() {
            programs.extend(collect(&entry)?);
        } else if entry.extension().is_some_and(|extension| extension == "py") {
            programs.push(entry);
        }
    }
    Ok(programs)
}

fn compare(lab: &Lab, cells: &[&Cell], program: &Path) -> Result<ProgramDiff, Failure> {
    let oracle = lab.run(lab.oracle()?.0, program)?;
    let judged: Result<Vec<CellDiff>, Failure> = cells
        .iter()
        .map(|cell| {
            let here = lab.run(cell, program)?;
            let Some(name) = &cell.oracle else {
                return Ok(judge(cell, &oracle, &here));
            };
            let other = lab.run(lab.matrix.cell(name)?, program)?;
            Ok(CellDiff {
                other_oracle: Some(OtherOracle {
                    cell: name.clone(),
                    sha256: sha256_hex(&other.stdout),
                    exit_status: other.ending.status(),
                }),
                ..judge(cell, &other, &here)
            })
        })
        .collect();
    Ok(ProgramDiff {
        program: program.display().to_string(),
        oracle_sha256: sha256_hex(&oracle.stdout),
        oracle_exit_status: oracle.ending.status(),
        cells: judged?,
    })
}

fn judge(cell: &Cell, oracle: &Observation, here: &Observation) -> CellDiff {
    CellDiff {
        cell: cell.name.clone(),
        other_oracle: None,
        verdict: SampleVerdict::of(
            oracle.stdout == here.stdout,
            here.ending.status().into(),
            oracle.ending.status().into(),
        ),
        sha256: sha256_hex(&here.stdout),
        exit_status: here.ending.status(),
        diff: unified(&oracle.stdout, &here.stdout, &cell.name),
    }
}

fn human(program: &ProgramDiff) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    for cell in &program.cells {
        let _ = write!(
            text,
            "{}  {}  {}",
            cell.verdict.word(),
            cell.cell,
            program.program
        );
        if cell.verdict == SampleVerdict::Fail {
            let other = cell.other_oracle.as_ref();
            let oracle = other.map_or(program.oracle_exit_status, |other| other.exit_status);
            let own = cell.exit_status;
            let _ = write!(text, "  (exit status {own}, python3 {oracle})");
        }
        text.push('\n');
        if !cell.diff.is_empty() {
            text.push_str(&cell.diff);
        }
    }
    text
}
