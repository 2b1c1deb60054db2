//! Every `PoC` on every target at a glance.

use record::{CellPrint, Role};

use crate::evidence::Evidence;
use crate::fidelity::{Fidelity, SampleVerdict};
use crate::outcome::{self, Outcome};
use crate::poc::Poc;

/// The targets, the machine's own first.
pub const TARGETS: [&str; 3] = ["x86_64", "aarch64", "wasm32-wasip1"];

/// What became of one cell in one `PoC`.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The cell.
    pub cell: &'a CellPrint,
    /// What it came to.
    pub state: State,
    /// What it was compared with, where that is not the first oracle.
    pub other_oracle: Option<&'a str>,
}

/// What a cell came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It ran; of the programs that the `PoC` compares, that many did what they do on the oracle.
    Ran {
        /// How many passed.
        passed: usize,
        /// Of how many; none where the `PoC` compares no programs.
        of: usize,
    },
    /// It ended in something else than a result.
    Ended(Outcome),
    /// The run has not come to it.
    NotYet,
}

/// Returns what became of each cell that a `PoC` judges or tries to build on `target`, in the order of the matrix.
pub fn entries<'a>(evidence: &'a Evidence, poc: &Poc, target: &str) -> Vec<Entry<'a>> {
    let asked = |cell: &&CellPrint| {
        cell.target == target && matches!(cell.role, Role::Candidate | Role::Attempt)
    };
    let cells = evidence.cells_of(poc.id).filter(asked);
    let entry = |cell| Entry {
        cell,
        state: state(evidence, poc, cell),
        other_oracle: evidence.other_oracle(cell),
    };
    cells.map(entry).collect()
}

/// Returns what a cell came to in a `PoC`.
pub fn state(evidence: &Evidence, poc: &Poc, cell: &CellPrint) -> State {
    match outcome::of(evidence, poc.id, &cell.name) {
        None => State::NotYet,
        Some((Outcome::Result, _)) => {
            let table = Fidelity::of(evidence, poc.id, cell);
            State::Ran {
                passed: table.count(SampleVerdict::Pass),
                of: table.samples.len(),
            }
        }
        Some((outcome, _)) => State::Ended(outcome),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poc;
    use crate::testing::{
        ATTEMPT_AARCH64, FULL_AARCH64, LIGHT_AARCH64, LIGHT_NODE, LIGHT_WASI, Run, VERSIONED,
    };

    fn found(run: &Run, id: &str, target: &str) -> Vec<(String, State)> {
        let evidence = run.evidence();
        let entries = entries(&evidence, poc::find(id).unwrap(), target);
        let pair = |entry: &Entry<'_>| (entry.cell.name.clone(), entry.state);
        entries.iter().map(pair).collect()
    }

    #[test]
    fn a_field_holds_the_cells_of_its_poc_and_target() {
        let run = Run::as_told();
        let ran = |passed| State::Ran { passed, of: 20 };
        assert_eq!(
            found(&run, "8", "aarch64"),
            [
                (LIGHT_AARCH64.into(), ran(19)),
                (FULL_AARCH64.into(), ran(20))
            ]
        );
        let blocked = State::Ended(Outcome::Blocked);
        assert_eq!(
            found(&run, "5", "aarch64"),
            [(ATTEMPT_AARCH64.into(), blocked)]
        );
        assert_eq!(found(&run, "0", "aarch64"), []);
    }

    #[test]
    fn what_is_missing_is_a_state_of_its_own() {
        let mut run = Run::as_told();
        run.lacks(LIGHT_NODE, "./artifact build all");
        run.cells.remove(LIGHT_WASI);
        let states = found(&run, "8", "wasm32-wasip1");
        assert_eq!(states[0], (LIGHT_WASI.into(), State::NotYet));
        let lacking = State::Ended(Outcome::NotProvisioned);
        assert_eq!(states[1], (LIGHT_NODE.into(), lacking));
    }

    #[test]
    fn a_sample_that_did_not_run_has_not_passed() {
        let mut run = Run::as_told();
        run.ran.remove(&(LIGHT_AARCH64.into(), VERSIONED.into()));
        let states = found(&run, "8", "aarch64");
        assert_eq!(states[0].1, State::Ran { passed: 18, of: 20 });
    }

    #[test]
    fn a_poc_without_programs_counts_none() {
        let run = Run::as_told();
        let light = found(&run, "4", "x86_64");
        assert!(
            light
                .iter()
                .all(|(_, state)| *state == State::Ran { passed: 0, of: 0 })
        );
        assert_eq!(light.len(), 2);
    }
}
