//! Tags that tell of all targets.

use super::*;
use crate::testing::{
    ATTEMPT_WASI, FULL_AARCH64, LIGHT_AARCH64, LIGHT_NODE, LIGHT_WASI, OTHER_ORACLE, STANDALONE,
};

const SAMPLE: &str = "14_namedtuple";

/// Returns the part of the grid that tells of one `PoC` on one target.
fn field(run: &Run, poc: &str, target: &str) -> String {
    let page = shown(run, "{{#tiers grid}}");
    let (_, row) = page.split_once(&format!(">PoC {poc}</a>")).unwrap();
    let (row, _) = row.split_once("</tr>").unwrap();
    let (_, field) = row
        .split_once(&format!("data-target=\"{target}\">"))
        .unwrap();
    field.split_once("</td>").unwrap().0.to_owned()
}

#[test]
fn the_grid_tells_each_field_by_tier_and_leads_to_its_evidence() {
    let mut run = Run::as_told();
    run.lacks(LIGHT_NODE, "./artifact build all");
    let aarch64 = field(&run, "8", "aarch64");
    let light =
        "<a class=\"tiers-state tiers-differs\" href=\"matrix.html#cell-light-standalone-aarch64\"";
    assert!(aarch64.contains(light), "{aarch64}");
    assert!(aarch64.contains("</span> Light 19/20</a>"), "{aarch64}");
    assert!(
        aarch64.contains("</span> Full 20/20 (3.11)</a>"),
        "{aarch64}"
    );
    let wasi = field(&run, "8", "wasm32-wasip1");
    assert!(wasi.contains("Light not provisioned"), "{wasi}");
    let attempt = field(&run, "5", "wasm32-wasip1");
    assert!(
        attempt.contains("tiers-blocked") && attempt.contains("Full attempt: blocked"),
        "{attempt}"
    );
    // Builds that came to the same are one mark, which leads to the chapter.
    let chain = field(&run, "4.5", "x86_64");
    assert!(chain.contains("href=\"poc4_5.html#results\""), "{chain}");
    assert!(chain.contains("Full 20/20, 3 builds"), "{chain}");
    assert!(!chain.contains("Oracle"), "{chain}");
    assert!(field(&run, "0", "aarch64").contains("no cell"));
    run.without("0");
    assert!(field(&run, "0", "aarch64").contains("not run yet"));
}

#[test]
fn every_link_of_the_grid_leads_somewhere() {
    let run = Run::as_told();
    let page = shown(
        &run,
        "{{#tiers grid}}{{#tiers cell-sections}}{{#tiers cell-files}}",
    );
    let links = page.split("href=\"matrix.html#").skip(1);
    let anchors: Vec<&str> = links.map(|rest| rest.split_once('"').unwrap().0).collect();
    assert!(anchors.len() > 20, "{anchors:?}");
    for anchor in anchors {
        assert!(page.contains(&format!("id=\"{anchor}\"")), "{anchor}");
    }
}

#[test]
fn a_cells_section_holds_its_digests_its_output_and_the_command_that_brings_it() {
    let mut run = Run::as_told();
    run.lacks(LIGHT_NODE, "./artifact build all");
    let page = shown(&run, "{{#tiers cell-sections}}");
    let section = |cell: &str| {
        let start = format!("id=\"cell-{}\"", cell.replace('.', "-"));
        let (_, section) = page.split_once(&start).expect(cell);
        section.split_once("</section>").unwrap().0.to_owned()
    };
    let light = section(LIGHT_AARCH64);
    let digest = record::sha256_hex(b"14_namedtuple\n");
    assert!(light.contains(&digest), "{light}");
    assert!(
        light.contains("22 programs, each with its SHA-256"),
        "{light}"
    );
    assert!(
        light.contains("an emulator: its times count for nothing"),
        "{light}"
    );
    assert!(light.contains("20.0 MiB"), "{light}");
    let wasi = section(LIGHT_WASI);
    assert!(wasi.contains("3 functions of 1 module"), "{wasi}");
    assert!(wasi.contains("<code>fd_write</code>"), "{wasi}");
    assert!(section(LIGHT_NODE).contains("<code>./artifact build all</code>"));
    assert!(section(ATTEMPT_WASI).contains("PYO3_CROSS_PYTHON_VERSION"));
    assert!(section(FULL_AARCH64).contains("<dt>judged against</dt><dd>CPython 3.11.2</dd>"));
    let control = section(CONTROL);
    assert!(control.contains("✔</span> PoC 7: result"), "{control}");
    let oracle = section(OTHER_ORACLE);
    assert!(
        !oracle.contains("SHA-256 of stdout"),
        "an oracle is not judged: {oracle}"
    );
}

#[test]
fn hashes_agree_from_target_to_target_or_the_difference_is_shown() {
    let mut run = Run::as_told();
    let same = shown(&run, "{{#tiers hashes}}");
    assert!(
        same.contains("60 runs compared with the same sample at home"),
        "{same}"
    );
    assert!(
        same.contains("≠ the oracle") && !same.contains("≠ at home"),
        "{same}"
    );
    run.prints(LIGHT_AARCH64, SAMPLE, "elsewhere\n");
    let other = shown(&run, "{{#tiers hashes}}");
    assert!(other.contains("≠ at home"), "{other}");
    assert!(other.contains("-14_namedtuple&#10;+elsewhere"), "{other}");
    assert!(!other.contains("No difference"), "{other}");
    run.lacks(STANDALONE, "./artifact build");
    assert!(shown(&run, "{{#tiers hashes}}").contains("just poc8"));
}

#[test]
fn one_file_under_two_engines_is_told() {
    let mut run = Run::as_told();
    let page = shown(&run, "{{#tiers engines}}");
    let words = "20 of 20 samples that ran on all of them printed the same bytes";
    assert!(page.contains(words), "{page}");
    assert!(
        page.contains(LIGHT_WASI) && page.contains(LIGHT_NODE),
        "{page}"
    );
    run.prints(LIGHT_NODE, SAMPLE, "elsewhere\n");
    let page = shown(&run, "{{#tiers engines}}");
    assert!(
        page.contains("19 of 20 samples") && page.contains("+elsewhere"),
        "{page}"
    );
    run.lacks(LIGHT_NODE, "./artifact build all");
    let page = shown(&run, "{{#tiers engines}}");
    assert!(
        page.contains("just poc8"),
        "one engine alone is no comparison: {page}"
    );
}

#[test]
fn what_each_target_took_is_listed() {
    let mut run = Run::as_told();
    let wasi = run.fingerprint.binaries.get_mut(LIGHT_WASI).unwrap();
    wasi.build.insert("libc".into(), "wasi-libc 25".into());
    wasi.build
        .insert("features".into(), "rustpython-vm:host_env".into());
    let page = shown(&run, "{{#tiers toolchains}}");
    assert!(page.contains("libc: wasi-libc 25"), "{page}");
    assert!(
        page.contains("<code>rustpython-vm/threading</code>"),
        "{page}"
    );
}

#[test]
fn a_cell_with_another_oracle_says_so_in_the_tables() {
    let page = shown(&Run::as_told(), "{{#tiers samples 8}}");
    assert!(
        page.contains("<code>full-debian-aarch64</code> judged against CPython 3.11.2"),
        "{page}"
    );
    assert!(
        !page.contains(&format!("<code>{OTHER_ORACLE}</code>")),
        "{page}"
    );
}

#[test]
fn times_that_a_quick_run_does_not_take_are_not_left_empty() {
    let mut run = Run::as_told();
    let words = "not taken in a quick run";
    assert!(!shown(&run, "{{#tiers speed 7}}").contains(words));
    run.fingerprint.settings.quick = true;
    let page = shown(&run, "{{#tiers speed 7}}");
    let row = format!("<code>{LIGHT_NODE}</code></th><td class=\"number\">{words}</td>");
    let series = 4;
    assert_eq!(page.matches(&row).count(), series, "{page}");
    assert!(!page.contains("></td>"));
}
