//! A round: cells that are measured side by side, in an order drawn by chance.

use record::{Metric, Subject};

use super::Session;
use super::jobs::Found;
use crate::{Cell, LabError};

impl Session<'_> {
    /// Measures each of `members`, in an order that the session's seed, `size` and `round` draw, and records what is found in the
    /// order of the members; nothing where `mark` is known of one of them.
    ///
    /// A round is one step: its members were measured side by side, and stand or fall together.
    pub(super) fn round<'c>(
        &mut self,
        members: &[(&'c Cell, Subject)],
        mark: Metric,
        [size, round]: [u64; 2],
        mut measure: impl FnMut(&mut Self, &'c Cell, &Subject) -> Result<Found, LabError>,
    ) -> Result<(), LabError> {
        if members.iter().any(|(_, subject)| self.has(subject, mark)) {
            return Ok(());
        }
        let mut order: Vec<usize> = (0..members.len()).collect();
        fastrand::Rng::with_seed(self.seed ^ (size << 32) ^ round).shuffle(&mut order);
        let mut rows = vec![Vec::new(); members.len()];
        let mut blobs = Vec::new();
        for index in order {
            let (cell, subject) = &members[index];
            let found = measure(self, cell, subject)?;
            rows[index] = found.rows;
            blobs.extend(found.blobs);
        }
        let rows = rows.concat();
        self.record_found(Found { rows, blobs })
    }
}
