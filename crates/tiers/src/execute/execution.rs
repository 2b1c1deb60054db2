//! One job that is being done: which tries are made of it, and which of them counts.

use std::io;
use std::time::{Duration, Instant};

use tier_api::TierId;

use super::attempt::{Attempt, AttemptError};
use super::{Comparison, Completed, Difference, ExecuteError, Plan, Trip};
use crate::process::{Origin, Terms, Until};
use crate::{Ending, Finished, Host, Io, Limits, NotProvisioned, Stdin};

/// One job that is being done.
pub(super) struct Execution<'a> {
    pub(super) host: &'a Host,
    pub(super) plan: &'a Plan<'a>,
    pub(super) started: Instant,
}

impl Execution<'_> {
    /// On Light, and kept back until it has run to a good end.
    pub(super) fn light_first(&self, io: Io) -> Result<Completed, ExecuteError> {
        let job = self.plan.job;
        let full = self.host.guests().tier(TierId::Full);
        if job.verified
            && let Err(missing) = full
        {
            return Err(missing.into());
        }
        let attempt = Attempt {
            origin: Origin::Started(self.host.contained_light(Stdin::Empty)?),
            tier: TierId::Light,
            limits: Limits {
                time: self.time_for_light(full.is_ok()),
                ..job.limits
            },
            terms: self.terms(true),
        };
        let light = match attempt.contained(self.host, self.plan, Io::captured()) {
            Ok(finished) => finished,
            Err(AttemptError::Input(error)) => return Err(error),
            Err(AttemptError::Process(error)) => {
                return self.fall_back(Trip::NotRun(error.to_string()), io);
            }
        };
        match Trip::of(&light) {
            Some(Trip::Ended(Ending::Cancelled)) => Ok(self.called_off(light)),
            Some(trip) => self.fall_back(trip, io),
            None if job.verified => self.verify(light, io),
            None => self.deliver(light, io),
        }
    }

    /// How long a try on Light may take. Where it can be repeated, half of the time is left for that.
    fn time_for_light(&self, can_be_repeated: bool) -> Option<Duration> {
        let time = self.time_left()?;
        Some(if can_be_repeated { time / 2 } else { time })
    }

    fn time_left(&self) -> Option<Duration> {
        let time = self.plan.job.limits.time?;
        Some(time.saturating_sub(self.started.elapsed()))
    }

    /// An instance always tells how its program ended: it cannot end the process that it is in.
    fn terms(&self, contained: bool) -> Terms {
        Terms {
            cancel: self.plan.job.cancel.clone(),
            always_tells: contained,
        }
    }

    fn limits_left(&self) -> Limits {
        Limits {
            time: self.time_left(),
            ..self.plan.job.limits
        }
    }

    fn fall_back(&self, trip: Trip, io: Io) -> Result<Completed, ExecuteError> {
        if self.host.guests().tier(TierId::Full).is_err() {
            return Err(ExecuteError::Tripped(trip));
        }
        self.full(io, Some(trip))
    }

    pub(super) fn full(&self, io: Io, fallback: Option<Trip>) -> Result<Completed, ExecuteError> {
        let limits = self.limits_left();
        let attempt = Attempt {
            origin: self.guest(TierId::Full, &limits)?,
            tier: TierId::Full,
            limits,
            terms: self.terms(false),
        };
        let finished = attempt.as_it_is(self.plan, io)?;
        Ok(Completed {
            fallback,
            ..self.completed(TierId::Full, finished)
        })
    }

    /// On Light whatever it comes to, as it comes. Contained where the guest for that is there.
    pub(super) fn only_light(&self, io: Io) -> Result<Completed, ExecuteError> {
        let stdin = self.host.stdin_of();
        let contained = self.host.contained_light(stdin).ok();
        let limits = self.limits_left();
        let attempt = Attempt {
            terms: self.terms(contained.is_some()),
            origin: match contained {
                Some(command) => Origin::Started(command),
                None => self.guest(TierId::Light, &limits)?,
            },
            tier: TierId::Light,
            limits,
        };
        let finished = attempt.as_it_is(self.plan, io)?;
        Ok(self.completed(TierId::Light, finished))
    }

    /// Returns where a guest that is not contained comes from: confined, where the job is to be isolated.
    fn guest(&self, tier: TierId, limits: &Limits) -> Result<Origin, NotProvisioned> {
        let job = self.plan.job;
        if job.isolated || self.host.isolates() {
            self.host.confined_guest(tier, job.file_path(), limits)
        } else {
            self.host.guest(tier)
        }
    }

    fn verify(&self, light: Finished, io: Io) -> Result<Completed, ExecuteError> {
        let full = self.full(Io::captured(), None)?;
        let ran_to_its_end = full.finished.ending.is_own();
        let same = (&light.stdout, &light.ending) == (&full.finished.stdout, &full.finished.ending);
        let comparison = if same {
            Comparison::Same
        } else {
            Comparison::Differs(Box::new(Difference {
                light,
                full: full.finished.clone(),
            }))
        };
        let delivered = self.deliver(full.finished, io)?;
        Ok(Completed {
            tier: TierId::Full,
            comparison: ran_to_its_end.then_some(comparison),
            ..delivered
        })
    }

    /// Gives out what was kept back.
    fn deliver(&self, mut finished: Finished, io: Io) -> Result<Completed, ExecuteError> {
        let until = Until {
            deadline: self
                .time_left()
                .and_then(|left| Instant::now().checked_add(left)),
            cancel: self.plan.job.cancel.as_ref(),
        };
        let taken = io.take_in(&finished.stdout, &finished.stderr, until)?;
        finished.ending = taken.stopped.unwrap_or(finished.ending);
        (finished.stdout, finished.stderr) = (taken.stdout, taken.stderr);
        Ok(self.completed(TierId::Light, finished))
    }

    /// A job that was called off has printed nothing.
    fn called_off(&self, light: Finished) -> Completed {
        let nothing = Finished {
            stdout: Vec::new(),
            stderr: Vec::new(),
            ..light
        };
        self.completed(TierId::Light, nothing)
    }

    fn completed(&self, tier: TierId, finished: Finished) -> Completed {
        Completed {
            tier,
            decision: self.plan.decision.clone(),
            fallback: None,
            comparison: None,
            finished,
        }
    }

    pub(super) fn refused(&self) -> ExecuteError {
        let guests = self.host.guests();
        match (guests.tier(TierId::Full), &self.plan.decision) {
            (Err(missing), _) if guests.contained_light().is_err() => missing.into(),
            (_, Some(decision)) => ExecuteError::Refused(Box::new(decision.clone())),
            (Err(missing), None) => missing.into(),
            (Ok(_), None) => io::Error::other("there is no decision").into(),
        }
    }
}
