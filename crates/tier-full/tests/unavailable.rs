//! An interpreter that cannot be started. In a file, and so in a process, of its own.

use tier_api::{Fault, Outcome, Program, Tier as _};
use tier_full::Full;

#[test]
fn a_missing_library_is_told_in_the_words_of_cpython() {
    let outcome = Full::with_home("/nonexistent").run(&Program::new("program.py"));
    let Outcome::Faulted(Fault::Unavailable { reason }) = outcome else {
        panic!("started without a library: {outcome:?}");
    };
    assert!(reason.contains("codec"), "{reason}");
}
