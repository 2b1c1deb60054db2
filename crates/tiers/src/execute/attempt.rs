//! One run of a job's program on one guest.

use std::io;

use tier_api::{Program, TierId};

use super::stage::Stage;
use super::{ExecuteError, Plan, text};
use crate::job::Code;
use crate::process::{Origin, Terms, run_once};
use crate::{Finished, Host, Io, Limits};

/// A run that is about to be made.
#[derive(Debug)]
pub(super) struct Attempt {
    pub(super) origin: Origin,
    pub(super) tier: TierId,
    pub(super) limits: Limits,
    pub(super) terms: Terms,
}

/// Why a run could not be made.
#[derive(Debug)]
pub(super) enum AttemptError {
    /// An input cannot be bound, on whatever tier.
    Input(ExecuteError),
    /// The guest could not be started or watched.
    Process(io::Error),
}

impl From<io::Error> for AttemptError {
    fn from(error: io::Error) -> Self {
        Self::Process(error)
    }
}

impl From<AttemptError> for ExecuteError {
    fn from(error: AttemptError) -> Self {
        match error {
            AttemptError::Input(error) => error,
            AttemptError::Process(error) => error.into(),
        }
    }
}

impl Attempt {
    /// Runs the program where it is.
    pub(super) fn as_it_is(&self, plan: &Plan<'_>, io: Io) -> Result<Finished, AttemptError> {
        match &plan.job.code {
            Code::File(program) => Ok(self.run_file(program, io)?),
            Code::Text { text, inputs } => text::run(self, text, inputs, io),
        }
    }

    /// Runs what was analysed of the program, and lets it see nothing else.
    pub(super) fn contained(
        mut self,
        host: &Host,
        plan: &Plan<'_>,
        io: Io,
    ) -> Result<Finished, AttemptError> {
        let (Code::File(program), Some(considered)) = (&plan.job.code, &plan.considered) else {
            return self.as_it_is(plan, io);
        };
        let stage = Stage::set(considered, program, host.scratch_of())?;
        if let Some(contained) = host.contained_ready() {
            let program = stage.program(program);
            let ran = contained.run(stage.folder(), &program, &self.limits, &self.terms);
            return ran.map_err(|error| AttemptError::Process(io::Error::other(error)));
        }
        if let Origin::Started(command) = &mut self.origin {
            command.directory = Some(stage.folder().to_owned());
        }
        Ok(self.run_file(&stage.program(program), io)?)
    }

    fn run_file(&self, program: &Program, io: Io) -> io::Result<Finished> {
        let Self {
            origin,
            tier,
            limits,
            terms,
        } = self;
        run_once(origin, *tier, program, io, limits, terms)
    }
}
