//! `tiers diff`.

use crate::support::call;

const LIGHT: &str = "light-standalone-x86_64";

#[test]
fn the_paper_s_one_difference_is_shown() {
    let diff = call(&[
        "diff",
        "--cells",
        LIGHT,
        "samples/idioms/04_abc_abstractmethod.py",
    ]);
    assert_eq!(diff.status, 1, "{diff:?}");
    insta::assert_snapshot!(diff.stdout, @r"
    DIFF  light-standalone-x86_64  samples/idioms/04_abc_abstractmethod.py
    --- CPython
    +++ light-standalone-x86_64
    @@ -1,3 +1,3 @@
     Square: 9
     Rect: 10
    -abstract guard: True
    +abstract guard: False
    ");
}

#[test]
fn a_folder_is_all_its_programs() {
    let diff = call(&["diff", "--cells", "full-static-x86_64", "samples/idioms"]);
    assert_eq!(diff.status, 0, "{diff:?}");
    assert_eq!(diff.stdout.lines().count(), 20);
    assert!(
        diff.stdout
            .lines()
            .all(|line| line.starts_with("PASS  full-static-x86_64"))
    );
}

#[test]
fn a_status_that_differs_is_a_failure() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("p.py");
    std::fs::write(
        &file,
        "import sys\nsys.exit(sys.implementation.name == 'rustpython')\n",
    )
    .unwrap();
    let diff = call(&["diff", "--cells", LIGHT, file.to_str().unwrap()]);
    assert_eq!(diff.status, 1);
    assert!(
        diff.stdout.starts_with("FAIL") && diff.stdout.contains("(exit status 1, python3 0)"),
        "{diff:?}"
    );
}

#[test]
fn what_cannot_be_compared_is_a_clear_error() {
    let unknown = call(&["diff", "--cells", "light-on-mars", "samples/idioms"]);
    assert_eq!(unknown.status, 2, "{unknown:?}");
    assert!(
        unknown.stderr.contains("there is no cell light-on-mars"),
        "{unknown:?}"
    );
    let missing = call(&["diff", "no-such.py"]);
    assert_eq!(missing.status, 2, "{missing:?}");
    let empty = tempfile::tempdir().unwrap();
    let none = call(&["diff", empty.path().to_str().unwrap()]);
    assert_eq!(none.status, 2, "{none:?}");
    assert!(none.stderr.contains("holds no .py files"), "{none:?}");
}
