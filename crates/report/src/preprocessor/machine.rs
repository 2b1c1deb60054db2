//! Cells, programs and the machine as the book shows them.

use record::{Fingerprint, Metric, Role};

use super::missing;
use super::tags::POC;
use crate::evidence::Evidence;
use crate::fidelity::{Fidelity, SampleVerdict};
use crate::html::{Html, Table, code, digest};
use crate::number;
use crate::outcome;
use crate::portability;

const EVERYTHING: &str = "./artifact reproduce";

/// The cells with what became of them.
pub(super) fn matrix(evidence: &Evidence) -> Html {
    if evidence.cells().is_empty() {
        return missing::note(EVERYTHING);
    }
    let headers = [
        ("text", "cell"),
        ("text", "tier"),
        ("text", "build"),
        ("text", "target"),
        ("text", "says it is"),
        ("text", "outcome"),
        ("number", "PASS / DIFF / FAIL"),
    ];
    let mut table = Table::new("The cells of this run", &headers);
    for cell in evidence.cells() {
        let outcome = match outcome::of(evidence, POC, &cell.name) {
            Some((outcome, "")) => Html::text(&outcome.to_string()),
            Some((outcome, detail)) => Html::text(&format!("{outcome}:")).and(&code(detail)),
            None => Html::text("not run yet"),
        };
        let version = evidence.version(POC, &cell.name).unwrap_or("–");
        let build = if cell.as_paper {
            format!("{} (as the paper)", cell.build)
        } else {
            cell.build.clone()
        };
        table.row(vec![
            code(&cell.name),
            Html::text(&cell.tier),
            Html::text(&build),
            Html::text(&cell.target),
            Html::text(version),
            outcome,
            Html::text(&passes(evidence, cell)),
        ]);
    }
    table.html()
}

fn passes(evidence: &Evidence, cell: &record::CellPrint) -> String {
    if cell.role == Role::Oracle {
        return "the measure".into();
    }
    let table = Fidelity::of(evidence, POC, cell);
    if table.rows.is_empty() {
        return "–".into();
    }
    [
        SampleVerdict::Pass,
        SampleVerdict::Diff,
        SampleVerdict::Fail,
    ]
    .map(|verdict| table.count(verdict).to_string())
    .join(" / ")
}

/// What one would carry to another machine.
pub(super) fn portability(evidence: &Evidence) -> Html {
    let rows = portability::rows(evidence, POC);
    if rows.iter().all(|row| row.size_bytes.is_none()) {
        return missing::note("just poc7");
    }
    let headers = [
        ("text", "cell"),
        ("number", "size in bytes"),
        ("text", "dynamic libraries"),
        ("text", "runs alone"),
        ("long", "what it says there"),
    ];
    let mut table = Table::new("Each cell's program as a file", &headers);
    for row in rows
        .into_iter()
        .filter(|row| row.cell.role != Role::Control)
    {
        let needed = row.needed.map(|names| {
            if names.is_empty() {
                Html::text("none")
            } else {
                Html::joined(names.iter().map(|name| code(name)), ", ")
            }
        });
        let alone = row
            .self_contained
            .map(|alone| if alone { "yes" } else { "no" });
        let complaint = row.complaint.unwrap_or_default();
        let last = complaint
            .lines()
            .rfind(|line| !line.trim().is_empty())
            .unwrap_or_default();
        table.row(vec![
            code(&row.cell.name),
            Html::text(&row.size_bytes.map_or("–".into(), number::grouped)),
            needed.unwrap_or_else(|| Html::text("–")),
            Html::text(alone.unwrap_or("–")),
            Html::text(last),
        ]);
    }
    table.html()
}

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
    let summary = format!("{} files", fingerprint.inputs.len());
    Html::markup(format!(
        "<details><summary>{summary}</summary>{}</details>",
        table.html()
    ))
}

/// How long the parts took: the time in the programs themselves.
pub(super) fn durations(evidence: &Evidence) -> Html {
    let mut parts: Vec<(String, usize, u64)> = Vec::new();
    for record in evidence.records() {
        if record.metric != Metric::Wall || record.subject.poc != POC {
            continue;
        }
        let (part, wall_ns) = (part(record), record.number().unwrap_or(0));
        match parts.iter_mut().find(|(name, ..)| *name == part) {
            Some((_, runs, total_ns)) => {
                *runs += 1;
                *total_ns += wall_ns;
            }
            None => parts.push((part, 1, wall_ns)),
        }
    }
    if parts.is_empty() {
        return missing::note("just poc7");
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

fn part(record: &record::Record) -> String {
    match (record.subject.m, record.subject.sample.as_str()) {
        (Some(m), work) => format!("{work}, M = {}", number::grouped(m)),
        (None, "-") => "self-containment".into(),
        (None, probe) if probe.contains('/') => "probes".into(),
        (None, _) => "idiom samples".into(),
    }
}
