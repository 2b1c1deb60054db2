//! How soon a clean interpreter is up that was prepared before, and what one more of them takes.

use std::ffi::OsString;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use record::{Metric, Phase, Role, Subject, Unit, Value};
use tiers::{Isolate, Program};

use super::answering::Answering;
use super::jobs::Found;
use super::warm::Prepared;
use super::{CELL_ITSELF, Row, Session, subject};
use crate::observe::{LIMITS, nanoseconds};
use crate::{Cell, LabError, Sample};

/// How long it is until the next is asked for: those that are made in the place of the last are there by then.
const PAUSE: Duration = Duration::from_millis(10);

impl Session<'_> {
    /// Asks for an isolate on each of `cells` that can prepare some, in an order drawn by chance. Takes the time until it is
    /// up and the memory that its process shares with no other, and records the round.
    ///
    /// A process in which instances are made has made one before, for a run of `sample`. Beside them the oracle, which is up
    /// already, answers a line: no process that has to be asked can be sooner.
    pub fn ready_round(
        &mut self,
        poc: &str,
        cells: &[&Cell],
        sample: &Sample,
        round: u32,
    ) -> Result<(), LabError> {
        let members: Vec<(&Cell, Subject)> = cells
            .iter()
            .filter(|cell| cell.warm.is_some() || cell.role == Role::Oracle)
            .filter(|cell| self.lab.provisioned(cell).is_some())
            .map(|cell| {
                let subject = Subject {
                    process: round,
                    ..subject(poc, cell, CELL_ITSELF, Phase::Warm)
                };
                (*cell, subject)
            })
            .collect();
        self.round(
            &members,
            Metric::Ready,
            [0, round.into()],
            |session, cell, subject| {
                let rows = session.ready(cell, subject, &sample.path)?;
                let blobs = Vec::new();
                Ok(Found { rows, blobs })
            },
        )
    }

    fn ready(&mut self, cell: &Cell, subject: &Subject, file: &Path) -> Result<Vec<Row>, LabError> {
        let Some(provisioned) = self.lab.provisioned(cell) else {
            return Ok(Vec::new());
        };
        let number = |metric, value, unit| (subject.clone(), metric, Value::Number(value), unit);
        let ready = |time| number(Metric::Ready, nanoseconds(time), Unit::Ns);
        let Some(warm) = cell.warm else {
            let mut answering = Answering::start(&provisioned)?;
            thread::sleep(PAUSE);
            return Ok(vec![ready(answering.ask()?)]);
        };
        let prepared = self.prepared(cell, &provisioned, warm)?;
        thread::sleep(PAUSE);
        let (isolate, time) = match prepared {
            Prepared::Copies(copies) => {
                let opened = timed(|| copies.open(&LIMITS))?;
                self.prepared
                    .insert(cell.name.clone(), Prepared::Copies(copies));
                opened
            }
            // The process becomes the isolate's.
            Prepared::Instances(mut served) => {
                let program = Program::new(file).arg(OsString::from("1"));
                served.run(&program, &LIMITS)?;
                timed(|| served.open(&LIMITS))?
            }
        };
        let unshared = unshared_bytes(isolate.process_id())?;
        isolate.close()?;
        Ok(vec![
            ready(time),
            number(Metric::UnsharedMemory, unshared, Unit::Bytes),
        ])
    }
}

fn timed<E>(open: impl FnOnce() -> Result<Isolate, E>) -> Result<(Isolate, Duration), E> {
    let started = Instant::now();
    let isolate = open()?;
    Ok((isolate, started.elapsed()))
}

/// Returns the unique set size of a process, as `proc_pid_smaps_rollup(5)` tells it.
fn unshared_bytes(process: u32) -> Result<u64, LabError> {
    let rollup = fs_err::read_to_string(format!("/proc/{process}/smaps_rollup"))?;
    let private_kib = rollup.lines().filter_map(|line| {
        let (_, number) = line.strip_prefix("Private_")?.split_once(':')?;
        number.trim().strip_suffix(" kB")?.parse::<u64>().ok()
    });
    Ok(private_kib.sum::<u64>() * 1024)
}
