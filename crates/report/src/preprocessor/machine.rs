//! The machine, the programs and the inputs as the book shows them, and how long it all took.

use record::{Fingerprint, Metric, Record};

use super::missing;
use crate::corpora;
use crate::evidence::Evidence;
use crate::html::{Html, Table, code, details, digest};
use crate::number;
use crate::poc::{self, Poc};

pub(super) const EVERYTHING: &str = "./artifact reproduce";

/// The machine and the settings.
pub(super) fn environment(evidence: &Evidence) -> Html {
    let Some(fingerprint) = evidence.fingerprint() else {
        return missing::note(EVERYTHING);
    };
    let mut table = Table::new(
        "The machine and the settings",
        &[("text", "what"), ("long", "value")],
    );
    for (what, value) in facts(fingerprint) {
        table.row(vec![Html::text(what), Html::text(&value)]);
    }
    table.html()
}

fn facts(fingerprint: &Fingerprint) -> Vec<(&'static str, String)> {
    let Fingerprint {
        machine, settings, ..
    } = fingerprint;
    let unknown = || "the kernel does not tell".to_owned();
    let yes_or_no = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    vec![
        ("processor", machine.cpu.model.clone()),
        ("processors in use", machine.cpu.usable.to_string()),
        ("architecture", machine.architecture.clone()),
        (
            "frequency governor",
            machine.cpu.governor.clone().unwrap_or_else(unknown),
        ),
        (
            "frequency boost",
            machine.cpu.boost.map_or_else(unknown, yes_or_no),
        ),
        ("virtual machine", yes_or_no(machine.cpu.virtual_machine)),
        ("memory", number::gibibytes(machine.memory_bytes)),
        ("distribution", machine.distribution.clone()),
        ("kernel", machine.kernel.clone()),
        ("C library", machine.libc.clone()),
        ("quick run", yes_or_no(settings.quick)),
        ("seed", settings.seed.to_string()),
        ("PYTHONHASHSEED", settings.python_hash_seed.to_string()),
    ]
}

/// The programs, each by its digest, and how it was built.
pub(super) fn binaries(evidence: &Evidence) -> Html {
    let Some(fingerprint) = evidence
        .fingerprint()
        .filter(|print| !print.binaries.is_empty())
    else {
        return missing::note(EVERYTHING);
    };
    let headers = [
        ("text", "cell"),
        ("text", "SHA-256"),
        ("number", "bytes"),
        ("long", "how it was built"),
    ];
    let mut table = Table::new("The programs", &headers);
    for (cell, binary) in &fingerprint.binaries {
        let build = binary
            .build
            .iter()
            .map(|(key, value)| Html::text(&format!("{key}: {value}")));
        table.row(vec![
            code(cell),
            digest(&binary.sha256),
            Html::text(&number::grouped(binary.size_bytes)),
            Html::joined(build, "<br>"),
        ]);
    }
    table.html()
}

/// The input files by their digests.
pub(super) fn inputs(evidence: &Evidence) -> Html {
    let Some(fingerprint) = evidence
        .fingerprint()
        .filter(|print| !print.inputs.is_empty())
    else {
        return missing::note(EVERYTHING);
    };
    let mut table = Table::new("The inputs", &[("text", "file"), ("text", "SHA-256")]);
    for (path, sha256) in &fingerprint.inputs {
        table.row(vec![code(path), digest(sha256)]);
    }
    let summary = Html::text(&format!("{} files", fingerprint.inputs.len()));
    details(&summary, &table.html())
}

/// How long each step of a whole run took, with the command that takes it alone: the time in the programs themselves.
pub(super) fn steps(evidence: &Evidence) -> Html {
    let mut steps = Sums::default();
    for poc in poc::ALL {
        let of_poc = |record: &&Record| record.subject.poc == poc.id;
        steps.add(poc.id, evidence.records().iter().filter(of_poc));
    }
    if steps.0.is_empty() {
        return missing::note(EVERYTHING);
    }
    let headers = [
        ("text", "step"),
        ("text", "command"),
        ("number", "runs"),
        ("number", "time in them"),
    ];
    let mut table = Table::new("How long each step took here", &headers);
    let (runs, total_ns) = steps.total();
    for (id, runs, wall_ns) in &steps.0 {
        let command = poc::find(id).map_or(EVERYTHING, |poc| poc.command);
        table.row(step(&format!("PoC {id}"), Some(command), *runs, *wall_ns));
    }
    table.row(step("all", Some(EVERYTHING), runs, total_ns));
    let (programs, wall_ns) = in_corpora(evidence);
    if programs > 0 {
        let words = "of PoC 8 besides, over the corpora";
        table.row(step(words, None, programs, wall_ns));
    }
    table.html()
}

fn step(name: &str, command: Option<&str>, runs: usize, wall_ns: u64) -> Vec<Html> {
    vec![
        Html::text(name),
        command.map_or_else(|| Html::text("–"), code),
        Html::text(&number::grouped(runs as u64)),
        Html::text(&number::duration(wall_ns)),
    ]
}

/// How many runs scoring the corpora took, and their time: on python3, on Full and on Light, what tripped there once more on
/// Full. That python3 ran twice is not in it: its second run is not kept.
fn in_corpora(evidence: &Evidence) -> (usize, u64) {
    let mut sums = (0, 0);
    for scored in corpora::scored(evidence) {
        let spent = |name: &str| {
            let mut choices = scored.score.choices.iter();
            choices.find(|choice| choice.name == name)
        };
        let (Some(full), Some(light)) = (spent("always-full"), spent("always-light")) else {
            continue;
        };
        let runs = 3 * scored.score.programs + light.fallbacks;
        sums.0 += usize::try_from(runs).unwrap_or(usize::MAX);
        sums.1 += full.python3_ns + full.spent_ns + light.spent_ns;
    }
    sums
}

/// How long the parts of a `PoC` took: the time in the programs themselves.
pub(super) fn durations(evidence: &Evidence, poc: &Poc) -> Html {
    let mut parts = Sums::default();
    for record in evidence.records() {
        if record.subject.poc == poc.id {
            parts.add(&part(record), std::iter::once(record));
        }
    }
    if parts.0.is_empty() {
        return missing::note(poc.command);
    }
    let headers = [
        ("text", "part"),
        ("number", "runs"),
        ("number", "time in them"),
    ];
    let mut table = Table::new("How long it took here", &headers);
    let (runs, total_ns) = parts.total();
    let all = ("all".to_owned(), runs, total_ns);
    for (part, runs, wall_ns) in parts.0.into_iter().chain([all]) {
        table.row(vec![
            Html::text(&part),
            Html::text(&runs.to_string()),
            Html::text(&number::duration(wall_ns)),
        ]);
    }
    table.html()
}

/// Runs and their time, by name, in the order in which the names came.
#[derive(Default)]
struct Sums(Vec<(String, usize, u64)>);

impl Sums {
    /// Counts those of `records` that are of times.
    fn add<'a>(&mut self, name: &str, records: impl Iterator<Item = &'a Record>) {
        let walls = records.filter(|record| record.metric == Metric::Wall);
        for wall_ns in walls.map(|record| record.number().unwrap_or(0)) {
            match self.0.iter_mut().find(|(known, ..)| known == name) {
                Some((_, runs, total_ns)) => {
                    *runs += 1;
                    *total_ns += wall_ns;
                }
                None => self.0.push((name.to_owned(), 1, wall_ns)),
            }
        }
    }

    fn total(&self) -> (usize, u64) {
        let sums = self.0.iter().map(|(_, runs, wall_ns)| (runs, wall_ns));
        sums.fold((0, 0), |(runs, total), (more, wall_ns)| {
            (runs + more, total + wall_ns)
        })
    }
}

fn part(record: &Record) -> String {
    match (record.subject.m, record.subject.sample.as_str()) {
        (Some(m), work) => format!("{work}, M = {}", number::grouped(m)),
        (None, "-") => "self-containment".into(),
        (None, sample) => match sample.split_once('/') {
            None => "idiom samples".into(),
            Some(("divergences", _)) => "probes".into(),
            Some((family, _)) => family.into(),
        },
    }
}
