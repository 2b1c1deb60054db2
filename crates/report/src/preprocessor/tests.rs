use super::*;
use crate::testing::{CONTROL, LIGHT, ORACLE, Run};

mod corpora;
mod harm;
mod peers;
mod pocs;
mod targets;

fn page(run: &Run, markdown: &str) -> Result<String, TagError> {
    Preprocessor::new(run.evidence()).page("page.md", markdown)
}

#[track_caller]
fn shown(run: &Run, markdown: &str) -> String {
    page(run, markdown).expect("tags that are known")
}

#[track_caller]
fn refused(markdown: &str) -> String {
    page(&Run::as_told(), markdown)
        .expect_err("a tag that is wrong")
        .to_string()
}

/// Every tag, with arguments that it takes.
const ALL: &[&str] = &[
    "amortization",
    "attempts 4",
    "binaries",
    "break-even",
    "cell-files",
    "cell-sections",
    "cells 0",
    "cells 4",
    "claims",
    "controls",
    "corpora",
    "corpus-choices",
    "corpus-control",
    "corpus-obstacles",
    "counterexample C7.6b",
    "diff 04_abc_abstractmethod",
    "diff 04_abc_abstractmethod light-standalone-x86_64",
    "decisions",
    "decomposition",
    "diff syntax/match light 2",
    "divergences",
    "durations 4.5",
    "engines",
    "environment",
    "families",
    "fidelity light",
    "fidelity light-stock-x86_64",
    "fidelity full 3",
    "glance",
    "glance ja",
    "goals",
    "grid",
    "hashes",
    "inputs",
    "isolation",
    "matrix",
    "noise",
    "noise 6",
    "outputs divergences/value/silent_values",
    "paper-speed",
    "outputs values/integer full 1",
    "faults interruption",
    "faults totals",
    "suite means",
    "suite programs",
    "peers glance",
    "peers shortfalls",
    "rebuilds",
    "second-run",
    "plot amortization",
    "plot coverage",
    "plot decomposition",
    "plot fidelity",
    "plot fidelity 3",
    "plot glance-fidelity",
    "plot glance-speed",
    "plot speed",
    "plot speed 5",
    "plot startup",
    "portability",
    "portability 5",
    "samples 0",
    "toolchains",
    "samples 2",
    "speed",
    "speed 5",
    "steps",
    "tally",
    "value C7.12.paper",
    "changes",
    "profile dynamic",
    "ready",
    "value C7.6b.verdict_ja",
    "value corpora.coverage",
    "value C7.10F.measured",
    "value oracle.version",
    "value poc1.full.changed",
    "value poc2.light.passes",
    "value poc7.light.share",
    "value poc4.attempt.aarch64",
    "value poc4.full.break_even.shared",
    "value poc4.full.once.shared",
    "value poc4.light.crossed.process",
    "value poc4_5.largest.startup",
    "value poc4_5.leanest.startup",
    "value poc4_5.whole.dynamic",
    "value poc5.full.libpython",
    "value poc5.full.plain.over.startup.1",
    "value poc6.full.ratio.pure.1000000",
    "values",
    "verdicts",
    "verdicts open",
];

#[test]
fn every_tag_is_tried_here() {
    let tried: Vec<&str> = ALL
        .iter()
        .filter_map(|words| words.split(' ').next())
        .collect();
    let known = refused("{{#tiers nothing}}");
    let known = known.split("known are ").nth(1).unwrap();
    for usage in known.split(", ") {
        let name = usage.trim_matches('`').split(' ').next().unwrap();
        assert!(tried.contains(&name), "{name} is not tried");
    }
}

#[test]
fn every_tag_shows_something_whatever_is_missing() {
    let mut lacking = Run::as_told();
    lacking.lacks(LIGHT, "./artifact build stock");
    lacking.lacks(CONTROL, "./artifact build");
    let mut elsewhere = Run::as_told();
    for poc in ["0", "1", "2", "3", "4", "4.5", "5", "6"] {
        elsewhere.without(poc);
    }
    let runs = [Run::as_told(), Run::begun(), lacking, elsewhere];
    let evidence = runs.iter().map(Run::evidence).chain([Evidence::none()]);
    for evidence in evidence {
        let preprocessor = Preprocessor::new(evidence);
        for words in ALL {
            let page = preprocessor
                .page("page.md", &format!("{{{{#tiers {words}}}}}\n"))
                .unwrap();
            assert!(!page.contains("{{"), "{words}: {page}");
            let text = page
                .replace("<div class=\"tiers\">", "")
                .replace("</div>", "");
            assert!(text.trim().len() > 3, "{words} shows nothing: {page}");
            // A blank line would end the block of HTML and hand its rest to Markdown.
            assert!(!page.trim().contains("\n\n\n"), "{words}");
        }
    }
}

#[test]
fn what_was_not_measured_names_the_command() {
    let begun = Run::begun();
    let speed = shown(&begun, "{{#tiers speed}}");
    assert!(
        speed.contains("not measured yet: run <code>./artifact bench all</code>"),
        "{speed}"
    );
    let version = shown(&begun, "It is {{#tiers value oracle.version}}.");
    assert!(
        version.contains("not measured yet: run <code>./artifact reproduce</code>"),
        "{version}"
    );
    let mut lacking = Run::as_told();
    lacking.lacks(LIGHT, "./artifact build stock");
    let fidelity = shown(&lacking, "{{#tiers fidelity light}}");
    assert!(fidelity.contains("not provisioned") && fidelity.contains("./artifact build stock"));
}

#[test]
fn an_unknown_tag_names_file_line_and_the_known_ones() {
    let error = refused("# Title\n\ntext\n{{#tiers sped}}\n");
    assert!(
        error.starts_with("page.md, line 4: there is no tag `sped`"),
        "{error}"
    );
    assert!(
        error.contains("`speed [POC]`") && error.contains("`fidelity CELL [POC]`"),
        "{error}"
    );
}

#[test]
fn wrong_arguments_name_the_right_ones() {
    assert!(refused("{{#tiers fidelity}}").contains("`fidelity CELL [POC]`"));
    assert!(refused("{{#tiers speed 7 fast}}").contains("`speed [POC]`"));
    assert!(
        refused("{{#tiers speed 9}}").contains("there is no PoC `9`; known are 0, 1, 2, 3, 4, 4.5")
    );
    assert!(refused("{{#tiers value poc0.full.colour}}").contains("`poc0.full.colour`"));
    assert!(refused("{{#tiers value poc9.full.passes}}").contains("there is no value"));
    assert!(
        refused("{{#tiers plot pie}}").contains("there is no plot `pie`; known are amortization")
    );
    assert!(refused("{{#tiers value C7.12.colour}}").contains("`C7.12.colour`"));
    assert!(
        refused("{{#tiers value C7.12.paper_cell_ms}}").contains("no value"),
        "no such median"
    );
    assert!(refused("{{#tiers value C9.9.paper}}").contains("there is no claim `C9.9`"));
    assert!(refused("{{#tiers value nothing}}").contains("oracle.version"));
    assert!(refused("{{#tiers verdicts shut}}").contains("known are open"));
    assert!(refused("one\n{{#tiers speed\n").contains("line 2: the tag is not closed"));
}

#[test]
fn values_stand_within_sentences() {
    let run = Run::as_told();
    let sentence = shown(
        &run,
        "The paper has {{#tiers value C7.12.paper}}, not more.",
    );
    assert_eq!(
        sentence,
        "The paper has <span class=\"tiers-value\">35,425,208 bytes</span>, not more."
    );
    let ms = shown(&run, "{{#tiers value C7.10F.paper_cell_ms}}");
    assert!(ms.contains("86.7 ms"), "{ms}");
    let text = shown(&run, "{{#tiers value C7.2.measured}}");
    assert!(
        text.contains("04&#95;abc&#95;abstractmethod"),
        "an underscore would be emphasis: {text}"
    );
}

#[test]
fn what_programs_print_cannot_break_the_page() {
    let mut run = Run::as_told();
    run.prints(
        LIGHT,
        crate::testing::VALUE_PROBE,
        "</pre><script>\n\n# {{#tiers claims}} {{#include x}}\n",
    );
    for tag in [
        "{{#tiers outputs divergences/value/silent_values}}",
        "{{#tiers counterexample C7.6b}}",
    ] {
        let page = shown(&run, tag);
        assert!(!page.contains("<script>") && !page.contains("{{"), "{page}");
        assert!(
            page.contains("&lt;/pre&gt;&lt;script&gt;&#10;&#10;#"),
            "{page}"
        );
    }
}

#[test]
fn the_diff_shows_the_line() {
    let page = shown(&Run::as_told(), "{{#tiers diff 04_abc_abstractmethod}}");
    assert!(
        page.contains("-abstract guard: True&#10;+abstract guard: False"),
        "{page}"
    );
    let same = shown(&Run::as_told(), "{{#tiers diff 14_namedtuple}}");
    assert!(same.contains("prints the same bytes"), "{same}");
}

#[test]
fn a_page_says_what_the_run_is_not() {
    let banner = "tiers-banner";
    assert!(!shown(&Run::as_told(), "# Title\n\nText\n").contains(banner));
    let mut run = Run::as_told();
    run.cell(ORACLE).version = "CPython 3.11.2".into();
    let page = shown(&run, "# Title\n\nText\n");
    assert!(
        page.starts_with("# Title\n\n<div class=\"tiers-banner\""),
        "{page}"
    );
    assert!(page.contains("CPython 3.11.2, not CPython 3.12"), "{page}");
    let mut quick = Run::as_told();
    quick.fingerprint.settings.quick = true;
    assert!(shown(&quick, "Text").contains("quick run"));
    let mut cut = Run::as_told();
    cut.finished = false;
    assert!(shown(&cut, "Text").contains("unfinished"));
    let nothing = Preprocessor::new(Evidence::none())
        .page("p.md", "Text")
        .unwrap();
    assert!(nothing.contains("Nothing has been measured yet"));
}

#[test]
fn verdicts_can_be_told_without_colour() {
    let page = shown(&Run::as_told(), "{{#tiers tally}}");
    for sign in ["✔", "◐", "✘", "○"] {
        assert!(page.contains(sign), "{sign}");
    }
    assert!(page.contains("href=\"claims.html#claim-c7-6b\""), "{page}");
    let cards = shown(&Run::as_told(), "{{#tiers claims}}");
    assert!(cards.contains("id=\"claim-c7-6b\""));
}

#[test]
fn claims_that_were_not_reproduced_are_listed_alone() {
    let open = shown(&Run::as_told(), "{{#tiers verdicts open}}");
    assert!(open.contains("C7.6b") && !open.contains("C7.1<"), "{open}");
}

#[test]
fn html_is_supported_and_others_are_not() {
    assert!(Preprocessor::supports("html") && !Preprocessor::supports("epub"));
}
