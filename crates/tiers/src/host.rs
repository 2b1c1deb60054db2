//! Running programs on a tier, and opening isolates.

use std::io;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use tier_api::{Program, TierId};

use crate::process::{Origin, Terms, run_once};
use crate::tally::Tally;
use crate::warm::{Contained, Warm};
use crate::{
    Command, CostModel, Counts, Finished, Guests, Io, Isolate, Limits, NotIsolated, NotProvisioned,
    Stdin,
};

/// Runs programs, and opens isolates, on the guests it was given.
#[derive(Clone, Debug)]
pub struct Host {
    guests: Guests,
    stdin: Stdin,
    scratch: PathBuf,
    costs: CostModel,
    tally: Arc<Tally>,
    warm: Warm,
    isolated: bool,
}

/// Why a program could not be run at all.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The tier's guest is not on this machine.
    #[error(transparent)]
    NotProvisioned(#[from] NotProvisioned),
    /// It was to be isolated, and could not be.
    #[error(transparent)]
    NotIsolated(#[from] NotIsolated),
    /// The guest could not be started or watched.
    #[error("the guest could not be run")]
    Process(#[source] io::Error),
}

impl From<io::Error> for RunError {
    fn from(error: io::Error) -> Self {
        match error.downcast::<NotIsolated>() {
            Ok(refusal) => Self::NotIsolated(refusal),
            Err(error) => Self::Process(error),
        }
    }
}

/// Why an isolate did not come up.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The tier's guest is not on this machine.
    #[error(transparent)]
    NotProvisioned(#[from] NotProvisioned),
    /// It was to be isolated, and could not be.
    #[error(transparent)]
    NotIsolated(#[from] NotIsolated),
    /// The guest ended, or had to be stopped, before it was ready.
    #[error("the guest did not get ready: it {}", .0.ending)]
    Ended(Box<Finished>),
    /// The guest could not be started or watched.
    #[error("the guest could not be run")]
    Process(#[source] io::Error),
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        match error.downcast::<NotIsolated>() {
            Ok(refusal) => Self::NotIsolated(refusal),
            Err(error) => Self::Process(error),
        }
    }
}

impl Host {
    /// Returns a host that runs programs on `guests`, with nothing to read.
    pub fn new(guests: Guests) -> Self {
        Self {
            guests,
            stdin: Stdin::Empty,
            scratch: PathBuf::from("/tmp"),
            costs: CostModel::default(),
            tally: Arc::default(),
            warm: Warm::default(),
            isolated: false,
        }
    }

    /// Keeps guests of `tier` ready, `spares` of them: what is run, or opened, on it from now on finds its interpreter
    /// started. Each is a copy of a process that started one and did nothing else, so it is as clean as a new one; it is used
    /// once. Clones of this host share them.
    ///
    /// Programs begin in the folder and with the environment that this process has now, and find nothing on their stdin: a
    /// host that lets them read [its own](Host::stdin) starts a guest for each, as it does where no copy can be had. So does one
    /// that isolates them: a copy has its original's rights.
    ///
    /// # Errors
    ///
    /// Where the guest is not there, or does not get ready.
    pub fn keep_ready(mut self, tier: TierId, spares: usize) -> Result<Self, RunError> {
        let command = Command::new(self.guests.tier(tier)?);
        self.warm.keep(tier, &command, spares)?;
        Ok(self)
    }

    /// Keeps up to `most` processes for programs that are contained on Light, from one to the next: each program has an
    /// instance of its own, and a process goes on only after one that came to its own end. Clones of this host share them.
    ///
    /// What a program used up is not known then: [`Finished::usage`] is empty.
    ///
    /// # Errors
    ///
    /// Where the guest is not there, or does not get ready.
    pub fn keep_contained_ready(mut self, most: usize) -> Result<Self, OpenError> {
        let command = self.guests.contained_light()?;
        self.warm.keep_contained(command, most)?;
        Ok(self)
    }

    /// Has programs read `stdin`. A try on Light never does: it could not be taken back.
    #[must_use]
    pub fn stdin(mut self, stdin: Stdin) -> Self {
        self.stdin = stdin;
        self
    }

    /// Keeps copies of what runs contained in `folder` while it runs, instead of in `/tmp`.
    #[must_use]
    pub fn scratch(mut self, folder: impl Into<PathBuf>) -> Self {
        self.scratch = folder.into();
        self
    }

    /// Isolates every program and isolate that would have this user's rights, as [`Job::isolated`](crate::Job::isolated) does.
    #[must_use]
    pub fn isolated(mut self) -> Self {
        self.isolated = true;
        self
    }

    /// Decides by what this host was measured at.
    #[must_use]
    pub fn costs(mut self, costs: CostModel) -> Self {
        self.costs = costs;
        self
    }

    /// Returns what this host and its clones have done so far with [`Host::execute`].
    pub fn counts(&self) -> Counts {
        self.tally.counts()
    }

    /// Runs `program` on `tier` within `limits`: one process, one clean interpreter. Nothing that the program started
    /// outlives the run.
    pub fn run(
        &self,
        tier: TierId,
        program: &Program,
        io: Io,
        limits: &Limits,
    ) -> Result<Finished, RunError> {
        let origin = if self.isolated {
            self.confined_guest(tier, Some(Path::new(&program.file)), limits)?
        } else {
            self.guest(tier)?
        };
        Ok(run_once(
            &origin,
            tier,
            program,
            io,
            limits,
            &Terms::default(),
        )?)
    }

    /// Opens an isolate of `tier` that is kept within `limits`: a process of its own, with a clean interpreter that stays
    /// up.
    pub fn open(&self, tier: TierId, limits: &Limits) -> Result<Isolate, OpenError> {
        let origin = if self.isolated {
            self.confined_guest(tier, None, limits)?
        } else {
            self.guest(tier)?
        };
        Isolate::start(&origin, tier, limits)
    }

    /// Returns the guests that it was given.
    pub fn guests(&self) -> &Guests {
        &self.guests
    }

    pub(crate) fn stdin_of(&self) -> Stdin {
        self.stdin
    }

    pub(crate) fn scratch_of(&self) -> &Path {
        &self.scratch
    }

    pub(crate) fn costs_of(&self) -> CostModel {
        self.costs
    }

    pub(crate) fn tally_of(&self) -> &Tally {
        &self.tally
    }

    pub(crate) fn contained_ready(&self) -> Option<&Contained> {
        self.warm.contained()
    }

    pub(crate) fn contained_light(&self, stdin: Stdin) -> Result<Command, NotProvisioned> {
        Ok(Command {
            stdin,
            ..self.guests.contained_light()?
        })
    }

    /// Says whether every program is isolated.
    pub(crate) fn isolates(&self) -> bool {
        self.isolated
    }

    /// Returns where a guest of `tier` comes from that has this user's rights.
    pub(crate) fn guest(&self, tier: TierId) -> Result<Origin, NotProvisioned> {
        let command = Command {
            stdin: self.stdin,
            ..Command::new(self.guests.tier(tier)?)
        };
        Ok(match self.warm.of(tier) {
            Some(zygote) if self.stdin == Stdin::Empty => Origin::Copied(zygote, command),
            _ => Origin::Started(command),
        })
    }

    /// Returns where one comes from that is confined, for a run of the program in `file`, if it is in one, within `limits`. It is
    /// none that is kept ready: those have their rights already.
    pub(crate) fn confined_guest(
        &self,
        tier: TierId,
        file: Option<&Path>,
        limits: &Limits,
    ) -> Result<Origin, NotProvisioned> {
        let (seconds, bytes) = (processor_seconds(limits), limits.memory_bytes);
        Ok(Origin::Confined(Command {
            stdin: self.stdin,
            ..self.guests.confined(tier, file, seconds, bytes)?
        }))
    }
}

/// Returns how long a run within `limits` can be on all processors together, at the most and with some to spare: should the host
/// not end it, the kernel does.
fn processor_seconds(limits: &Limits) -> Option<u64> {
    const SPARE: u64 = 10;
    let processors = thread::available_parallelism().map_or(1, NonZero::get) as u64;
    let seconds = limits.time?.as_secs().saturating_add(SPARE);
    Some(seconds.saturating_mul(processors))
}
