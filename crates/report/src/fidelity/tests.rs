use super::*;
use crate::testing::{ABC, FULL, FULL_AARCH64, LIGHT, Run, VERSIONED};

fn fidelity(run: &Run, cell: &str) -> Fidelity {
    let evidence = run.evidence();
    Fidelity::of(&evidence, "7", evidence.cell(cell).unwrap())
}

#[test]
fn the_table_has_the_shape_of_the_papers() {
    insta::assert_snapshot!(fidelity(&Run::as_told(), LIGHT).text(), @r"
      sample                         verdict  note
      ------------------------------ -------  ----
      01_metaclass_registry          PASS     bit-exact == CPython
      02_init_subclass_registry      PASS     bit-exact == CPython
      03_type_dynamic_class          PASS     bit-exact == CPython
      04_abc_abstractmethod          DIFF     1 line of 3 differs
      05_slots_repr                  PASS     bit-exact == CPython
      06_property_validation         PASS     bit-exact == CPython
      07_descriptor_set_name         PASS     bit-exact == CPython
      08_getattr_lazy_proxy          PASS     bit-exact == CPython
      09_setattr_frozen              PASS     bit-exact == CPython
      10_callable_memoizer           PASS     bit-exact == CPython
      11_functools_partial           PASS     bit-exact == CPython
      12_singledispatch              PASS     bit-exact == CPython
      13_wraps_counter               PASS     bit-exact == CPython
      14_namedtuple                  PASS     bit-exact == CPython
      15_dataclass_postinit          PASS     bit-exact == CPython
      16_enum_functional             PASS     bit-exact == CPython
      17_defaultdict_counter         PASS     bit-exact == CPython
      18_generator_yield_from        PASS     bit-exact == CPython
      19_contextmanager              PASS     bit-exact == CPython
      20_eval_exec_namespace         PASS     bit-exact == CPython

    === Light tier (RustPython) summary: PASS=19  DIFF=1  FAIL=0 / 20 ===
    ");
}

#[test]
fn full_is_summed_up_under_its_own_name() {
    let summary = fidelity(&Run::as_told(), FULL).summary();
    assert_eq!(
        summary,
        "=== Full tier (CPython isolate) summary: PASS=20  DIFF=0  FAIL=0 / 20 ==="
    );
    assert!(fidelity(&Run::as_told(), FULL).all_pass());
}

#[test]
fn a_changed_byte_turns_pass_into_diff() {
    let mut run = Run::as_told();
    let before = fidelity(&run, FULL);
    run.prints(FULL, "14_namedtuple", "14_namedtuplE\n");
    let after = fidelity(&run, FULL);
    assert_eq!(
        before.row("14_namedtuple").unwrap().verdict,
        SampleVerdict::Pass
    );
    let row = after.row("14_namedtuple").unwrap();
    assert_eq!(
        (row.verdict, row.note.as_str()),
        (SampleVerdict::Diff, "1 line of 1 differs")
    );
    assert_ne!(row.sha256, row.oracle_sha256);
}

#[test]
fn another_status_is_a_failure_even_where_the_bytes_agree() {
    let mut run = Run::as_told();
    run.ends(LIGHT, "14_namedtuple", 1, "Traceback\nNameError: nope\n\n");
    let row = fidelity(&run, LIGHT).row("14_namedtuple").cloned().unwrap();
    assert_eq!(row.verdict, SampleVerdict::Fail);
    assert_eq!(row.note, "exit status 1, CPython 0: NameError: nope");
}

#[test]
fn a_guest_that_died_failed_even_where_the_oracle_ended_alike() {
    let mut run = Run::as_told();
    for cell in [crate::testing::ORACLE, LIGHT] {
        run.ends(cell, ABC, 139, "");
    }
    assert_eq!(
        fidelity(&run, LIGHT).row(ABC).unwrap().verdict,
        SampleVerdict::Fail
    );
}

#[test]
fn what_has_not_run_stands_in_the_table_and_is_not_counted() {
    let mut run = Run::as_told();
    run.ran
        .remove(&(LIGHT.into(), "02_init_subclass_registry".into()));
    let fidelity = fidelity(&run, LIGHT);
    assert!(
        fidelity
            .text()
            .contains("02_init_subclass_registry      -        not run yet\n")
    );
    assert!(
        fidelity
            .summary()
            .ends_with("PASS=18  DIFF=1  FAIL=0 / 20 ===")
    );
    assert!(!fidelity.all_pass());
}

#[test]
fn the_difference_is_shown_as_a_diff() {
    let diff = diff(&Run::as_told().evidence(), "7", LIGHT, ABC).unwrap();
    assert!(
        diff.contains("-abstract guard: True\n+abstract guard: False\n"),
        "{diff}"
    );
}

#[test]
fn another_oracle_is_named_where_it_judges() {
    let mut run = Run::as_told();
    run.prints(FULL_AARCH64, ABC, "something else\n");
    run.ends(FULL_AARCH64, "14_namedtuple", 1, "");
    let evidence = run.evidence();
    let table = Fidelity::of(&evidence, "8", evidence.cell(FULL_AARCH64).unwrap());
    assert_eq!(table.other_oracle.as_deref(), Some("CPython 3.11.2"));
    let text = table.text();
    assert!(
        text.starts_with("  judged against CPython 3.11.2\n\n"),
        "{text}"
    );
    let note = |sample: &str| table.row(sample).unwrap().note.clone();
    assert_eq!(note(VERSIONED), "bit-exact == CPython 3.11.2");
    assert_eq!(note("14_namedtuple"), "exit status 1, CPython 3.11.2 0");
    let diff = diff(&evidence, "8", FULL_AARCH64, ABC).unwrap();
    assert!(
        diff.starts_with("--- CPython 3.11.2\n+++ full-debian"),
        "{diff}"
    );
}

#[test]
fn a_quick_run_counts_what_it_took() {
    let mut run = Run::as_told();
    run.ran.remove(&(LIGHT.into(), VERSIONED.into()));
    let of = |run: &Run| fidelity(run, LIGHT).samples.len();
    assert_eq!(of(&run), 20);
    run.fingerprint.settings.quick = true;
    assert_eq!(of(&run), 19);
}
