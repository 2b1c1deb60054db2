//! The page of peers.

use super::*;
use crate::testing::{FULL, PEER, SUBSET, peers};

const PARTS: [&str; 7] = [
    "durations",
    "environment",
    "glance",
    "noise",
    "programs",
    "shortfalls",
    "speed",
];

fn page_of(peers: Option<&Run>, part: &str) -> String {
    let evidence = Run::as_told().evidence();
    let evidence = evidence.with_peers(peers.map(Run::evidence));
    Preprocessor::new(evidence)
        .page("peers.md", &format!("{{{{#tiers peers {part}}}}}"))
        .unwrap()
}

#[test]
fn what_was_not_compared_names_the_command() {
    for part in PARTS {
        let page = page_of(None, part);
        assert!(
            page.contains("run <code>./artifact bench --peers</code>"),
            "{part}: {page}"
        );
    }
    let error = refused("{{#tiers peers nothing}}");
    assert!(
        error.contains("no part `nothing`; known are durations,"),
        "{error}"
    );
}

#[test]
fn every_part_tells_of_the_comparison_and_not_of_the_run() {
    let mut run = peers();
    run.prints(SUBSET, "16_enum_functional", "something else\n");
    for part in ["glance", "programs", "speed"] {
        let page = page_of(Some(&run), part);
        for cell in [ORACLE, FULL, LIGHT, PEER, SUBSET] {
            assert!(
                page.contains(&format!("<code>{cell}</code>")),
                "{part}: {page}"
            );
        }
        assert!(!page.contains("paper"), "{part}: {page}");
    }
    for part in PARTS {
        assert!(
            !page_of(Some(&run), part).contains("not measured yet"),
            "{part}"
        );
    }
}

#[test]
fn a_glance_tells_what_runs_what_does_not_and_what_is_not_there() {
    let mut run = peers();
    run.times(SUBSET, "dynamic", 100_000).status = 1;
    run.ends(SUBSET, "14_namedtuple", 1, "Error: no classes\n");
    run.lacks(PEER, "./artifact build peers");
    let page = page_of(Some(&run), "glance");
    let row = |cell: &str| {
        let at = page.find(&format!("<code>{cell}</code>")).unwrap();
        page[at..].split("</tr>").next().unwrap()
    };
    assert!(row(SUBSET).contains("no timing") && row(SUBSET).contains("19 of 20"));
    assert!(row(PEER).contains("not provisioned: <code>./artifact build peers</code>"));
    assert!(row(ORACLE).contains("the measure") && row(FULL).contains("20 of 20"));
    assert!(row(SUBSET).contains("60.0 MiB"), "{page}");
}

#[test]
fn a_shortfall_is_shown_whole_behind_its_last_line() {
    let mut run = peers();
    assert!(page_of(Some(&run), "shortfalls").contains("does all of it as python3 does"));
    run.ends(
        SUBSET,
        "14_namedtuple",
        1,
        "Traceback\nError: <no> classes\n",
    );
    let page = page_of(Some(&run), "shortfalls");
    assert!(
        page.contains("<summary>Error: &lt;no&gt; classes</summary>"),
        "{page}"
    );
    assert!(page.contains("Traceback&#10;Error"), "{page}");
    assert!(
        page.contains(&format!("<code>{SUBSET}</code> 1 program")),
        "{page}"
    );
}

#[test]
fn a_quick_comparison_says_so() {
    let mut run = peers();
    assert!(!page_of(Some(&run), "glance").contains("tiers-banner"));
    run.fingerprint.settings.quick = true;
    run.finished = false;
    let page = page_of(Some(&run), "glance");
    assert!(
        page.contains("was a quick run") && page.contains("is unfinished"),
        "{page}"
    );
}

#[test]
fn a_program_tells_where_it_comes_from_and_what_runs_it() {
    let page = page_of(Some(&peers()), "programs");
    assert!(page.contains("fast 1.0, a registry"), "{page}");
    assert!(
        page.contains("node runner.mjs") && page.contains("80.0 MiB"),
        "{page}"
    );
}
