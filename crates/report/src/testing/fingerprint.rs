//! What the made-up run was measured on.

use std::collections::BTreeMap;

use record::{
    BinaryPrint, CellPrint, CpuPrint, Fingerprint, MachinePrint, Role, Settings, sha256_hex,
};

use super::{
    ATTEMPT_AARCH64, ATTEMPT_WASI, CONTROL, FULL, FULL_AARCH64, FULL_WASI, LIGHT, LIGHT_AARCH64,
    LIGHT_NODE, LIGHT_WASI, ORACLE, OTHER_ORACLE, PLAIN, SHARED, STANDALONE,
};
use crate::claims::SAMPLES;

pub(super) fn fingerprint() -> Fingerprint {
    let inputs = SAMPLES.map(|sample| (format!("samples/idioms/{sample}.py"), sha256_hex(b"")));
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
        binaries: binaries(),
        inputs: BTreeMap::from(inputs),
    }
}

/// The cells whose program's build was written down, each with its file and what was written down beside the compiler.
fn binaries() -> BTreeMap<String, BinaryPrint> {
    let light = (
        "features",
        "mimalloc:default; rustpython-vm:host_env,threading",
    );
    let (full, older) = (("python_version", "3.12.3"), ("python_version", "3.11.2"));
    let entries = [
        (LIGHT, "stock", ("features", "default")),
        (STANDALONE, "light", light),
        (LIGHT_AARCH64, "light for aarch64", light),
        (LIGHT_WASI, "light for wasi", light),
        (LIGHT_NODE, "light for wasi", light),
        (FULL, "full", full),
        (FULL_AARCH64, "full for aarch64", older),
        (FULL_WASI, "full for wasi", full),
    ];
    let print = |(cell, file, field): (&str, &str, (&str, &str))| {
        let build = [("compiler", "rustc 1.93.1"), field];
        let build = build.map(|(field, value)| (field.to_owned(), value.to_owned()));
        let binary = BinaryPrint {
            sha256: sha256_hex(file.as_bytes()),
            size_bytes: 35_425_208,
            build: BTreeMap::from(build),
        };
        (cell.to_owned(), binary)
    };
    entries.into_iter().map(print).collect()
}

pub(super) fn cell(name: &str, tier: &str, build: &str, role: Role, pocs: &[&str]) -> CellPrint {
    CellPrint {
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
    }
}

/// A candidate on another target.
fn elsewhere(name: &str, tier: &str, build: &str, pocs: &[&str]) -> CellPrint {
    let wasi = name.ends_with("wasip1");
    CellPrint {
        target: if wasi { "wasm32-wasip1" } else { "aarch64" }.into(),
        emulated: !wasi,
        ..cell(name, tier, build, Role::Candidate, pocs)
    }
}

fn cells() -> Vec<CellPrint> {
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
                &["0", "1", "2", "4", "4.5", "5", "6", "7", "8"],
            ),
        ),
        cell(LIGHT, "light", "stock", candidate, &["7"]),
        cell(
            STANDALONE,
            "light",
            "standalone",
            candidate,
            &["0", "1", "2", "4", "7", "8"],
        ),
        cell(
            OTHER_ORACLE,
            "oracle",
            "python3.11",
            Role::OtherOracle,
            &["6", "8"],
        ),
        elsewhere(LIGHT_AARCH64, "light", "standalone", &["7", "8"]),
        elsewhere(LIGHT_WASI, "light", "standalone", &["7", "8"]),
        elsewhere(LIGHT_NODE, "light", "node", &["7", "8"]),
        CellPrint {
            oracle: Some(OTHER_ORACLE.into()),
            ..elsewhere(FULL_AARCH64, "full", "debian", &["6", "8"])
        },
        elsewhere(FULL_WASI, "full", "component", &["6", "8"]),
        attempt(ATTEMPT_AARCH64, "aarch64"),
        attempt(ATTEMPT_WASI, "wasm32-wasip1"),
    ]
}
