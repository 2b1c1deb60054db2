//! What shells and readers of manuals are given.

use crate::support::call;

const VERBS: [&str; 6] = ["run", "explain", "poc", "reproduce", "claims", "corpus"];

#[test]
fn shells_complete_verbs_and_options() {
    for shell in ["bash", "zsh", "fish"] {
        let script = call(&["completions", shell]);
        assert_eq!(script.status, 0, "{}", script.stderr);
        for word in VERBS.into_iter().chain(["prefer"]) {
            assert!(script.stdout.contains(word), "{shell} completes no {word}");
        }
    }
    assert_eq!(call(&["completions", "tcsh"]).status, 2);
}

#[test]
fn there_is_a_page_for_each_verb() {
    let page = call(&["man"]);
    assert_eq!(page.status, 0, "{}", page.stderr);
    assert!(page.stdout.contains(".TH tiers 1"), "{}", page.stdout);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("man1");
    let written = call(&["man", "--out", out.to_str().unwrap()]);
    assert_eq!(written.status, 0, "{}", written.stderr);
    for verb in VERBS {
        let text = std::fs::read_to_string(out.join(format!("tiers-{verb}.1"))).unwrap();
        assert!(text.contains("SYNOPSIS"), "{verb}: {text}");
    }
    assert!(!out.join("tiers-preprocess.1").exists());
}
