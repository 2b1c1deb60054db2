//! A made-up run of a suite.

use record::{Role, SUITE};

use super::fingerprint::cell;
use super::{CONTROL, FULL, LIGHT, ORACLE, Run};

/// Two programs of a suite, which come to the same everywhere; Light takes twice and eight times as long. A test changes what
/// it is about.
pub(crate) fn suite() -> Run {
    let mut run = Run::as_told();
    run.scores.clear();
    run.more.clear();
    run.timed.clear();
    run.pocs = [SUITE.to_owned()].into();
    run.fingerprint.cells = vec![
        cell(ORACLE, "oracle", "python3", Role::Oracle, &[SUITE]),
        cell(CONTROL, "oracle", "python3", Role::Control, &[SUITE]),
        cell(FULL, "full", "static", Role::Candidate, &[SUITE]),
        cell(LIGHT, "light", "stock", Role::Candidate, &[SUITE]),
    ];
    for (program, light) in [("nbody", 2.0), ("raytrace", 8.0)] {
        for (cell, factor) in [(ORACLE, 1.0), (CONTROL, 1.0), (FULL, 0.9), (LIGHT, light)] {
            run.takes(
                cell,
                program,
                1,
                [100.0 * factor, 110.0 * factor, 120.0 * factor],
            );
        }
    }
    run
}
