//! The paper's PoCs, one file each.
//!
//! A PoC decides what runs on which cells and how often; running and recording is the lab's, judging the report's. To
//! add one, write its file and put it into [`ALL`].

mod corpora;
mod decisions;
mod peers;
mod poc0;
mod poc1;
mod poc2;
mod poc3;
mod poc4;
mod poc4_5;
mod poc5;
mod poc6;
mod poc7;
mod poc8;
mod stages;
mod suite;
mod works;

use lab::{Cell, LabError, Session};

use stages::Run;
pub use suite::SuiteProgram;
pub use works::{Rounds, WORKS, Work};

/// One PoC.
pub struct Poc {
    /// Its number in the paper, for instance `7` or `4.5`.
    pub id: &'static str,
    /// The question it answers.
    pub question: &'static str,
    run: fn(&mut Run<'_, '_>, &[&Cell]) -> Result<(), LabError>,
}

/// The PoCs there are, in the paper's order.
pub const ALL: &[Poc] = &[
    Poc {
        id: "0",
        question: "Can a Rust host run Python at all?",
        run: poc0::run,
    },
    Poc {
        id: "1",
        question: "Can any value cross the border?",
        run: poc1::run,
    },
    Poc {
        id: "2",
        question: "Does dynamic syntax work?",
        run: poc2::run,
    },
    Poc {
        id: "3",
        question: "Does code from the wild work, and how fast?",
        run: poc3::run,
    },
    Poc {
        id: "4",
        question: "When does embedding pay?",
        run: poc4::run,
    },
    Poc {
        id: "4.5",
        question: "Why does it cost what it costs?",
        run: poc4_5::run,
    },
    Poc {
        id: "5",
        question: "Does static linking resolve it?",
        run: poc5::run,
    },
    Poc {
        id: "6",
        question: "Is a regular source build the Full tier?",
        run: poc6::run,
    },
    Poc {
        id: "7",
        question: "What does Light cost and buy?",
        run: poc7::run,
    },
    Poc {
        id: "8",
        question: "Does it travel, and can a program choose its tier?",
        run: poc8::run,
    },
];

/// Returns the PoC with this number.
pub fn find(id: &str) -> Option<&'static Poc> {
    ALL.iter().find(|poc| poc.id == id)
}

impl Poc {
    /// Runs the PoC on those of `cells` that take part in it, recording in `session`.
    pub fn run(
        &self,
        session: &mut Session<'_>,
        cells: &[Cell],
        rounds: Rounds,
    ) -> Result<(), LabError> {
        let mut run = Run {
            id: self.id,
            session,
            rounds,
        };
        (self.run)(&mut run, &taking_part(cells, self.id))
    }
}

/// Runs only the speed part of PoC 7, on the works whose name is `only`, or on all of them.
pub fn bench(
    session: &mut Session<'_>,
    cells: &[Cell],
    rounds: Rounds,
    only: Option<&str>,
) -> Result<(), LabError> {
    let mut run = Run {
        id: "7",
        session,
        rounds,
    };
    poc7::bench(&mut run, &taking_part(cells, "7"), only)
}

/// Runs the comparison with peers on `cells`, on the works whose name is `only`, or on all of them.
pub fn peers(
    session: &mut Session<'_>,
    cells: &[Cell],
    rounds: Rounds,
    only: Option<&str>,
) -> Result<(), LabError> {
    let mut run = Run {
        id: record::PEERS,
        session,
        rounds,
    };
    peers::run(&mut run, &taking_part(cells, record::PEERS), only)
}

/// Times the `programs` of a suite on `cells`.
pub fn suite(
    session: &mut Session<'_>,
    cells: &[Cell],
    rounds: Rounds,
    programs: &[SuiteProgram],
) -> Result<(), LabError> {
    let mut run = Run {
        id: record::SUITE,
        session,
        rounds,
    };
    suite::run(&mut run, &taking_part(cells, record::SUITE), programs)
}

fn taking_part<'c>(cells: &'c [Cell], poc: &str) -> Vec<&'c Cell> {
    let cells = cells.iter();
    cells.filter(|cell| cell.takes_part_in(poc)).collect()
}
