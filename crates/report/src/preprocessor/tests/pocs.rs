//! Tags that tell of one `PoC`.

use super::*;
use crate::testing::{
    ATTEMPT_AARCH64, ATTEMPT_WASI, CONTROL, FULL, LIGHT, ORACLE, PLAIN, Run, SHARED,
};

#[test]
fn what_only_other_pocs_measure_names_theirs() {
    let mut run = Run::as_told();
    for poc in ["0", "1", "2", "3", "4", "4.5", "5", "6"] {
        run.without(poc);
    }
    for (tag, command) in [
        ("samples 0", "just poc0"),
        ("values", "just poc1"),
        ("samples 2", "just poc2"),
        ("speed 3", "just poc3"),
        ("plot amortization", "just poc4"),
        ("amortization", "just poc4"),
        ("break-even", "just poc4"),
        ("isolation", "just poc4"),
        ("attempts 4", "just poc4"),
        ("cells 4", "just poc4"),
        ("decomposition", "just poc4_5"),
        ("plot decomposition", "just poc4_5"),
        ("durations 4.5", "just poc4_5"),
        ("portability 5", "just poc5"),
        ("noise 6", "just poc6"),
        ("value poc6.full.ratio.startup.1", "just poc6"),
    ] {
        let page = shown(&run, &format!("{{{{#tiers {tag}}}}}"));
        let note = format!("not measured yet: run <code>{command}</code>");
        let note = if tag.starts_with("value ") {
            note.replace('_', "&#95;")
        } else {
            note
        };
        assert!(page.contains(&note), "{tag}: {page}");
    }
}

#[test]
fn a_poc_shows_its_cells_and_no_others() {
    let page = shown(&Run::as_told(), "{{#tiers cells 3}}");
    for cell in [ORACLE, CONTROL, SHARED] {
        assert!(
            page.contains(&format!("<code>{cell}</code>")),
            "{cell}: {page}"
        );
    }
    for cell in [FULL, LIGHT, ATTEMPT_WASI] {
        assert!(!page.contains(cell), "{cell}: {page}");
    }
    let speed = shown(&Run::as_told(), "{{#tiers speed 5}}");
    assert!(
        speed.contains("over shared [interval]") && speed.contains(FULL),
        "{speed}"
    );
    assert!(!speed.contains(LIGHT), "{speed}");
}

#[test]
fn an_attempt_shows_what_it_printed_and_stands_in_no_other_table() {
    let page = shown(&Run::as_told(), "{{#tiers attempts 4}}");
    assert!(
        page.contains("<details>") && page.contains("cannot find -lpython3.12"),
        "{page}"
    );
    assert!(page.contains("blocked"), "{page}");
    for tag in [
        "samples 2",
        "portability 5",
        "plot fidelity 5",
        "speed 5",
        "amortization",
    ] {
        let page = shown(&Run::as_told(), &format!("{{{{#tiers {tag}}}}}"));
        assert!(!page.contains(ATTEMPT_AARCH64), "{tag}: {page}");
    }
    // In the table of cells its output is long: the line with the obstacle stands for it.
    let cells = shown(&Run::as_told(), "{{#tiers cells 4}}");
    assert!(
        cells.contains("cannot find -lpython") && !cells.contains("linking with"),
        "{cells}"
    );
}

#[test]
fn a_program_that_does_not_pass_shows_what_it_printed() {
    let page = shown(&Run::as_told(), "{{#tiers samples 2}}");
    assert!(
        page.contains("<summary><code>syntax/match</code> on light-standalone"),
        "{page}"
    );
    assert!(page.contains("something else"), "{page}");
    assert!(
        !page.contains("<summary><code>syntax/walrus</code>"),
        "{page}"
    );
}

#[test]
fn values_of_a_poc_stand_within_sentences() {
    let run = Run::as_told();
    for (key, words) in [
        ("poc0.full.cell", "full-static-x86&#95;64"),
        ("poc0.light.passes", "4 of 4"),
        ("poc1.full.unchanged", "2 of 2"),
        ("poc1.full.checked", "10,000"),
        ("poc1.light.changed", ">3<"),
        ("poc2.light.passes", "1 of 2"),
        ("poc3.full.cell", "full-shared-x86&#95;64"),
        ("poc4.attempt.aarch64", "blocked"),
        ("poc4.full.break_even.process", "the first call on"),
        ("poc4.full.break_even.shared", "2.75 calls on"),
        ("poc4.full.crossed.shared", "2 of 2"),
        ("poc4.full.crossed.isolate", "0 of 2"),
        ("poc4_5.largest.startup", "linked statically"),
        ("poc5.full.libpython", "none"),
        ("poc8.light.aarch64.passes", "19 of 20"),
        ("poc8.full.aarch64.judged_by", "CPython 3.11.2"),
        ("poc8.full.wasm32-wasip1.judged_by", "CPython 3.12.3"),
        ("poc5.full.self_contained", "no"),
    ] {
        let page = shown(&run, &format!("{{{{#tiers value {key}}}}}"));
        assert!(page.contains(words), "{key}: {page}");
    }
}

#[test]
fn what_is_left_out_of_the_chain_is_said() {
    let mut run = Run::as_told();
    run.lacks(PLAIN, "./artifact build variants");
    let page = shown(&run, "{{#tiers decomposition}}");
    assert!(
        page.contains("left out: not provisioned: ./artifact build variants"),
        "{page}"
    );
    assert!(
        page.contains("(and what was left out: linked statically)"),
        "{page}"
    );
}
