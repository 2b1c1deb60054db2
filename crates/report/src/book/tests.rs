use super::*;
use crate::testing::{ORACLE, Run};

/// The book of this project.
fn paper() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../paper")
}

fn small_book(page: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs_err::create_dir(folder.path().join("src")).unwrap();
    // A command that would fail if it were started.
    let settings = "[book]\ntitle = \"x\"\n[preprocessor.tiers]\ncommand = \"/nowhere/tiers\"\n";
    fs_err::write(folder.path().join("book.toml"), settings).unwrap();
    fs_err::write(
        folder.path().join("src/SUMMARY.md"),
        "# Summary\n\n- [Page](page.md)\n",
    )
    .unwrap();
    fs_err::write(folder.path().join("src/page.md"), page).unwrap();
    folder
}

fn evidence() -> Evidence {
    Run::as_told().evidence()
}

#[test]
fn the_projects_book_is_built_and_needs_no_network() {
    let out = tempfile::tempdir().unwrap();
    build_book(&paper(), &evidence(), out.path()).unwrap();
    let mut pages = 0;
    for entry in fs_err::read_dir(out.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        let html = fs_err::read_to_string(&path).unwrap();
        assert!(!html.contains("{{#tiers"), "{} holds a tag", path.display());
        for fetched in [
            "src=\"http",
            "<link rel=\"stylesheet\" href=\"http",
            "url(http",
            "@import",
        ] {
            assert!(
                !html.contains(fetched),
                "{} fetches something",
                path.display()
            );
        }
        pages += 1;
    }
    assert!(pages >= 19, "{pages} pages");
    let claims = fs_err::read_to_string(out.path().join("claims.html")).unwrap();
    assert!(claims.contains("35,425,208 bytes") && claims.contains("claim-c7-12"));
    let chapter = fs_err::read_to_string(out.path().join("poc7.html")).unwrap();
    assert!(chapter.contains("summary: PASS=19  DIFF=1  FAIL=0 / 20 ==="));
    assert!(chapter.contains("<svg") && chapter.contains("</svg>"));
    let calls = fs_err::read_to_string(out.path().join("poc4.html")).unwrap();
    assert!(calls.contains("tiers-plot-amortization-4") && calls.contains("cannot find -lpython"));
    let matrix = fs_err::read_to_string(out.path().join("matrix.html")).unwrap();
    assert!(
        matrix.contains("id=\"cell-light-standalone-aarch64\"") && matrix.contains("tiers-grid")
    );
    let chain = fs_err::read_to_string(out.path().join("poc4_5.html")).unwrap();
    assert!(chain.contains("tiers-plot-decomposition-4-5") && chain.contains("no site import"));
}

#[test]
fn every_page_says_that_the_oracle_is_another() {
    let mut run = Run::as_told();
    run.cell(ORACLE).version = "CPython 3.11.2".into();
    let out = tempfile::tempdir().unwrap();
    build_book(&paper(), &run.evidence(), out.path()).unwrap();
    let pages = [
        "overview",
        "overview.ja",
        "deciding",
        "matrix",
        "poc0",
        "poc1",
        "poc2",
        "poc3",
        "poc4",
        "poc4_5",
        "poc5",
        "poc6",
        "poc7",
        "poc8",
        "claims",
        "divergences",
        "methodology",
        "threats",
        "reproducing",
        "cluster",
        "provenance",
        "environment",
        "glossary",
    ];
    for page in pages {
        let html = fs_err::read_to_string(out.path().join(format!("{page}.html"))).unwrap();
        assert!(
            html.contains("The oracle of this run is CPython 3.11.2"),
            "{page}"
        );
    }
}

#[test]
fn the_book_of_nothing_is_a_book_too() {
    let out = tempfile::tempdir().unwrap();
    build_book(&paper(), &Evidence::none(), out.path()).unwrap();
    for poc in crate::poc::ALL {
        let page = format!("poc{}.html", poc.id.replace('.', "_"));
        let html = fs_err::read_to_string(out.path().join(page)).unwrap();
        assert!(html.contains("not measured yet: run"), "PoC {}", poc.id);
        // The matrix leads there.
        assert!(html.contains("id=\"results\""), "PoC {}", poc.id);
    }
}

#[test]
fn the_external_command_is_not_started_within() {
    let book = small_book("# Page\n\n{{#tiers value C7.12.paper}}\n");
    let out = book.path().join("out");
    build_book(book.path(), &evidence(), &out).unwrap();
    let html = fs_err::read_to_string(out.join("page.html")).unwrap();
    assert!(html.contains("35,425,208 bytes"));
}

#[test]
fn a_second_build_gives_the_same_bytes() {
    let book = small_book("# Page\n\n{{#tiers plot speed}}\n\n{{#tiers claims}}\n");
    let out = book.path().join("out");
    let build = || {
        build_book(book.path(), &evidence(), &out).unwrap();
        fs_err::read_to_string(out.join("page.html")).unwrap()
    };
    assert_eq!(build(), build());
}

#[test]
fn a_wrong_tag_fails_the_build_and_leaves_the_book_before_alone() {
    let book = small_book("# Page\n");
    let out = book.path().join("out");
    build_book(book.path(), &evidence(), &out).unwrap();
    fs_err::write(
        book.path().join("src/page.md"),
        "# Page\n\n{{#tiers sped}}\n",
    )
    .unwrap();
    let error = build_book(book.path(), &evidence(), &out)
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("page.md, line 3: there is no tag `sped`"),
        "{error}"
    );
    assert!(out.join("page.html").is_file());
}

#[test]
fn a_folder_that_holds_something_else_is_left_alone() {
    let book = small_book("# Page\n");
    let out = tempfile::tempdir().unwrap();
    fs_err::write(out.path().join("letter.txt"), "dear").unwrap();
    let error = build_book(book.path(), &evidence(), out.path()).unwrap_err();
    assert!(matches!(error, BookError::OutputTaken(_)), "{error}");
    assert!(out.path().join("letter.txt").is_file());
}

#[test]
fn a_folder_without_a_book_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let error = build_book(folder.path(), &evidence(), &folder.path().join("out")).unwrap_err();
    assert!(matches!(error, BookError::NoBook(_)), "{error}");
}

#[test]
fn the_protocol_of_mdbook_is_spoken() {
    let book = small_book("# Page\n\n{{#tiers value C7.12.paper}}\n");
    let config = Config::from_disk(book.path().join("book.toml")).unwrap();
    let loaded = MDBook::load_with_config(book.path(), config.clone()).unwrap();
    let context = mdbook_preprocessor::PreprocessorContext::new(
        book.path().to_owned(),
        config,
        "html".into(),
    );
    let input = serde_json::to_vec(&(context, &loaded.book)).unwrap();
    let mut output = Vec::new();
    preprocess(&input[..], &mut output, evidence()).unwrap();
    let text = String::from_utf8(output).unwrap();
    assert!(text.contains("35,425,208 bytes"), "{text}");
    assert!(preprocess(&b"nothing"[..], &mut Vec::new(), evidence()).is_err());
}
