//! Processes that hold Light in WebAssembly, and go on from one run to the next: each run is an instance of its own.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use tier_api::Program;

use crate::process::Terms;
use crate::{Command, Finished, Limits, OpenError, Served, ServedError, Usage};

/// Such processes, those that are idle.
#[derive(Debug)]
pub(crate) struct Contained {
    command: Command,
    /// No more than so many are kept.
    most: usize,
    idle: Mutex<Vec<Idle>>,
}

/// A process that waits for a program.
#[derive(Debug)]
struct Idle {
    served: Served,
    /// What its memory was limited to for an earlier run. It can be had for less, and never for more.
    memory_bytes: Option<u64>,
}

impl Contained {
    /// Starts `most` processes by `command`.
    pub(crate) fn start(command: Command, most: usize) -> Result<Self, OpenError> {
        let start = |_| Idle::start(&command);
        let idle = (0..most).map(start).collect::<Result<_, _>>()?;
        Ok(Self {
            command,
            most,
            idle: Mutex::new(idle),
        })
    }

    /// Runs `program` in `folder`: in a process that is idle, or in a new one.
    ///
    /// # Errors
    ///
    /// Where a process could not be started or watched.
    pub(crate) fn run(
        &self,
        folder: &Path,
        program: &Program,
        limits: &Limits,
        terms: &Terms,
    ) -> Result<Finished, OpenError> {
        loop {
            let (mut one, is_new) = match self.take(limits.memory_bytes) {
                Some(idle) => (idle, false),
                None => (Idle::start(&self.command)?, true),
            };
            let ran = one.served.run_in(Some(folder), program, limits, terms);
            let ran = match ran {
                Ok(ran) => ran,
                // Whatever ended it, this program did not.
                Err(ServedError::Over) if !is_new => continue,
                Err(ServedError::Over) => return Err(ended_early()),
                Err(ServedError::Process(error)) => return Err(error.into()),
            };
            one.memory_bytes = limits.memory_bytes;
            self.keep(one);
            return Ok(Finished {
                ending: ran.ending,
                stdout: ran.stdout,
                stderr: ran.stderr,
                wall: ran.wall,
                usage: Usage::default(),
            });
        }
    }

    /// Takes a process that can be limited so.
    fn take(&self, memory_bytes: Option<u64>) -> Option<Idle> {
        let allows = |idle: &Idle| match (idle.memory_bytes, memory_bytes) {
            (None, _) => true,
            (Some(held), Some(wanted)) => wanted <= held,
            (Some(_), None) => false,
        };
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let at = idle.iter().rposition(allows)?;
        Some(idle.swap_remove(at))
    }

    fn keep(&self, one: Idle) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if !one.served.is_over() && idle.len() < self.most {
            idle.push(one);
        }
    }
}

impl Idle {
    fn start(command: &Command) -> Result<Self, OpenError> {
        Ok(Self {
            served: Served::start(command, &Limits::default())?,
            memory_bytes: None,
        })
    }
}

fn ended_early() -> OpenError {
    std::io::Error::other("the guest ended before it was asked for anything").into()
}
