//! What the made-up run was measured on.

use std::collections::BTreeMap;

use record::{
    BinaryPrint, CellPrint, CpuPrint, Fingerprint, MachinePrint, Role, Settings, sha256_hex,
};

use super::{
    ATTEMPT_AARCH64, ATTEMPT_WASI, CONTROL, FULL, LIGHT, ORACLE, PLAIN, SHARED, STANDALONE,
};
use crate::claims::SAMPLES;

pub(super) fn fingerprint() -> Fingerprint {
    let inputs = SAMPLES.map(|sample| (format!("samples/idioms/{sample}.py"), sha256_hex(b"")));
    let binary = |size_bytes| BinaryPrint {
        sha256: sha256_hex(b"binary"),
        size_bytes,
        build: BTreeMap::from([("rustc".to_owned(), "1.93.1".to_owned())]),
    };
    Fingerprint {
        schema: "tiers.fingerprint/1".into(),
        machine: MachinePrint {
            kernel: "Linux 6.8".into(),
            distribution: "Debian GNU/Linux 12".into(),
            architecture: "x86_64".into(),
            cpu: CpuPrint {
                model: "a processor".into(),
                usable: 2,
                governor: None,
                boost: None,
                virtual_machine: true,
            },
            memory_bytes: 24 << 30,
            libc: "glibc 2.36".into(),
        },
        settings: Settings {
            quick: false,
            seed: 7,
            python_hash_seed: 0,
        },
        cells: cells(),
        binaries: BTreeMap::from([(LIGHT.to_owned(), binary(35_425_208))]),
        inputs: BTreeMap::from(inputs),
    }
}

fn cells() -> Vec<CellPrint> {
    let cell = |name: &str, tier: &str, build: &str, role, pocs: &[&str]| CellPrint {
        name: name.into(),
        tier: tier.into(),
        build: build.into(),
        target: "x86_64".into(),
        role,
        as_paper: name == FULL || name == LIGHT,
        pocs: pocs.iter().map(|poc| (*poc).to_owned()).collect(),
        factor: None,
        obstacle: None,
        oracle: None,
        emulated: false,
    };
    let attempt = |name: &str, target: &str| CellPrint {
        target: target.into(),
        obstacle: Some("cannot find -lpython".into()),
        ..cell(name, "full", "attempt", Role::Attempt, &["4", "5"])
    };
    let link = |factor: &str, cell| CellPrint {
        factor: Some(factor.into()),
        ..cell
    };
    let candidate = Role::Candidate;
    vec![
        cell(ORACLE, "oracle", "python3", Role::Oracle, &[]),
        cell(
            CONTROL,
            "oracle",
            "python3",
            Role::Control,
            &["3", "4.5", "5", "6", "7"],
        ),
        link(
            "embedded in a Rust program",
            cell(SHARED, "full", "shared", candidate, &["3", "4.5", "5", "6"]),
        ),
        link(
            "linked statically",
            cell(PLAIN, "full", "plain", candidate, &["4.5"]),
        ),
        link(
            "no site import",
            cell(
                FULL,
                "full",
                "static",
                candidate,
                &["0", "1", "2", "4", "4.5", "5", "6", "7"],
            ),
        ),
        cell(LIGHT, "light", "stock", candidate, &["7"]),
        cell(
            STANDALONE,
            "light",
            "standalone",
            candidate,
            &["0", "1", "2", "4", "7"],
        ),
        attempt(ATTEMPT_AARCH64, "aarch64"),
        attempt(ATTEMPT_WASI, "wasm32-wasip1"),
    ]
}
