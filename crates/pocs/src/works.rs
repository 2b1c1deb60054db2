//! The speed programs, with the sizes that the paper gave them.

/// A speed program and a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// The program's name under `samples/speed`.
    pub program: &'static str,
    /// The size it is given.
    pub m: u64,
}

impl Work {
    /// Says whether nearly all of its time is the interpreter's start and end: what a prepared interpreter saves.
    pub fn is_start_up(self) -> bool {
        self.program == START_UP.program
    }
}

/// The program that does next to nothing.
pub(crate) const START_UP: Work = Work {
    program: "startup",
    m: 1,
};

/// The paper's four measurements (its section 3).
pub const WORKS: [Work; 4] = [
    START_UP,
    Work {
        program: "pure",
        m: 300_000,
    },
    Work {
        program: "pure",
        m: 1_000_000,
    },
    Work {
        program: "dynamic",
        m: 100_000,
    },
];

/// Returns the works of the program called `only`, or all of them.
pub(crate) fn named(only: Option<&str>) -> Vec<Work> {
    let asked = |work: &Work| only.is_none_or(|only| work.program == only);
    WORKS.into_iter().filter(asked).collect()
}

/// How often each speed program runs on each cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounds {
    /// Enough to see that everything works.
    Quick,
    /// Enough for intervals of a few per cent on a machine with little else to do.
    Full,
}

impl Rounds {
    /// Returns how many rounds a work gets. Start-up is short and its scatter large in proportion, so it gets more.
    pub fn of(self, work: Work) -> u32 {
        match (self, work.program) {
            (Self::Quick, "startup") => 11,
            (Self::Quick, _) => 5,
            (Self::Full, "startup") => 100,
            (Self::Full, _) => 31,
        }
    }

    /// Returns how many rounds a work gets beside the peers, some of which take seconds to start.
    pub(crate) fn of_peers(self, work: Work) -> u32 {
        match (self, work.program) {
            (Self::Quick, _) => 5,
            (Self::Full, "startup") => 31,
            (Self::Full, _) => 15,
        }
    }
}
