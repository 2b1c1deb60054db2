//! The comparison with peers.

use report::Evidence;
use report::peers::{PeerRow, rows};
use report::poc::PEERS;

use super::{absences, printed, speed, table};

const MEBIBYTE: f64 = 1_048_576.0;

/// What each cell is, what it takes, and how fast it is; first of all what is not there.
pub(crate) fn peers(evidence: &Evidence) -> String {
    let mut text = absences(evidence, PEERS.id);
    let sections = [
        ("Peers", programs(evidence)),
        ("Speed", speed(evidence, PEERS.id)),
    ];
    for (title, section) in sections {
        if let Some(section) = section {
            text.extend(["\n", title, "\n", &section]);
        }
    }
    text
}

fn programs(evidence: &Evidence) -> Option<String> {
    let mut table = table(&["cell", "says it is", "samples", "peak MiB", "installed MiB"]);
    for row in rows(evidence) {
        if let Some(version) = row.program.version.clone() {
            table.add_row([
                row.cell().name.clone(),
                version,
                passed(&row),
                mebibytes(row.program.peak_memory_bytes),
                mebibytes(row.program.installed_bytes),
            ]);
        }
    }
    printed(&table)
}

fn passed(row: &PeerRow<'_>) -> String {
    let passed = row.passed.map(|(passed, of)| format!("{passed}/{of}"));
    passed.unwrap_or_else(|| "-".into())
}

fn mebibytes(bytes: Option<u64>) -> String {
    #[expect(clippy::cast_precision_loss, reason = "sizes stay below 2^52")]
    let mebibytes = bytes.map(|bytes| bytes as f64 / MEBIBYTE);
    mebibytes.map_or("-".into(), |mebibytes| format!("{mebibytes:.1}"))
}
