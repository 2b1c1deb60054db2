//! The made-up run as records.

use std::collections::BTreeMap;

use record::{Fingerprint, Metric, Phase, Record, Schema, Subject, Unit, Value, sha256_hex};

use super::{Itself, More, Ran, Timed};

/// The records so far.
pub(super) struct Log<'a> {
    fingerprint: &'a Fingerprint,
    /// The `PoC` that observes.
    pub(super) poc: String,
    pub(super) records: Vec<Record>,
    pub(super) blobs: BTreeMap<String, Vec<u8>>,
}

impl<'a> Log<'a> {
    pub(super) fn new(fingerprint: &'a Fingerprint) -> Self {
        Self {
            fingerprint,
            poc: String::new(),
            records: Vec::new(),
            blobs: BTreeMap::new(),
        }
    }

    pub(super) fn itself(&mut self, cell: &str, itself: &Itself) {
        let still = self.subject(cell, "-", None, Phase::Still, 0);
        let mut parts = vec![
            (still.clone(), Metric::Outcome, text(&itself.outcome)),
            (still.clone(), Metric::Detail, text(&itself.detail)),
        ];
        if itself.outcome == "result" {
            let complaint = self.keep(&itself.complaint);
            let asked = match &itself.imports {
                Some(imports) => (still.clone(), Metric::Imports, text(imports)),
                None => (still.clone(), Metric::Needed, text(&itself.needed)),
            };
            parts.extend([
                (
                    still.clone(),
                    Metric::Size,
                    number(itself.size_bytes, Unit::Bytes),
                ),
                asked,
                (
                    still.clone(),
                    Metric::SelfContained,
                    number(itself.self_contained, Unit::Flag),
                ),
                (still, Metric::Stderr, complaint),
            ]);
            let installed = itself.installed_bytes;
            parts.extend(installed.map(|bytes| {
                let still = self.subject(cell, "-", None, Phase::Still, 0);
                (still, Metric::Installed, number(bytes, Unit::Bytes))
            }));
            let cold = self.subject(cell, "-", None, Phase::Cold, 0);
            parts.push((cold, Metric::Version, text(&itself.version)));
        }
        self.step(parts);
    }

    pub(super) fn ran(&mut self, cell: &str, sample: &str, ran: &Ran) {
        let subject = self.subject(cell, sample, None, Phase::Cold, 0);
        let (stdout, stderr) = (self.keep(&ran.stdout), self.keep(&ran.stderr));
        let parts = [
            (Metric::Stdout, stdout),
            (Metric::Stderr, stderr),
            (Metric::ExitStatus, number(ran.status, Unit::Status)),
            (Metric::Wall, number(20_000_000, Unit::Ns)),
            (Metric::PeakMemory, number(ran.peak_bytes, Unit::Bytes)),
        ];
        self.step(
            parts
                .map(|(metric, value)| (subject.clone(), metric, value))
                .to_vec(),
        );
    }

    pub(super) fn timed(&mut self, (work, m): (&str, u64), cell: &str, timed: &Timed) {
        for (round, wall_ms) in (0..).zip(&timed.walls_ms) {
            let subject = self.subject(cell, work, Some(m), Phase::Cold, round);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "made-up times are positive and short"
            )]
            let wall = (wall_ms * 1e6) as u64;
            let parts = [
                (
                    Metric::Stdout,
                    (
                        Value::Text(sha256_hex(timed.stdout.as_bytes())),
                        Unit::Sha256,
                    ),
                ),
                (Metric::ExitStatus, number(timed.status, Unit::Status)),
                (Metric::Wall, number(wall, Unit::Ns)),
                (Metric::CpuUser, number(wall / 10 * 8, Unit::Ns)),
                (Metric::CpuSystem, number(wall / 10, Unit::Ns)),
            ];
            let complaint = (!timed.stderr.is_empty()).then(|| self.keep(&timed.stderr));
            let complaint = complaint.map(|value| (Metric::Stderr, value));
            let parts = parts.into_iter().chain(complaint);
            self.step(
                parts
                    .map(|(metric, value)| (subject.clone(), metric, value))
                    .collect(),
            );
        }
    }

    /// One observation of one `PoC`. What a program printed is kept where it is shown.
    pub(super) fn more(&mut self, more: &More) {
        let subject = self.subject(&more.cell, &more.sample, more.m, more.phase, more.process);
        let value = match (&more.value, more.unit, more.m) {
            (Value::Text(output), Unit::Sha256, None) => self.keep(output),
            (Value::Text(output), Unit::Sha256, Some(_)) if more.metric == Metric::Profile => {
                self.keep(output)
            }
            (Value::Text(output), Unit::Sha256, Some(_)) => {
                let digest = sha256_hex(output.as_bytes());
                (Value::Text(digest), Unit::Sha256)
            }
            (value, unit, _) => (value.clone(), unit),
        };
        self.step(vec![(subject, more.metric, value)]);
    }

    fn subject(
        &self,
        cell: &str,
        sample: &str,
        m: Option<u64>,
        phase: Phase,
        round: u32,
    ) -> Subject {
        let print = self
            .fingerprint
            .cells
            .iter()
            .find(|print| print.name == cell);
        let print = print.expect("a cell of the fingerprint");
        Subject {
            poc: self.poc.clone(),
            sample: sample.into(),
            m,
            cell: cell.into(),
            tier: print.tier.clone(),
            build: print.build.clone(),
            target: print.target.clone(),
            phase,
            process: round,
            iteration: 0,
        }
    }

    fn keep(&mut self, output: &str) -> (Value, Unit) {
        let sha256 = sha256_hex(output.as_bytes());
        self.blobs
            .insert(sha256.clone(), output.as_bytes().to_vec());
        (Value::Text(sha256), Unit::Sha256)
    }

    fn step(&mut self, parts: Vec<(Subject, Metric, (Value, Unit))>) {
        let step = self.records.last().map_or(0, |record| record.step + 1);
        let count = u32::try_from(parts.len()).expect("few parts");
        for (part, (subject, metric, (value, unit))) in (0..).zip(parts) {
            let schema = Schema::V1;
            self.records.push(Record {
                schema,
                step,
                part,
                parts: count,
                subject,
                metric,
                value,
                unit,
            });
        }
    }
}

fn text(words: &str) -> (Value, Unit) {
    (Value::Text(words.into()), Unit::Text)
}

fn number(number: u64, unit: Unit) -> (Value, Unit) {
    (Value::Number(number), unit)
}
