//! Which functions the instructions of a loop are in.
//!
//! A program is run for two sizes under callgrind. What the longer run executes beyond the shorter one is the loop, without what
//! surrounds it. Functions have names where the program's file still holds them.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use record::{Metric, Phase, Subject, Unit, Value, sha256_hex};

use super::instructions::counted;
use super::jobs::{Found, Job};
use super::subject;
use crate::observe::command;
use crate::{Cell, Lab, LabError, Provisioned, Sample};

/// The smallest share of the loop that a function is named for; the others are one line.
const LEAST_SHARE: f64 = 0.005;

/// What the functions are called together that have no line of their own, and those that have no name.
const OTHERS: &str = "others";
const UNNAMED: &str = "unnamed";

/// Instructions by function, those of the function itself.
type Profile = BTreeMap<String, u64>;

impl<'a> Job<'a> {
    /// Runs `sample` for two sizes on a cell under callgrind; records for the longer run how many instructions it executed
    /// beyond the other and, where the functions have names, in which functions.
    pub fn profile(poc: &str, cell: &'a Cell, sample: &'a Sample, [less, more]: [u64; 2]) -> Self {
        Self {
            subject: Subject {
                m: Some(more - less),
                ..subject(poc, cell, &sample.name, Phase::Still)
            },
            mark: Metric::Instructions,
            same_for_all: false,
            work: Box::new(move |lab, subject| {
                let Some(provisioned) = lab.provisioned(cell) else {
                    return Ok(Found::default());
                };
                let shorter = profile(lab, cell, &provisioned, sample, less)?;
                let longer = profile(lab, cell, &provisioned, sample, more)?;
                Ok(found(subject, &beyond(&longer, &shorter)))
            }),
        }
    }
}

fn profile(
    lab: &Lab,
    cell: &Cell,
    provisioned: &Provisioned,
    sample: &Sample,
    m: u64,
) -> Result<Profile, LabError> {
    let args = [m.to_string().into()];
    let plain = command(cell, provisioned, &sample.path, &args);
    let counted = counted(lab, plain)?;
    Ok(own_instructions(&counted.profile))
}

fn found(subject: &Subject, profile: &Profile) -> Found {
    let total: u64 = profile.values().sum();
    let mut found = Found {
        rows: vec![(
            subject.clone(),
            Metric::Instructions,
            Value::Number(total),
            Unit::Count,
        )],
        blobs: Vec::new(),
    };
    let unnamed = profile.get(UNNAMED).copied().unwrap_or_default();
    if unnamed < total / 2 {
        let blob = lines(profile, total).into_bytes();
        let digest = Value::Text(sha256_hex(&blob));
        let row = (subject.clone(), Metric::Profile, digest, Unit::Sha256);
        found.rows.push(row);
        found.blobs.push(blob);
    }
    found
}

/// Writes a profile: on each line a number of instructions and a function, those with most first.
fn lines(profile: &Profile, total: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a share of a count")]
    let share = |count: u64| count as f64 / total.max(1) as f64;
    let mut named: Vec<(&str, u64)> = profile
        .iter()
        .map(|(name, count)| (name.as_str(), *count))
        .filter(|(name, count)| share(*count) >= LEAST_SHARE && *name != UNNAMED)
        .collect();
    named.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    let rest = total - named.iter().map(|(_, count)| count).sum::<u64>();
    let rest = std::iter::once((OTHERS, rest));
    let mut lines = String::new();
    for (name, count) in named.into_iter().chain(rest) {
        let _ = writeln!(lines, "{count}\t{name}");
    }
    lines
}

/// Returns what `longer` has beyond `shorter`.
fn beyond(longer: &Profile, shorter: &Profile) -> Profile {
    let less = |name: &String| shorter.get(name).copied().unwrap_or_default();
    longer
        .iter()
        .map(|(name, count)| (name.clone(), count.saturating_sub(less(name))))
        .collect()
}

/// Reads from callgrind's output how many instructions each function executed itself.
///
/// The format is described in the manual of Valgrind, "Callgrind Format Specification".
fn own_instructions(output: &str) -> Profile {
    let mut names: HashMap<&str, &str> = HashMap::new();
    let mut profile = Profile::new();
    let mut function = UNNAMED.to_owned();
    // The line after `calls=` tells what was executed in the function that was called.
    let mut is_call = false;
    for line in output.lines() {
        if let Some(name) = line.strip_prefix("fn=") {
            function = known(&mut names, name);
        } else if let Some(name) = line.strip_prefix("cfn=") {
            known(&mut names, name);
        } else if line.starts_with("calls=") {
            is_call = true;
        } else if let Some(count) = cost(line)
            && !std::mem::take(&mut is_call)
        {
            *profile.entry(function.clone()).or_default() += count;
        }
    }
    profile
}

/// Returns what a line of costs tells: a position, which may be relative to the last, and a count.
fn cost(line: &str) -> Option<u64> {
    let (position, count) = line.split_once(' ')?;
    let is_position =
        position.starts_with(|first: char| first.is_ascii_digit() || "+-*".contains(first));
    count.parse().ok().filter(|_| is_position)
}

/// Returns a function's name, which stands in full the first time only: `(7) name`, then `(7)`. Calls of a function by itself
/// have a number of their own, `name'2`.
fn known<'o>(names: &mut HashMap<&'o str, &'o str>, words: &'o str) -> String {
    let (id, name) = words.split_once(' ').unwrap_or((words, ""));
    if !name.is_empty() {
        names.insert(id, name);
    }
    let name = names.get(id).copied().unwrap_or(id);
    let (plain, level) = name.rsplit_once('\'').unwrap_or((name, ""));
    let name = if level.parse::<u32>().is_ok() {
        plain
    } else {
        name
    };
    if name.starts_with("0x") {
        UNNAMED.to_owned()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "version: 1\nevents: Ir\n\nob=(1) /bin/program\nfl=(1) ???\nfn=(1) main\n0 12\n\
        cfn=(2) run'2\ncalls=3 0\n0 500\n0 8\n\nfn=(2)\n0 500\n\nfn=(3) run\n0 100\n\n\
        fn=(4) 0x0000000000012345\n0 7\n\ntotals: 627\n";

    #[test]
    fn a_function_has_what_it_executed_itself() {
        let profile = own_instructions(OUTPUT);
        let expected = [("main", 20), ("run", 600), (UNNAMED, 7)];
        let expected: Profile = expected
            .map(|(name, count)| (name.to_owned(), count))
            .into();
        assert_eq!(profile, expected);
    }

    #[test]
    fn the_loop_is_what_the_longer_run_has_beyond_the_other() {
        let longer = own_instructions(OUTPUT);
        let shorter: Profile = [("main".to_owned(), 20), ("run".to_owned(), 200)].into();
        let profile = beyond(&longer, &shorter);
        let total = profile.values().sum();
        assert_eq!(lines(&profile, total), "400\trun\n7\tothers\n");
    }
}
