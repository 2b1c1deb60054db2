//! The machine, the programs and the inputs as the book shows them, and how long it all took.

use record::{Fingerprint, Metric, Record};

use super::missing;
use crate::evidence::Evidence;
use crate::html::{Html, Table, code, details, digest};
use crate::number;
use crate::poc::Poc;

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

/// How long the parts of a `PoC` took, or without one each `PoC`: the time in the programs themselves.
pub(super) fn durations(evidence: &Evidence, poc: Option<&Poc>) -> Html {
    let mut parts: Vec<(String, usize, u64)> = Vec::new();
    for record in evidence.records() {
        let asked = poc.is_none_or(|poc| poc.id == record.subject.poc);
        if record.metric != Metric::Wall || !asked {
            continue;
        }
        let wall_ns = record.number().unwrap_or(0);
        let part = match poc {
            Some(_) => part(record),
            None => format!("PoC {}", record.subject.poc),
        };
        match parts.iter_mut().find(|(name, ..)| *name == part) {
            Some((_, runs, total_ns)) => {
                *runs += 1;
                *total_ns += wall_ns;
            }
            None => parts.push((part, 1, wall_ns)),
        }
    }
    if parts.is_empty() {
        return missing::note(poc.map_or(EVERYTHING, |poc| poc.command));
    }
    let headers = [
        ("text", "part"),
        ("number", "runs"),
        ("number", "time in them"),
    ];
    let mut table = Table::new("How long it took here", &headers);
    let (runs, total_ns) = parts
        .iter()
        .fold((0, 0), |(runs, total), (_, more, wall_ns)| {
            (runs + more, total + wall_ns)
        });
    parts.push(("all".into(), runs, total_ns));
    for (part, runs, wall_ns) in parts {
        table.row(vec![
            Html::text(&part),
            Html::text(&runs.to_string()),
            Html::text(&number::duration(wall_ns)),
        ]);
    }
    table.html()
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
