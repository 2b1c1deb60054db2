use std::path::{Path, PathBuf};

use super::*;

#[track_caller]
fn figures(markdown: &str) -> Vec<String> {
    typed_figures(markdown)
        .into_iter()
        .map(|figure| figure.words)
        .collect()
}

#[test]
fn planted_figures_are_found() {
    for planted in [
        "Light is 5.83× slower.",
        "Light is 5.83 times slower.",
        "Light is 6× slower.",
        "about 3–6× slower",
        "Light is 6x slower.",
        "It takes 29 ms.",
        "It takes 29\nms.",
        "It takes 29ms to start.",
        "It takes (29 ms) to start.",
        "It takes 2 s.",
        "It takes 20\u{a0}ms.",
        "within 30 minutes",
        "a 10-fold gap",
        "35,425,208 bytes",
        "35 MB",
        "35MiB",
        "a 35 MB binary",
        "35425208 bytes",
        "95 % of them",
        "95% of them",
        "**95%** of them",
        "the ratio was 0.69 there",
        "19/20 samples",
        "PASS=19",
        "PASS = 19",
        "19 PASS and 1 DIFF",
        "three times slower",
        "twenty percent",
        "twice as slow",
        "`5.83×`",
        "| 5.83 |",
        "{{#tiers value C7.12.paper}} and 29 ms",
        "29 ms and {{#tiers value C7.12.paper}}",
        "It takes [29 ms](poc7.md#speed).",
        "[Light](poc7.md) is 6× slower.",
        "Light は6倍遅い。",
        "Light は 6 倍遅い。",
        "起動に２９ミリ秒かかる",
        "約三倍の時間",
        "九割が一致した",
        "20個中19個が一致",
        "95％信頼区間",
    ] {
        assert!(!figures(planted).is_empty(), "{planted:?} was not found");
    }
}

#[test]
fn names_versions_and_counts_of_things_are_no_figures() {
    for harmless in [
        "PoC 4.5 and [PoC 4.5: why](poc4_5.md), or ./artifact poc 4.5 --quick",
        "PoC 7 on x86_64 with CPython 3.12 and RustPython 0.5.0.",
        "The sample 04_abc_abstractmethod and the 20 idiom samples.",
        "Claim C7.12, section 4, and Python 3.14.",
        "{{#tiers value C7.12.paper}} against {{#tiers value C7.12.measured}}",
        "SHA-256, UTF-8, wasm32-wasip1, PYTHONHASHSEED=0",
        "It was measured in 2026, on 2 cores.",
        "1. First\n2. Second\n",
        "asked twice, it does nothing twice",
        "one after the other, two of them, 3 rounds",
        "M = 1",
        "[C7.6b](claims.md#claim-c7-6b): see [the profile](https://w3id.org/ro/wfrun/process/0.5) of that name",
        "一つずつ判定します。二つの層があります。",
        "PoC 7 のものだけです。一行で分かります。",
        "{{#tiers value corpora.programs}} 本のうち {{#tiers value corpora.accepts}} 本",
    ] {
        assert_eq!(figures(harmless), Vec::<String>::new(), "{harmless:?}");
    }
}

#[test]
fn a_figure_is_told_with_its_line() {
    let found = typed_figures("# Title\n\n{{#tiers\nclaims}}\nIt takes 29 ms.\n");
    assert_eq!(
        found,
        [TypedFigure {
            line: 5,
            words: "29 ms.".into()
        }]
    );
}

#[test]
fn the_books_prose_holds_no_typed_figure() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../paper/src");
    let mut looked_at = 0;
    let mut typed = Vec::new();
    for page in markdown_files(&pages) {
        let text = fs_err::read_to_string(&page).unwrap();
        let name = page.strip_prefix(&pages).unwrap().display().to_string();
        let figures = typed_figures(&text);
        typed.extend(
            figures
                .into_iter()
                .map(|figure| format!("{name}:{}: {}", figure.line, figure.words)),
        );
        looked_at += 1;
    }
    assert!(
        looked_at >= 17,
        "only {looked_at} pages under {}",
        pages.display()
    );
    assert!(typed.is_empty(), "figures typed into prose: {typed:#?}");
}

fn markdown_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs_err::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(markdown_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
    files
}
