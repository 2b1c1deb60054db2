//! What this run has observed already, for whichever `PoC`.
//!
//! Several `PoC`s ask for the same observation: the same program on the same cell, a cell's version, an attempt. It is
//! made once, and stands under the number of each. Times are left out where it is repeated: nothing took that time again.

use record::{Metric, Subject};

use super::{Row, Session};

/// The metrics that say what an observation cost, and not what came of it.
const COSTS: [Metric; 3] = [Metric::Wall, Metric::CpuUser, Metric::CpuSystem];

impl Session<'_> {
    /// Takes note of the records from a position on.
    pub(super) fn index(&mut self, from: usize) {
        let new = self.folder.records().iter().enumerate().skip(from);
        for (position, record) in new {
            let key = (record.subject.clone(), record.metric);
            self.recorded.insert(key);
            let positions = self.known.entry(thing(&record.subject)).or_default();
            positions.push(position);
        }
    }

    /// Returns what was observed of the same thing for the first `PoC` that asked for it, as records of `subject`: those
    /// metrics that are `wanted`, the costs apart. Nothing where nobody asked.
    pub(super) fn known(&self, subject: &Subject, wanted: impl Fn(Metric) -> bool) -> Vec<Row> {
        let positions = self.known.get(&thing(subject));
        let records = positions.into_iter().flatten();
        let mut records = records
            .map(|position| &self.folder.records()[*position])
            .filter(|record| wanted(record.metric) && !COSTS.contains(&record.metric))
            .peekable();
        let first = records.peek().map(|record| record.subject.poc.clone());
        records
            .filter(|record| Some(&record.subject.poc) == first.as_ref())
            .map(|record| {
                let value = record.value.clone();
                (subject.clone(), record.metric, value, record.unit)
            })
            .collect()
    }
}

/// Returns the subject without the `PoC` that asked.
fn thing(subject: &Subject) -> Subject {
    Subject {
        poc: String::new(),
        ..subject.clone()
    }
}
