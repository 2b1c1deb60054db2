//! The paper's PoCs, one file each.
//!
//! A PoC decides what runs on which cells and how often; running and recording is the lab's, judging the report's. To
//! add one, write its file and put it into [`ALL`].

mod poc7;
mod works;

use lab::{Cell, LabError, Session};

pub use works::{Rounds, WORKS, Work};

/// One PoC.
pub struct Poc {
    /// Its number in the paper, for instance `7` or `4.5`.
    pub id: &'static str,
    /// The question it answers.
    pub question: &'static str,
    run: fn(&mut Session<'_>, &[Cell], Rounds) -> Result<(), LabError>,
}

/// The PoCs there are, in the paper's order.
pub const ALL: &[Poc] = &[Poc {
    id: "7",
    question: "What does Light cost and buy?",
    run: poc7::run,
}];

/// Returns the PoC with this number.
pub fn find(id: &str) -> Option<&'static Poc> {
    ALL.iter().find(|poc| poc.id == id)
}

impl Poc {
    /// Runs the PoC on `cells`, recording in `session`.
    pub fn run(
        &self,
        session: &mut Session<'_>,
        cells: &[Cell],
        rounds: Rounds,
    ) -> Result<(), LabError> {
        (self.run)(session, cells, rounds)
    }
}

/// Runs only the speed part of PoC 7, on the works whose name is `only`, or on all of them.
pub fn bench(
    session: &mut Session<'_>,
    cells: &[Cell],
    rounds: Rounds,
    only: Option<&str>,
) -> Result<(), LabError> {
    poc7::bench(session, cells, rounds, only)
}
