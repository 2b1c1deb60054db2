//! The deepest programs that are let through are analysed to their end: a stack that overflows ends this test's process.

use dispatch::{NoModules, analyse};

/// As deep as a statement may be, and a little less: it is not refused for its depth.
const TOKENS: usize = 7900;

#[track_caller]
fn check(source: &str) {
    let analysis = analyse(source.as_bytes(), &NoModules);
    let refused = analysis
        .reasons
        .iter()
        .find(|reason| reason.rule == "depth");
    assert!(refused.is_none(), "{refused:?}: {}", &source[..40]);
}

#[test]
fn expressions_within_expressions() {
    check(&format!(
        "{}1{}\n",
        "(".repeat(TOKENS / 2),
        ")".repeat(TOKENS / 2)
    ));
    check(&format!(
        "{}{}\n",
        "[".repeat(TOKENS / 2),
        "]".repeat(TOKENS / 2)
    ));
    check(&format!("{}1\n", "-".repeat(TOKENS)));
    check(&format!("{}x\n", "not ".repeat(TOKENS)));
    check(&format!("1{}\n", "+1".repeat(TOKENS / 2)));
    check(&format!("2{}\n", "**2".repeat(TOKENS / 2)));
    check(&format!("x{}\n", ".x".repeat(TOKENS / 2)));
    check(&format!("{}1\n", "lambda:".repeat(TOKENS / 2)));
    check(&format!(
        "{}1{}\n",
        "f(".repeat(TOKENS / 3),
        ")".repeat(TOKENS / 3)
    ));
    check(&format!("1{}\n", " if 1 else 1".repeat(TOKENS / 4)));
}

#[test]
fn blocks_within_blocks() {
    let mut source = String::new();
    for depth in 0..95 {
        source += &" ".repeat(depth);
        source += "if x:\n";
    }
    source += &" ".repeat(95);
    source += "pass\n";
    check(&source);
}
