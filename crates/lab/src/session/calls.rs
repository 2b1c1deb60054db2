//! The same work over and over, in three ways; and whether one call sees what another left.

use std::path::Path;
use std::time::{Duration, Instant};

use record::{Metric, Phase, Subject, Unit, Value, sha256_hex};
use tiers::{AskError, Ending, Isolate, Program, Served, ServedError};

use super::jobs::{Found, Job, failure_of_cell};
use super::talks::{open, serve};
use super::{Row, Session, subject};
use crate::observe::{LIMITS, nanoseconds};
use crate::{Cell, Lab, LabError, Pair, Provisioned, Sample};

/// How calls share a process and an interpreter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// A process for each call.
    Process,
    /// One process; a clean interpreter for each call.
    Isolate,
    /// One process, one interpreter for all calls.
    Shared,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Process, Self::Isolate, Self::Shared];

    /// Returns its name in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Process => "process",
            Self::Isolate => "isolate",
            Self::Shared => "shared",
        }
    }

    /// Returns the name under which calls are recorded.
    pub(super) fn recorded(self) -> String {
        format!("calls/{}", self.name())
    }

    pub(super) fn phase(self) -> Phase {
        match self {
            Self::Process => Phase::Cold,
            Self::Isolate | Self::Shared => Phase::Warm,
        }
    }

    /// Says whether a cell can do it.
    pub fn is_open_to(self, cell: &Cell) -> bool {
        self == Self::Process || cell.session
    }
}

impl Session<'_> {
    /// Calls `sample` `count` times on each cell, in each way that is open to it, in an order drawn by chance, and records
    /// how long that took from the start of the first process to the end of the last.
    pub fn run_calls(
        &mut self,
        poc: &str,
        cells: &[&Cell],
        sample: &Sample,
        count: u64,
        round: u32,
    ) -> Result<(), LabError> {
        let ways = cells.iter().flat_map(|cell| {
            let open = Way::ALL.into_iter().filter(|way| way.is_open_to(cell));
            open.map(|way| (*cell, way))
        });
        let mut ways: Vec<(&Cell, Way)> = ways.collect();
        let of = |cell: &Cell, way: Way| Subject {
            m: Some(count),
            process: round,
            ..subject(poc, cell, &way.recorded(), way.phase())
        };
        if ways
            .iter()
            .any(|(cell, way)| self.has(&of(cell, *way), Metric::Wall))
        {
            return Ok(());
        }
        fastrand::Rng::with_seed(self.seed ^ (count << 32) ^ u64::from(round)).shuffle(&mut ways);
        let mut rows = Vec::new();
        for (cell, way) in ways {
            let Some(provisioned) = self.lab.provisioned(cell) else {
                continue;
            };
            match call(self.lab, cell, &provisioned, way, sample, count) {
                Ok((wall, stdout)) => {
                    self.folder.keep(&stdout)?;
                    rows.extend(timed(&of(cell, way), wall, &stdout));
                }
                Err(error) => self.record_found(failure_of_cell(&of(cell, way), error)?)?,
            }
        }
        // In the same order whatever chance said, so that two runs can be compared line by line.
        rows.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
        self.record_once(rows)
    }
}

impl<'a> Job<'a> {
    /// Has one program leave something and another look for it, and records whether it was seen: whether the second says
    /// something else than it says with nothing before it.
    pub fn left(poc: &str, cell: &'a Cell, pair: &'a Pair, way: Way) -> Self {
        let name = format!("isolation/{}/{}", way.name(), pair.kind);
        Self {
            subject: subject(poc, cell, &name, way.phase()),
            mark: Metric::Crossed,
            same_for_all: false,
            work: Box::new(move |lab, subject| {
                let Some(provisioned) = lab.provisioned(cell) else {
                    return Ok(Found::default());
                };
                let sees =
                    |first: &[&Path]| second_sees(lab, cell, &provisioned, way, first, &pair.look);
                let (alone, after) = (sees(&[])?, sees(&[&pair.leave])?);
                let crossed = Value::Number(u64::from(alone != after));
                let sha256 = Value::Text(sha256_hex(&after));
                let row = |metric, value, unit| (subject.clone(), metric, value, unit);
                let rows = vec![
                    row(Metric::Crossed, crossed, Unit::Flag),
                    row(Metric::Stdout, sha256, Unit::Sha256),
                ];
                Ok(Found {
                    rows,
                    blobs: vec![after],
                })
            }),
        }
    }
}

fn timed(subject: &Subject, wall: Duration, stdout: &[u8]) -> [Row; 2] {
    let sha256 = Value::Text(sha256_hex(stdout));
    [
        (subject.clone(), Metric::Stdout, sha256, Unit::Sha256),
        (
            subject.clone(),
            Metric::Wall,
            Value::Number(nanoseconds(wall)),
            Unit::Ns,
        ),
    ]
}

/// The argument of a called program: as little work as there is.
const ARGUMENT: &str = "1";

/// Calls `sample` so many times; returns how long it took and what it printed.
pub(super) fn call(
    lab: &Lab,
    cell: &Cell,
    provisioned: &Provisioned,
    way: Way,
    sample: &Sample,
    count: u64,
) -> Result<(Duration, Vec<u8>), LabError> {
    let started = Instant::now();
    let mut stdout = Vec::new();
    match way {
        Way::Process => {
            for _ in 0..count {
                let run = lab.observe(cell, provisioned, &sample.path, &[ARGUMENT.into()])?;
                stdout.extend(run.stdout);
            }
        }
        Way::Isolate => {
            let mut served = serve(provisioned)?;
            let program = Program::new(&sample.path).arg(ARGUMENT);
            for _ in 0..count {
                stdout.extend(served.run(&program, &LIMITS)?.stdout);
            }
            served.close()?;
        }
        Way::Shared => {
            let source = fs_err::read_to_string(&sample.path)?;
            let mut isolate = open(provisioned)?;
            isolate.exec(&format!("import sys; sys.argv = ['program', '{ARGUMENT}']"))?;
            for _ in 0..count {
                isolate.exec(&source)?;
            }
            stdout.extend(isolate.take_stdout());
            isolate.close()?;
        }
    }
    Ok((started.elapsed(), stdout))
}

/// Returns what `look` prints after the programs in `first`.
fn second_sees(
    lab: &Lab,
    cell: &Cell,
    provisioned: &Provisioned,
    way: Way,
    first: &[&Path],
    look: &Path,
) -> Result<Vec<u8>, LabError> {
    Ok(match way {
        Way::Process => {
            for file in first {
                let left = lab.observe(cell, provisioned, file, &[])?;
                has_left(file, &left.ending)?;
            }
            lab.observe(cell, provisioned, look, &[])?.stdout
        }
        Way::Isolate => {
            let mut served = serve(provisioned)?;
            for file in first {
                let left = served.run(&Program::new(*file), &LIMITS)?;
                has_left(file, &left.ending)?;
            }
            // What cannot be put back ends the process: then the next run is in another.
            match served.run(&Program::new(look), &LIMITS) {
                Err(ServedError::Over) => run_anew(provisioned, look)?,
                ran => ran?.stdout,
            }
        }
        Way::Shared => {
            let mut isolate = open(provisioned)?;
            for file in first {
                isolate.exec(&fs_err::read_to_string(file)?)?;
                isolate.take_stdout();
            }
            execute(&mut isolate, look)?
        }
    })
}

/// Whoever is to leave something has to come to a good end, or there is nothing to be seen.
fn has_left(file: &Path, ending: &Ending) -> Result<(), LabError> {
    if *ending == Ending::Exited(0) {
        return Ok(());
    }
    let name = file.file_name().unwrap_or_default();
    Err(LabError::Leave {
        program: name.to_string_lossy().into_owned(),
        ending: ending.to_string(),
    })
}

fn run_anew(provisioned: &Provisioned, file: &Path) -> Result<Vec<u8>, LabError> {
    let mut served: Served = serve(provisioned)?;
    Ok(served.run(&Program::new(file), &LIMITS)?.stdout)
}

/// Runs `file` in an isolate; returns what it printed, and what became of it where that is not its end: what is left there
/// may be such that the next program cannot even print.
fn execute(isolate: &mut Isolate, file: &Path) -> Result<Vec<u8>, LabError> {
    let ran = isolate.exec(&fs_err::read_to_string(file)?);
    let mut said = isolate.take_stdout();
    match ran {
        Ok(()) => {}
        Err(AskError::Process(error)) => return Err(AskError::Process(error).into()),
        Err(error) => said.extend(error.to_string().into_bytes()),
    }
    Ok(said)
}
