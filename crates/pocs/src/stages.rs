//! What several `PoC`s do: stages of a run, each telling how far it is.

use lab::{Cell, Job, LabError, Sample, Series, Session};
use record::Role;

use crate::works::START_UP;
use crate::{Rounds, Work};

/// Of the long tables, a quick run takes one row in so many on the targets that are not the oracle's: there a program takes
/// up to a hundred times as long to start.
const QUICK_STEP: usize = 32;

/// Of the samples, a quick run tries one in so many alone on those targets.
const QUICK_STEP_ALONE: usize = 10;

/// A `PoC` under way.
pub(crate) struct Run<'a, 's> {
    /// Its number in the paper.
    pub(crate) id: &'static str,
    /// Where it records.
    pub(crate) session: &'a mut Session<'s>,
    /// How much of it is wanted.
    pub(crate) rounds: Rounds,
}

impl Run<'_, '_> {
    /// Records what each cell is, and returns those on which programs can be run.
    pub(crate) fn describe<'c>(&mut self, cells: &[&'c Cell]) -> Result<Vec<&'c Cell>, LabError> {
        self.session.progress.stage("cells", cells.len() as u64);
        let mut usable = Vec::new();
        for cell in cells {
            if self.session.describe(self.id, cell)? {
                usable.push(*cell);
            }
            self.session.progress.step(&cell.name);
        }
        Ok(usable)
    }

    /// Runs each of `samples` once on each cell but the control, and learns how much memory that takes.
    pub(crate) fn samples(
        &mut self,
        title: &str,
        samples: &[Sample],
        cells: &[&Cell],
    ) -> Result<(), LabError> {
        let judged = judged(cells);
        let id = self.id;
        let on_each = |sample| {
            let cells = judged.iter();
            cells.map(move |cell| Job::weighed(id, cell, sample))
        };
        let jobs = samples.iter().flat_map(on_each).collect();
        self.session.do_all(title, jobs)
    }

    /// Runs the programs of a long table on each cell but the control, or in a quick run a part of them: one in `step` on
    /// this machine's own target, fewer on the others.
    pub(crate) fn long_table(
        &mut self,
        title: &str,
        samples: &[Sample],
        cells: &[&Cell],
        step: usize,
    ) -> Result<(), LabError> {
        let judged = judged(cells);
        let id = self.id;
        let rows = samples.iter().enumerate();
        let jobs = rows.flat_map(|(index, sample)| {
            let takers = self.takers(&judged, index, step).into_iter();
            takers.map(move |cell| Job::sample(id, cell, sample))
        });
        let jobs = jobs.collect();
        self.session.do_all(title, jobs)
    }

    /// Keeps the text of `samples` with what the oracle was given.
    pub(crate) fn sources(&mut self, samples: &[Sample], cells: &[&Cell]) -> Result<(), LabError> {
        let oracle = with_role(cells, |role| role == Role::Oracle);
        match oracle.first() {
            Some(oracle) => self.session.keep_sources(self.id, oracle, samples),
            None => Ok(()),
        }
    }

    /// Returns those of `cells` on which the row of a long table is run that stands at `index` in it. In a quick run one row
    /// in `step` is run at home, and on the other targets as much fewer as of any long table.
    pub(crate) fn takers<'c>(
        &self,
        cells: &[&'c Cell],
        index: usize,
        step: usize,
    ) -> Vec<&'c Cell> {
        let takes = |cell: &&Cell| {
            let at_home = self.takes_all(cells, cell) && index.is_multiple_of(step);
            self.rounds == Rounds::Full || at_home || index.is_multiple_of(QUICK_STEP * step)
        };
        cells.iter().copied().filter(takes).collect()
    }

    /// Says whether everything is run on `cell`. The oracle is among `cells`. Another oracle is asked what the cells of
    /// other targets are asked.
    pub(crate) fn takes_all(&self, cells: &[&Cell], cell: &Cell) -> bool {
        let is_other = cell.role == Role::OtherOracle;
        self.rounds == Rounds::Full || (is_at_home(cells, cell) && !is_other)
    }

    /// Runs each candidate alone, with nothing of this machine around it.
    pub(crate) fn alone(&mut self, cells: &[&Cell]) -> Result<(), LabError> {
        let samples = self.session.lab.project.idioms()?;
        let candidates = candidates(cells);
        self.session
            .progress
            .stage("portability", candidates.len() as u64);
        for cell in candidates {
            let all = self.takes_all(cells, cell);
            let step = if all { 1 } else { QUICK_STEP_ALONE };
            let samples: Vec<Sample> = samples.iter().step_by(step).cloned().collect();
            self.session.run_alone(self.id, cell, &samples)?;
            self.session.progress.step(&cell.name);
        }
        Ok(())
    }

    /// Times `works` in rounds on those cells whose times count; on none where there is nobody to compare python3 with. A
    /// quick run leaves out the other targets.
    pub(crate) fn time(&mut self, works: &[Work], cells: &[&Cell]) -> Result<(), LabError> {
        let cells = &self.whose_times_count(cells);
        if candidates(cells).is_empty() {
            return Ok(());
        }
        for work in works {
            self.rounds_of(*work, cells, self.rounds.of(*work))?;
        }
        Ok(())
    }

    /// Returns the cells whose times are taken.
    fn whose_times_count<'c>(&self, cells: &[&'c Cell]) -> Vec<&'c Cell> {
        let cells = timed(cells);
        match self.rounds {
            Rounds::Quick => at_home(&cells),
            Rounds::Full => cells,
        }
    }

    /// Times one work on all of `cells` in `count` rounds.
    pub(crate) fn rounds_of(
        &mut self,
        work: Work,
        cells: &[&Cell],
        count: u32,
    ) -> Result<(), LabError> {
        let sample = self.session.lab.project.speed_program(work.program)?;
        self.session
            .progress
            .stage(&format!("{} M={}", work.program, work.m), count.into());
        self.session.warm_up(cells, &sample)?;
        let series = Series {
            sample: &sample,
            m: work.m,
            args: &[work.m.to_string().into()],
            warm: work.is_start_up(),
        };
        for round in 0..count {
            self.session.run_round(self.id, cells, series, round)?;
            self.session.progress.step(work.program);
        }
        Ok(())
    }

    /// Asks in rounds for interpreters that were prepared, on those cells that can do that and whose times are taken.
    pub(crate) fn ready(&mut self, cells: &[&Cell]) -> Result<(), LabError> {
        let cells = self.whose_times_count(cells);
        let sample = &self.session.lab.project.speed_program(START_UP.program)?;
        let count = self.rounds.of(START_UP);
        self.session
            .progress
            .stage("prepared interpreters", count.into());
        for round in 0..count {
            self.session.ready_round(self.id, &cells, sample, round)?;
            self.session.progress.step("ready");
        }
        Ok(())
    }

    /// Makes the attempts among `cells`.
    pub(crate) fn attempts(&mut self, cells: &[&Cell]) -> Result<(), LabError> {
        let attempts = with_role(cells, |role| role == Role::Attempt);
        if attempts.is_empty() {
            return Ok(());
        }
        self.session
            .progress
            .stage("attempts", attempts.len() as u64);
        for cell in attempts {
            self.session.attempt(self.id, cell)?;
            self.session.progress.step(&cell.name);
        }
        Ok(())
    }

    /// Records that these cells gave their results.
    pub(crate) fn conclude(&mut self, cells: &[&Cell]) -> Result<(), LabError> {
        for cell in cells {
            self.session.conclude(self.id, cell, "")?;
        }
        Ok(())
    }
}

/// Returns the cells that run programs: all but the attempts, which build.
pub(crate) fn running<'c>(cells: &[&'c Cell]) -> Vec<&'c Cell> {
    with_role(cells, |role| role != Role::Attempt)
}

/// Returns the cells whose times say something: those that run on no emulator. Another oracle is there for its bytes.
pub(crate) fn timed<'c>(cells: &[&'c Cell]) -> Vec<&'c Cell> {
    let cells = cells.iter().copied();
    cells
        .filter(|cell| !cell.emulated && cell.role != Role::OtherOracle)
        .collect()
}

/// Returns the cells on the oracle's own target. The oracle is to be among them.
pub(crate) fn at_home<'c>(cells: &[&'c Cell]) -> Vec<&'c Cell> {
    let home = cells.iter().copied();
    home.filter(|cell| is_at_home(cells, cell)).collect()
}

fn is_at_home(cells: &[&Cell], cell: &Cell) -> bool {
    let oracle = cells.iter().find(|cell| cell.role == Role::Oracle);
    oracle.is_some_and(|oracle| oracle.target == cell.target)
}

/// Returns the cells that say what is right.
pub(crate) fn oracles<'c>(cells: &[&'c Cell]) -> Vec<&'c Cell> {
    with_role(cells, |role| {
        matches!(role, Role::Oracle | Role::OtherOracle)
    })
}

/// Returns the cells whose bytes count: all but the control, which is there for its times.
pub(crate) fn judged<'c>(cells: &[&'c Cell]) -> Vec<&'c Cell> {
    with_role(cells, |role| role != Role::Control)
}

/// Returns the cells that are compared with an oracle.
pub(crate) fn candidates<'c>(cells: &[&'c Cell]) -> Vec<&'c Cell> {
    with_role(cells, |role| role == Role::Candidate)
}

/// Returns the cells whose role is `wanted`.
fn with_role<'c>(cells: &[&'c Cell], wanted: impl Fn(Role) -> bool) -> Vec<&'c Cell> {
    let cells = cells.iter().copied();
    cells.filter(|cell| wanted(cell.role)).collect()
}
