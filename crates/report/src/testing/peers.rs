//! A made-up comparison with peers.

use record::{BinaryPrint, PEERS, Role, sha256_hex};

use super::fingerprint::cell;
use super::{ABC, CONTROL, FULL, LIGHT, ORACLE, Run, itself};

/// A peer that does everything.
pub(crate) const PEER: &str = "peer-fast-x86_64";
/// A peer that lacks most of Python.
pub(crate) const SUBSET: &str = "peer-subset-x86_64";

/// Two peers beside both tiers, all of which do everything as python3 does. A test changes what it is about.
pub(crate) fn peers() -> Run {
    let mut run = Run::as_told();
    run.scores.clear();
    run.more.clear();
    run.pocs = [PEERS.to_owned()].into();
    run.fingerprint.cells = vec![
        cell(ORACLE, "oracle", "python3", Role::Oracle, &[PEERS]),
        cell(CONTROL, "oracle", "python3", Role::Control, &[PEERS]),
        cell(FULL, "full", "static", Role::Candidate, &[PEERS]),
        cell(LIGHT, "light", "stock", Role::Candidate, &[PEERS]),
        cell(PEER, "peer", "fast", Role::Peer, &[PEERS]),
        cell(SUBSET, "peer", "subset", Role::Peer, &[PEERS]),
    ];
    for (name, runner) in [(PEER, "node runner.mjs"), ("node", ""), ("runner.mjs", "")] {
        let fields = [("package", "fast 1.0, a registry"), ("runner", runner)];
        let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
        let binary = BinaryPrint {
            sha256: sha256_hex(name.as_bytes()),
            size_bytes: 40 << 20,
            build: fields
                .map(|(field, value)| (field.to_owned(), value.to_owned()))
                .collect(),
        };
        run.fingerprint.binaries.insert(name.into(), binary);
    }
    run.prints(LIGHT, ABC, "Square: 9\nRect: 10\nabstract guard: True\n");
    for name in [PEER, SUBSET] {
        run.add_programs(name);
        run.add_times(name);
        let mut own = itself(name);
        own.version = format!("{name} 1.0");
        own.installed_bytes = Some(60 << 20);
        run.cells.insert(name.into(), own);
    }
    run
}
