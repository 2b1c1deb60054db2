//! How the dispatcher did over corpora.

use report::{Evidence, corpora};

use super::{printed, table};

/// A row for each corpus; none where the PoC takes none, or none was scored.
pub(super) fn scores(evidence: &Evidence, poc: &str) -> Option<String> {
    if poc != corpora::POC {
        return None;
    }
    let mut table = table(&[
        "corpus",
        "programs",
        "Light is right",
        "accepted",
        "unsafe",
        "fallbacks",
    ]);
    for scored in corpora::scored(evidence) {
        let score = scored.score;
        let mut name = score.corpus.clone();
        if scored.spent {
            name.push_str(" (spent)");
        }
        table.add_row([
            name,
            score.programs.to_string(),
            score.light_identical.to_string(),
            score.light_safe.to_string(),
            score.unsafe_accepts.to_string(),
            score.fallbacks.to_string(),
        ]);
    }
    printed(&table)
}
