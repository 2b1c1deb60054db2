//! Claims about builds that the paper could not finish.

use super::*;

fn ends(cell: &'static str, outcome: &'static str, detail: &'static str) -> impl Fn(&mut Run) {
    move |run| {
        run.cell(cell).outcome = outcome.into();
        run.cell(cell).detail = detail.into();
    }
}

#[test]
fn the_reason_is_read_from_the_captured_output() {
    let judgement = check("C4.1", |_| {}, Reproduced, "ld: cannot find -lpython3.12");
    assert_eq!(judgement.measured.as_deref(), Some("blocked"));
    check(
        "C4.2",
        |_| {},
        Reproduced,
        "demands PYO3_CROSS_PYTHON_VERSION",
    );
}

#[test]
fn another_reason_is_another_finding() {
    // The compiler prints its command line, in which the library is named, whatever is wrong.
    let other = "note: \"cc\" \"-lpython3.12\"\nld: cannot find -lgcc_s\n";
    check(
        "C4.1",
        ends(ATTEMPT_AARCH64, "blocked", other),
        Partly,
        "it says: ld: cannot find -lgcc_s",
    );
    check(
        "C4.2",
        ends(ATTEMPT_WASI, "blocked", ""),
        Partly,
        "says nothing",
    );
}

#[test]
fn a_build_that_succeeds_refutes() {
    let judgement = check(
        "C4.1",
        ends(ATTEMPT_AARCH64, "result", ""),
        Refuted,
        "it built",
    );
    assert_eq!(judgement.measured.as_deref(), Some("not blocked"));
    check(
        "C4.2",
        ends(ATTEMPT_WASI, "result", ""),
        Refuted,
        "it built",
    );
}

#[test]
fn what_was_not_tried_is_not_measurable() {
    let lacking = ends(
        ATTEMPT_WASI,
        "not-provisioned",
        "rustup target add wasm32-wasip1",
    );
    check("C4.2", lacking, NotMeasurable, "rustup target add");
    let broken = ends(ATTEMPT_AARCH64, "failed", "the disk is full");
    check("C4.1", broken, NotMeasurable, "failed (the disk is full)");
    let unfinished = |run: &mut Run| drop(run.cells.remove(ATTEMPT_AARCH64));
    check("C4.1", unfinished, NotMeasurable, "no outcome yet");
    check(
        "C4.1",
        |run| run.without("4"),
        NotMeasurable,
        "PoC 4 has not been run",
    );
    let no_cell = |run: &mut Run| run.print_of(ATTEMPT_WASI).pocs = vec!["5".into()];
    check(
        "C4.2",
        no_cell,
        NotMeasurable,
        "has no attempt for wasm32-wasip1",
    );
}
