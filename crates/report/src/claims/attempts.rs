//! Claims about builds that the paper could not finish.

use super::gate;
use super::paper::{ATTEMPTS_POC, DEMANDED_VARIABLE};
use super::{Claim, Judgement, Obstacle, PaperValue, Reference, Tolerance, Verdict};
use crate::evidence::{Evidence, Place};
use crate::outcome::Outcome;

/// What a linker says of a library that it lacks.
const LACKING: [&str; 4] = [
    "cannot find",
    "could not find",
    "unable to find",
    "no such file",
];

pub(super) fn claims() -> Vec<Claim> {
    let claim = |id, words, target: &'static str, why: Why| Claim {
        id,
        words,
        paper: PaperValue::Words("blocked"),
        tolerance: Tolerance::Equal,
        section: "4. Portability",
        command: "just poc4",
        predicate: Box::new(move |evidence| blocked(evidence, target, &why)),
    };
    vec![
        claim(
            "C4.1",
            "Embedding CPython is blocked on aarch64: there is no libpython for that target",
            "aarch64",
            Why {
                told: lacks_libpython,
                words: "the linker lacks libpython",
            },
        ),
        claim(
            "C4.2",
            "Embedding CPython is blocked on WASI: the build demands PYO3_CROSS_PYTHON_VERSION",
            "wasm32-wasip1",
            Why {
                told: demands_the_version,
                words: "the build demands PYO3_CROSS_PYTHON_VERSION",
            },
        ),
    ]
}

/// The reason that the paper gives.
struct Why {
    /// Whether a line of the captured output tells of it.
    told: fn(&str) -> bool,
    words: &'static str,
}

/// The linker's own complaint. Its command line, which the compiler prints, names the library too, whatever is wrong.
fn lacks_libpython(line: &str) -> bool {
    let line = line.to_lowercase();
    let named = line.contains("-lpython") || line.contains("libpython");
    named && LACKING.iter().any(|words| line.contains(words))
}

/// The complaint itself: the build's script also lists the variable among those that it looks at.
fn demands_the_version(line: &str) -> bool {
    line.contains("error") && line.contains(DEMANDED_VARIABLE)
}

fn blocked(evidence: &Evidence, target: &str, why: &Why) -> Result<Judgement, Obstacle> {
    gate::ran(evidence, ATTEMPTS_POC)?;
    let cell = gate::attempt(evidence, target)?;
    let (verdict, reason) = match gate::outcome(evidence, ATTEMPTS_POC, cell)? {
        (Outcome::Blocked, output) => of_output(output, why),
        (Outcome::Result, _) => (Verdict::Refuted, "it built".into()),
        (outcome, detail) => return Err(gate::in_the_way(cell, outcome, detail)),
    };
    let measured = if verdict == Verdict::Refuted {
        "not blocked"
    } else {
        "blocked"
    };
    let reference = Reference::to(evidence, &Place::still(ATTEMPTS_POC, &cell.name));
    Ok(Judgement::new(verdict, measured, reason).from(vec![reference]))
}

fn of_output(output: &str, why: &Why) -> (Verdict, String) {
    if let Some(line) = output.lines().find(|line| (why.told)(line)) {
        let reason = format!("{}; it says: {}", why.words, line.trim());
        return (Verdict::Reproduced, reason);
    }
    let last = output.lines().rfind(|line| !line.trim().is_empty());
    let said = last.map_or("it says nothing".into(), |line| {
        format!("it says: {}", line.trim())
    });
    (
        Verdict::Partly,
        format!("blocked, but not because {}; {said}", why.words),
    )
}
