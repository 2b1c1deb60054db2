//! Claims about what it takes to bring a tier to another target.

use std::collections::BTreeSet;

use record::CellPrint;

use super::gate;
use super::paper::{ATTEMPTS_POC, ELSEWHERE, TRAVEL_POC};
use super::{Claim, Judgement, Obstacle, PaperValue, Reference, Tolerance, Verdict};
use crate::builds::{self, Build};
use crate::evidence::{Evidence, Place};
use crate::number::count;
use crate::outcome::Outcome;

pub(super) fn claims() -> Vec<Claim> {
    let claim = |id, words, paper, predicate: fn(&Evidence) -> Result<Judgement, Obstacle>| Claim {
        id,
        words,
        paper: PaperValue::Words(paper),
        tolerance: Tolerance::Equal,
        section: "4. Portability",
        command: "just poc8",
        predicate: Box::new(predicate),
    };
    vec![
        claim(
            "C7.15",
            "Light cross-compiles as it is to aarch64 and to WASM",
            "yes (argued, not run)",
            cross_compiles,
        ),
        claim(
            "C7.17",
            "One Rust toolchain suffices for every target, with no target libpython to provision",
            "yes (argued)",
            one_toolchain,
        ),
        claim(
            "C7.18",
            "Full is bound to x86_64 and glibc; moving it needs a libpython of the target",
            "yes",
            needs_libpython,
        ),
    ]
}

/// As it is: with every feature that the build at home has, and with sources that nobody changed.
fn cross_compiles(evidence: &Evidence) -> Result<Judgement, Obstacle> {
    gate::ran(evidence, TRAVEL_POC)?;
    let home = gate::at_home(evidence, "light")?;
    let (mut each, mut changed, mut cells) = (Vec::new(), Vec::new(), vec![home]);
    for target in ELSEWHERE {
        let cell = gate::cells_on(evidence, TRAVEL_POC, ("light", target))?[0];
        let less = what_was_changed(written_down(evidence, home)?, written_down(evidence, cell)?)
            .ok_or_else(|| format!("the features of {} were not written down", cell.name))?;
        each.push(match less.len() {
            0 => format!("{target}: as it is"),
            number => format!("{target}: without {}", count(number, "feature")),
        });
        if !less.is_empty() {
            changed.push(format!("{target}: {}", less.join(", ")));
        }
        cells.push(cell);
    }
    let (verdict, reason) = if changed.is_empty() {
        let reason = format!("both have every feature of {}", home.name);
        (Verdict::Reproduced, reason)
    } else {
        let changed = changed.join("; ");
        let reason = format!("both compile, but not as it is; left out or changed: {changed}");
        (Verdict::Partly, reason)
    };
    let judgement = Judgement::new(verdict, each.join("; "), reason);
    Ok(judgement.from(references(evidence, TRAVEL_POC, &cells)))
}

/// What a build does without or has in changed sources, beside that at home; none where its features are unknown.
fn what_was_changed(home: Build<'_>, there: Build<'_>) -> Option<Vec<String>> {
    home.features().and(there.features())?;
    let mut changed = home.left_out_by(there);
    let patches = there
        .patches()
        .filter(|_| there.patches() != home.patches());
    changed.extend(patches.map(|patches| format!("patches ({patches})")));
    Some(changed)
}

/// How many compilers, and what else each target took.
fn one_toolchain(evidence: &Evidence) -> Result<Judgement, Obstacle> {
    gate::ran(evidence, TRAVEL_POC)?;
    let home = gate::at_home(evidence, "light")?;
    let at_home = written_down(evidence, home)?;
    let mut cells = vec![home];
    for target in ELSEWHERE {
        cells.extend(gate::cells_on(evidence, TRAVEL_POC, ("light", target))?);
    }
    let (mut compilers, mut parts, mut libpython) = (BTreeSet::new(), BTreeSet::new(), None);
    for cell in &cells {
        let build = written_down(evidence, cell)?;
        let compiler = build.compiler();
        compilers.insert(
            compiler
                .ok_or_else(|| format!("the compiler of {} was not written down", cell.name))?,
        );
        let took = build.parts(Some(at_home)).into_iter();
        parts.extend(took.map(|(field, value)| format!("{}: {field} {value}", cell.target)));
        libpython = libpython.or(build.libpython().map(|version| (&cell.name, version)));
    }
    let compilers: Vec<&str> = compilers.into_iter().collect();
    let parts: Vec<String> = parts.into_iter().collect();
    let measured = format!(
        "{}, {} beside them, {}",
        count(compilers.len(), "compiler"),
        count(parts.len(), "part"),
        if libpython.is_some() {
            "a libpython"
        } else {
            "no libpython"
        }
    );
    let (verdict, reason) = if let Some((cell, version)) = libpython {
        (
            Verdict::Refuted,
            format!("{cell} holds a libpython {version}"),
        )
    } else if compilers.len() == 1 && parts.is_empty() {
        (
            Verdict::Reproduced,
            format!("{} built them all", compilers[0]),
        )
    } else {
        let took = [compilers.join(" and "), parts.join("; ")];
        let took = took.into_iter().filter(|words| !words.is_empty());
        let reason = format!(
            "no libpython, but more than one toolchain by itself: {}",
            took.collect::<Vec<_>>().join("; ")
        );
        (Verdict::Partly, reason)
    };
    let judgement = Judgement::new(verdict, measured, reason);
    Ok(judgement.from(references(evidence, TRAVEL_POC, &cells)))
}

/// Without a libpython of the target the build is blocked; with one it runs.
fn needs_libpython(evidence: &Evidence) -> Result<Judgement, Obstacle> {
    gate::ran(evidence, ATTEMPTS_POC)?;
    let mut references = Vec::new();
    for target in ELSEWHERE {
        let attempt = gate::attempt(evidence, target)?;
        references.push(reference(evidence, ATTEMPTS_POC, attempt));
        match gate::outcome(evidence, ATTEMPTS_POC, attempt)? {
            (Outcome::Blocked, _) => {}
            (Outcome::Result, _) => {
                let reason = format!("{} built without a libpython of its target", attempt.name);
                let judgement = Judgement::new(Verdict::Refuted, "not blocked without one", reason);
                return Ok(judgement.from(references));
            }
            (outcome, detail) => return Err(gate::in_the_way(attempt, outcome, detail)),
        }
    }
    gate::ran(evidence, TRAVEL_POC)?;
    let mut moved = Vec::new();
    for target in ELSEWHERE {
        for cell in gate::cells_on(evidence, TRAVEL_POC, ("full", target))? {
            let version = written_down(evidence, cell)?.libpython().ok_or_else(|| {
                format!("which libpython {} holds was not written down", cell.name)
            })?;
            moved.push(format!("{} (libpython {version})", cell.name));
            references.push(reference(evidence, TRAVEL_POC, cell));
        }
    }
    let reason = format!(
        "without one the build is blocked on both targets; with one it is bound to neither x86_64 nor glibc, and runs: {}",
        moved.join(", ")
    );
    let measured = "blocked without a target libpython; runs with one";
    Ok(Judgement::new(Verdict::Reproduced, measured, reason).from(references))
}

fn written_down<'a>(evidence: &'a Evidence, cell: &CellPrint) -> Result<Build<'a>, Obstacle> {
    let unknown = || format!("how {} was built was not written down", cell.name);
    builds::of(evidence, cell).ok_or_else(unknown)
}

fn references(evidence: &Evidence, poc: &str, cells: &[&CellPrint]) -> Vec<Reference> {
    let each = cells.iter().map(|cell| reference(evidence, poc, cell));
    each.collect()
}

fn reference(evidence: &Evidence, poc: &str, cell: &CellPrint) -> Reference {
    Reference::to(evidence, &Place::still(poc, &cell.name))
}
