use record::Role;

use super::*;
use crate::claims::Verdict;
use crate::testing::{
    ABC, ATTEMPT_AARCH64, FULL, LIGHT, LIGHT_AARCH64, ORACLE, OTHER_ORACLE, Run, STANDALONE,
};

const SAMPLE: &str = "14_namedtuple";

fn compare(first: &Run, second: &Run) -> Comparison {
    let [first, second] = [first, second].map(Run::evidence);
    let named = |results, evidence| Named { results, evidence };
    Comparison::of(named("one", &first), named("two", &second))
}

/// A second run of the same, after a change.
fn changed(change: impl FnOnce(&mut Run)) -> Comparison {
    let mut second = Run::as_told();
    change(&mut second);
    compare(&Run::as_told(), &second)
}

/// The differences of a kind, as cell, program and what differs.
fn of_kind(comparison: &Comparison, kind: Kind) -> Vec<(&str, &str, &str)> {
    let differences = comparison.differences.iter();
    differences
        .filter(|difference| difference.kind == kind)
        .map(|d| (d.cell.as_str(), d.sample.as_str(), d.what.as_str()))
        .collect()
}

fn claim<'a>(comparison: &'a Comparison, id: &str) -> &'a ClaimPair {
    comparison
        .claims
        .iter()
        .find(|claim| claim.id == id)
        .unwrap()
}

#[test]
fn a_run_differs_in_nothing_from_itself() {
    let comparison = changed(|_| {});
    assert!(comparison.behaves_alike());
    assert_eq!(comparison.differences, []);
    assert_eq!(comparison.figures, []);
    assert_eq!(comparison.missing, []);
    assert_eq!(comparison.parts, []);
    let summary = comparison.summary;
    assert_eq!(summary.same_verdicts, comparison.claims.len());
    assert!(
        summary.compared > 1000 && summary.figures > 50,
        "{summary:?}"
    );
}

#[test]
fn other_bytes_are_behaviour_and_the_verdict_says_so() {
    let comparison = changed(|run| run.prints(LIGHT, SAMPLE, "something else\n"));
    let expected = [(LIGHT, SAMPLE, "stdout"), (LIGHT, SAMPLE, "verdict")];
    assert_eq!(of_kind(&comparison, Kind::Behaviour), expected);
    let [stdout, verdict] = &comparison.differences[..] else {
        panic!("{:?}", comparison.differences);
    };
    assert_eq!(stdout.pocs, ["7"]);
    assert_eq!(stdout.second, [record::sha256_hex(b"something else\n")]);
    assert_eq!(
        (&verdict.first[0][..], &verdict.second[0][..]),
        ("PASS", "DIFF")
    );
    assert_eq!(claim(&comparison, "C7.1").kind, Some(Kind::Behaviour));
    assert_eq!(claim(&comparison, "C7.7L").kind, None);
    assert!(!comparison.behaves_alike());
}

#[test]
fn several_pocs_that_see_the_same_count_once() {
    let comparison = changed(|run| run.ends(FULL, SAMPLE, 1, "Traceback"));
    let status = &comparison.differences[0];
    assert_eq!(
        (&status.what[..], &status.second[..]),
        ("exit_status", &["1".to_owned()][..])
    );
    assert_eq!(status.pocs, ["4.5", "5", "6", "7", "8"]);
    let stderr = |difference: &Difference| difference.what == "stderr";
    assert!(
        !comparison.differences.iter().any(stderr),
        "stderr is not compared"
    );
}

#[test]
fn another_oracle_changes_the_bytes_but_not_the_verdict() {
    let comparison = changed(|run| {
        for cell in [ORACLE, FULL] {
            run.prints(cell, SAMPLE, "as a newer CPython words it\n");
        }
        run.cell(ORACLE).version = "CPython 3.12.9".into();
        let print = run.fingerprint.binaries.get_mut(FULL).unwrap();
        print.build.insert("python_version".into(), "3.12.9".into());
    });
    let behaviour = of_kind(&comparison, Kind::Behaviour);
    assert!(
        behaviour.contains(&(FULL, SAMPLE, "stdout")),
        "{behaviour:?}"
    );
    assert!(
        !behaviour.contains(&(FULL, SAMPLE, "verdict")),
        "{behaviour:?}"
    );
    assert!(
        behaviour.contains(&(LIGHT, SAMPLE, "verdict")),
        "{behaviour:?}"
    );
    assert_eq!(
        of_kind(&comparison, Kind::Machine),
        [(ORACLE, "-", "version")]
    );
    let full = |difference: &&Difference| difference.cell == FULL;
    let full = comparison.differences.iter().find(full).unwrap();
    assert_eq!(
        full.reasons,
        [format!("binaries.{FULL}.build.python_version")]
    );
}

#[test]
fn times_and_sizes_are_the_machine_and_its_parts_say_why() {
    let comparison = changed(|run| {
        run.slows(LIGHT, "startup", 1, 3.0);
        run.cell(LIGHT).size_bytes *= 2;
        run.fingerprint.machine.cpu.model = "another processor".into();
        run.print_of(STANDALONE).factor = Some("not of this cell".into());
    });
    assert!(comparison.behaves_alike(), "{:?}", comparison.differences);
    let figure = |name: &str| {
        let mut pairs = comparison.figures.iter();
        pairs
            .find(|pair| pair.cell == LIGHT && pair.figure == name)
            .unwrap()
    };
    let ratio = figure("startup/1/ratio_to_python3");
    assert_eq!(ratio.apart, Some(true));
    assert!((ratio.factor.unwrap() - 3.0).abs() < 0.01, "{ratio:?}");
    assert_eq!(ratio.reasons, ["machine.cpu.model"]);
    assert_eq!(
        (figure("size").apart, figure("size").factor),
        (None, Some(2.0))
    );
    for id in ["C7.7L", "C7.12"] {
        let claim = claim(&comparison, id);
        assert_eq!(
            (claim.kind, &claim.reasons[..]),
            (Some(Kind::Machine), &["machine.cpu.model".to_owned()][..]),
            "{id}"
        );
    }
    let part = &comparison.parts[1];
    assert_eq!(part.part, "machine.cpu.model");
    assert_eq!(
        (part.first.as_deref(), part.second.as_deref()),
        (Some("a processor"), Some("another processor"))
    );
}

#[test]
fn a_speed_program_that_prints_otherwise_is_no_matter_of_speed() {
    let comparison = changed(|run| run.times(LIGHT, "startup", 1).stdout = "1\n".into());
    let pair = claim(&comparison, "C7.7L");
    assert_eq!(pair.first.verdict, Verdict::Reproduced);
    assert_eq!(pair.kind, Some(Kind::Behaviour), "{pair:?}");
}

#[test]
fn what_is_not_provisioned_is_missing_and_not_another_behaviour() {
    let mut lacking = Run::as_told();
    lacking.lacks(LIGHT_AARCH64, "./artifact build all");
    let comparison = compare(&lacking, &Run::as_told());
    assert!(comparison.behaves_alike(), "{:?}", comparison.differences);
    let lack = &comparison.missing[..];
    assert_eq!(lack.len(), 1, "{lack:?}");
    assert_eq!(
        (lack[0].from, lack[0].cell.as_deref()),
        (Which::First, Some(LIGHT_AARCH64))
    );
    assert_eq!(lack[0].why, "not provisioned: ./artifact build all");
    assert_eq!(lack[0].pocs, ["7", "8"]);
    let unlike: Vec<_> = comparison
        .claims
        .iter()
        .filter(|claim| claim.kind.is_some())
        .collect();
    assert!(
        !unlike.is_empty() && unlike.iter().all(|claim| claim.kind == Some(Kind::Missing)),
        "{unlike:?}"
    );
}

#[test]
fn a_program_a_cell_or_a_poc_that_one_run_has_not_is_said() {
    let comparison = changed(|run| {
        run.ran.remove(&(LIGHT.into(), SAMPLE.into()));
        run.fingerprint
            .cells
            .retain(|cell| cell.name != OTHER_ORACLE);
        run.without("1");
        run.finished = false;
    });
    assert!(comparison.behaves_alike(), "{:?}", comparison.differences);
    let lack = |cell: Option<&str>| {
        comparison
            .missing
            .iter()
            .find(|lack| lack.cell.as_deref() == cell)
            .unwrap()
    };
    assert_eq!(
        (lack(None).why.as_str(), &lack(None).pocs[..]),
        ("PoC 1 was not run", &["1".to_owned()][..])
    );
    assert_eq!(lack(Some(OTHER_ORACLE)).why, "its matrix has no such cell");
    let sample = lack(Some(LIGHT));
    assert_eq!(
        (sample.from, sample.sample.as_deref()),
        (Which::Second, Some(SAMPLE))
    );
    assert_eq!(sample.why, "the run is unfinished");
}

#[test]
fn an_attempt_that_is_no_longer_blocked_behaves_otherwise() {
    let comparison = changed(|run| run.cell(ATTEMPT_AARCH64).outcome = "result".into());
    assert_eq!(
        of_kind(&comparison, Kind::Behaviour),
        [(ATTEMPT_AARCH64, "-", "outcome")]
    );
    let pair = claim(&comparison, "C4.1");
    assert_eq!(
        (pair.first.verdict, pair.kind),
        (Verdict::Reproduced, Some(Kind::Behaviour))
    );
}

#[test]
fn what_a_python3_links_is_its_machines_affair_and_what_ours_links_is_not() {
    let comparison = changed(|run| {
        for cell in [ORACLE, LIGHT] {
            run.cell(cell).needed = "libc.so.6\nlibffi.so.8".into();
        }
    });
    assert_eq!(
        of_kind(&comparison, Kind::Machine),
        [(ORACLE, "-", "needed")]
    );
    assert_eq!(
        of_kind(&comparison, Kind::Behaviour),
        [(LIGHT, "-", "needed")]
    );
}

#[test]
fn of_fewer_tries_nothing_follows() {
    let comparison = changed(|run| {
        for more in &mut run.more {
            match more.metric {
                record::Metric::Checked => more.value = record::Value::Number(100),
                record::Metric::Changed => more.value = record::Value::Number(0),
                _ => {}
            }
        }
    });
    assert!(comparison.behaves_alike(), "{:?}", comparison.differences);
    assert!(of_kind(&comparison, Kind::Missing).contains(&(
        STANDALONE,
        "values/generated",
        "checked"
    )));
}

#[test]
fn a_changed_sample_is_named_as_the_reason() {
    let input = format!("samples/idioms/{ABC}.py");
    let comparison = changed(|run| {
        run.prints(LIGHT, ABC, "changed\n");
        run.fingerprint
            .inputs
            .insert(input.clone(), "another".into());
        run.fingerprint
            .inputs
            .insert(format!("samples/idioms/{SAMPLE}.py"), "another".into());
        run.fingerprint.machine.kernel = "Linux 7".into();
    });
    assert_eq!(
        comparison.differences[0].reasons,
        [format!("inputs.{input}")]
    );
}

#[test]
fn the_order_of_the_runs_changes_sides_alone() {
    let mut other = Run::as_told();
    other.prints(LIGHT, SAMPLE, "something else\n");
    other.slows(FULL, "pure", 300_000, 2.0);
    let told = Run::as_told();
    let (there, back) = (compare(&told, &other), compare(&other, &told));
    assert_eq!(there.summary, back.summary);
    assert_eq!(there.differences[0].first, back.differences[0].second);
    assert_eq!(there, compare(&told, &other), "the same every time");
}

#[test]
fn what_is_compared_depends_on_what_the_cell_is_for() {
    assert_eq!(
        Kind::of(record::Metric::Needed, Role::Control),
        Some(Kind::Machine)
    );
    assert_eq!(Kind::of(record::Metric::Stderr, Role::Candidate), None);
}
