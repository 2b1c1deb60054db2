//! Claims about the Light binary as a file.

use super::gate;
use super::paper::{LIGHT_LIBRARY, LIGHT_SIZE_BYTES, POC};
use super::{
    Claim, Judgement, Obstacle, PaperValue, Reference, SIZE_TOLERANCE, Tolerance, Verdict,
};
use crate::evidence::{Evidence, Place};
use crate::number::{self, float};
use crate::portability::{self, PortabilityRow};

const SECTION: &str = "4. Portability";

pub(super) fn claims() -> Vec<Claim> {
    vec![
        Claim {
            id: "C7.12",
            words: "The size of the Light binary",
            paper: PaperValue::Bytes(LIGHT_SIZE_BYTES),
            tolerance: Tolerance::Size,
            section: SECTION,
            command: "just poc7",
            predicate: Box::new(size),
        },
        Claim {
            id: "C7.13",
            words: "The Light binary's only dynamic dependency is the C library; there is no libpython",
            paper: PaperValue::Words(LIGHT_LIBRARY),
            tolerance: Tolerance::Equal,
            section: SECTION,
            command: "just poc7",
            predicate: Box::new(only_libc),
        },
        Claim {
            id: "C7.14",
            words: "The Light binary is one self-contained file that can be carried anywhere",
            paper: PaperValue::Words("a single binary"),
            tolerance: Tolerance::Equal,
            section: SECTION,
            command: "just poc7",
            predicate: Box::new(self_contained),
        },
    ]
}

fn size(evidence: &Evidence) -> Result<Judgement, Obstacle> {
    let (row, reference) = light(evidence)?;
    let size = row.size_bytes.ok_or("the binary's size was not recorded")?;
    let off = float(size) / float(LIGHT_SIZE_BYTES) - 1.0;
    let within = off.abs() <= SIZE_TOLERANCE;
    let verdict = if within {
        Verdict::Reproduced
    } else {
        Verdict::Refuted
    };
    let reason = format!("{:+.3} % from the paper's size", off * 100.0);
    Ok(Judgement::new(verdict, number::bytes(size), reason).from(vec![reference]))
}

fn only_libc(evidence: &Evidence) -> Result<Judgement, Obstacle> {
    let (row, reference) = light(evidence)?;
    let needed = row
        .needed
        .ok_or("the binary's dynamic dependencies were not recorded")?;
    let measured = if needed.is_empty() {
        "none".into()
    } else {
        needed.join(", ")
    };
    let more: Vec<&str> = needed
        .iter()
        .map(String::as_str)
        .filter(|name| *name != LIGHT_LIBRARY)
        .collect();
    let (verdict, reason) = if more.iter().any(|name| name.starts_with("libpython")) {
        (Verdict::Refuted, "it needs a libpython".into())
    } else if more.is_empty() {
        (
            Verdict::Reproduced,
            "there is no other, and no libpython".into(),
        )
    } else {
        (
            Verdict::Refuted,
            format!(
                "it also needs {}; no libpython, as claimed",
                more.join(", ")
            ),
        )
    };
    Ok(Judgement::new(verdict, measured, reason).from(vec![reference]))
}

fn self_contained(evidence: &Evidence) -> Result<Judgement, Obstacle> {
    let (row, reference) = light(evidence)?;
    let alone = row
        .self_contained
        .ok_or("whether the binary runs alone was not tried")?;
    let judgement = if alone {
        let reason = "it printed the right bytes with nothing but its libraries around it";
        Judgement::new(Verdict::Reproduced, "runs alone", reason)
    } else {
        let complaint = row.complaint.unwrap_or_default();
        let last = complaint.lines().rfind(|line| !line.trim().is_empty());
        let said = last.map_or("it printed other bytes".into(), |line| {
            format!("it says: {line}")
        });
        let reason = format!("with nothing but its libraries around it, {said}");
        Judgement::new(Verdict::Refuted, "does not run alone", reason)
    };
    Ok(judgement.from(vec![reference]))
}

fn light(evidence: &Evidence) -> Result<(PortabilityRow, Reference), Obstacle> {
    let cell = gate::cell(evidence, POC, "light")?;
    let reference = Reference::to(evidence, &Place::still(POC, &cell.name));
    Ok((portability::row(evidence, POC, cell), reference))
}
