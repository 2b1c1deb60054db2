//! How long a decision takes.

use std::hint::black_box;
use std::time::{Duration, Instant};

use record::{Metric, Phase, Subject, Unit, Value};
use tiers::Considered;

use super::{Session, subject};
use crate::observe::nanoseconds;
use crate::{Cell, LabError};

/// The name under which decisions are recorded.
const DECISION: &str = "decision";

impl Session<'_> {
    /// Takes the time of a decision whether the program `source` may run on `cell`, `rounds` times, and records each.
    pub fn time_decisions(
        &mut self,
        poc: &str,
        cell: &Cell,
        source: &str,
        rounds: u32,
    ) -> Result<(), LabError> {
        let of = |process| Subject {
            m: Some(source.lines().count() as u64),
            process,
            ..subject(poc, cell, DECISION, Phase::Warm)
        };
        if self.has(&of(0), Metric::Decision) {
            return Ok(());
        }
        // The first reads what the others find read.
        decision(source);
        let row = |process| {
            let time = Value::Number(nanoseconds(decision(source)));
            (of(process), Metric::Decision, time, Unit::Ns)
        };
        let rows = (0..rounds).map(row).collect();
        self.record_once(rows)
    }
}

fn decision(source: &str) -> Duration {
    let started = Instant::now();
    black_box(Considered::text(black_box(source), &[]));
    started.elapsed()
}
