//! Claims about other targets.

use super::*;
use crate::testing::{FULL_AARCH64, FULL_WASI, LIGHT_AARCH64, LIGHT_NODE, LIGHT_WASI};

const SAMPLE: &str = "14_namedtuple";

/// Writes a field of a cell's build down.
fn wrote(cell: &'static str, field: &'static str, value: &'static str) -> impl Fn(&mut Run) + Copy {
    move |run| {
        let binary = run.fingerprint.binaries.get_mut(cell);
        let build = &mut binary.expect("a program").build;
        build.insert(field.into(), value.into());
    }
}

/// Forgets how a cell's program was built.
fn forgot(cell: &'static str) -> impl Fn(&mut Run) {
    move |run| drop(run.fingerprint.binaries.remove(cell))
}

fn lacks(cell: &'static str) -> impl Fn(&mut Run) {
    move |run| run.lacks(cell, "./artifact build all")
}

fn breaks(cell: &'static str) -> impl Fn(&mut Run) {
    move |run| {
        let itself = run.cell(cell);
        itself.outcome = "failed".into();
        itself.detail = "it broke".into();
    }
}

#[test]
fn a_build_that_does_without_a_feature_is_not_the_same_as_it_is() {
    let judgement = check("C7.15", |_| {}, Reproduced, "every feature");
    let measured = "aarch64: as it is; wasm32-wasip1: as it is";
    assert_eq!(judgement.measured.as_deref(), Some(measured));
    let less = wrote(LIGHT_WASI, "features", "rustpython-vm:host_env");
    let judgement = check(
        "C7.15",
        less,
        Partly,
        "wasm32-wasip1: mimalloc, rustpython-vm/threading",
    );
    let measured = "aarch64: as it is; wasm32-wasip1: without 2 features";
    assert_eq!(judgement.measured.as_deref(), Some(measured));
    let more = wrote(
        LIGHT_AARCH64,
        "features",
        "mimalloc:default; rustpython-vm:extra,host_env,threading",
    );
    check("C7.15", more, Reproduced, "every feature");
    let patched = wrote(LIGHT_AARCH64, "patches", "posix.patch");
    check("C7.15", patched, Partly, "patches (posix.patch)");
}

#[test]
fn what_was_not_compiled_or_not_written_down_is_not_measurable() {
    for id in ["C7.15", "C7.17"] {
        check(
            id,
            lacks(LIGHT_AARCH64),
            NotMeasurable,
            "./artifact build all",
        );
        check(id, breaks(LIGHT_WASI), NotMeasurable, "failed (it broke)");
        check(
            id,
            forgot(LIGHT_WASI),
            NotMeasurable,
            "was not written down",
        );
        check(id, lacks(STANDALONE), NotMeasurable, "not provisioned");
        check(
            id,
            |run| run.without("8"),
            NotMeasurable,
            "PoC 8 has not been run",
        );
        let elsewhere = |run: &mut Run| run.print_of(LIGHT_AARCH64).pocs = vec!["7".into()];
        check(id, elsewhere, NotMeasurable, "no cell of light on aarch64");
    }
    let unknown = |run: &mut Run| {
        let binary = run.fingerprint.binaries.get_mut(LIGHT_AARCH64);
        binary.expect("a program").build.remove("features");
    };
    check(
        "C7.15",
        unknown,
        NotMeasurable,
        "features of light-standalone-aarch64",
    );
    // One engine of two suffices.
    check("C7.15", lacks(LIGHT_NODE), Reproduced, "");
}

#[test]
fn compilers_and_parts_are_counted() {
    let judgement = check("C7.17", |_| {}, Reproduced, "rustc 1.93.1 built them all");
    let measured = "1 compiler, 0 parts beside them, no libpython";
    assert_eq!(judgement.measured.as_deref(), Some(measured));
    let two = wrote(LIGHT_AARCH64, "compiler", "rustc 1.96.0");
    let judgement = check("C7.17", two, Partly, "rustc 1.93.1 and rustc 1.96.0");
    let measured = "2 compilers, 0 parts beside them, no libpython";
    assert_eq!(judgement.measured.as_deref(), Some(measured));
    let linker = wrote(LIGHT_WASI, "libc", "wasi-libc");
    check("C7.17", linker, Partly, "wasm32-wasip1: libc wasi-libc");
    let own = wrote(LIGHT_WASI, "standard_library", "as installed");
    check("C7.17", own, Reproduced, "");
    let python = wrote(LIGHT_AARCH64, "python_version", "3.12.3");
    check("C7.17", python, Refuted, "holds a libpython 3.12.3");
}

#[test]
fn full_moves_with_a_libpython_and_not_without() {
    let judgement = check(
        "C7.18",
        |_| {},
        Reproduced,
        "full-debian-aarch64 (libpython 3.11.2), full-component-wasm32-wasip1 (libpython 3.12.3)",
    );
    assert_eq!(judgement.evidence.len(), 4);
    let built = |run: &mut Run| run.cell(ATTEMPT_WASI).outcome = "result".into();
    check("C7.18", built, Refuted, "built without a libpython");
    check("C7.18", lacks(FULL_WASI), NotMeasurable, "not provisioned");
    check(
        "C7.18",
        lacks(ATTEMPT_AARCH64),
        NotMeasurable,
        "not provisioned",
    );
    check(
        "C7.18",
        breaks(FULL_AARCH64),
        NotMeasurable,
        "failed (it broke)",
    );
    check(
        "C7.18",
        forgot(FULL_AARCH64),
        NotMeasurable,
        "was not written down",
    );
    check(
        "C7.18",
        |run| run.without("4"),
        NotMeasurable,
        "PoC 4 has not been run",
    );
    check(
        "C7.18",
        |run| run.without("8"),
        NotMeasurable,
        "PoC 8 has not been run",
    );
}

#[test]
fn samples_run_elsewhere_where_they_end_as_on_cpython() {
    let judgement = check("C8.1", |_| {}, Reproduced, "the same bytes everywhere");
    let measured = judgement.measured.unwrap();
    let words = "light-standalone-aarch64: 20/20 run, 20 with the bytes of x86_64";
    assert!(measured.starts_with(words), "{measured}");
    assert_eq!(measured.matches("20/20 run").count(), 3, "{measured}");
    let other = |run: &mut Run| run.prints(LIGHT_NODE, SAMPLE, "something else\n");
    check(
        "C8.1",
        other,
        Partly,
        "14_namedtuple on light-node-wasm32-wasip1",
    );
    let ends = |run: &mut Run| run.ends(LIGHT_AARCH64, SAMPLE, 1, "");
    check(
        "C8.1",
        ends,
        Refuted,
        "14_namedtuple on light-standalone-aarch64",
    );
}

#[test]
fn samples_that_did_not_run_elsewhere_are_not_measurable() {
    let one = |run: &mut Run| drop(run.ran.remove(&(LIGHT_WASI.into(), SAMPLE.into())));
    check("C8.1", one, NotMeasurable, "only 19 of the 20 samples ran");
    check(
        "C8.1",
        lacks(LIGHT_AARCH64),
        NotMeasurable,
        "not provisioned",
    );
    check("C8.1", lacks(STANDALONE), NotMeasurable, "not provisioned");
    check(
        "C8.1",
        breaks(LIGHT_NODE),
        NotMeasurable,
        "failed (it broke)",
    );
    check("C8.1", lacks(LIGHT_NODE), Reproduced, "");
    check(
        "C8.1",
        |run| run.without("8"),
        NotMeasurable,
        "PoC 8 has not been run",
    );
}
