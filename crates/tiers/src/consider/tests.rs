use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;

use dispatch::Loader as _;
use tempfile::TempDir;
use tier_api::{Any, TierId};

use super::neighbours::Neighbours;
use super::read::SOURCE_BYTES_MAX;
use super::{Considered, shadows};
use crate::{Guests, Host, Job, On};

/// Makes a folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn loads(folder: &TempDir, name: &str) -> Option<String> {
    let neighbours = Neighbours::of(&folder.path().join("program.py"));
    let source = neighbours.load(name)?;
    Some(String::from_utf8(source).unwrap())
}

#[test]
fn modules_are_found_as_cpython_finds_them() {
    let folder = folder(&[
        ("program.py", ""),
        ("plain.py", "plain"),
        ("both.py", "module"),
        ("both/__init__.py", "package"),
        ("package/__init__.py", "outer"),
        ("package/inner.py", "inner"),
        ("namespace/module.py", "unseen"),
        ("native.py", "source"),
        ("native.abi3.so", ""),
    ]);
    for (name, source) in [
        ("plain", Some("plain")),
        ("both", Some("package")),
        ("package", Some("outer")),
        ("package.inner", Some("inner")),
        ("package.missing", None),
        ("plain.inner", None),
        ("namespace.module", None),
        ("native", None),
        ("missing", None),
    ] {
        assert_eq!(loads(&folder, name).as_deref(), source, "{name}");
    }
}

#[test]
fn names_that_are_no_names_lead_nowhere() {
    let folder = folder(&[
        ("inside/program.py", ""),
        ("secret.py", "secret"),
        ("inside/ä.py", ""),
    ]);
    let neighbours = Neighbours::of(&folder.path().join("inside/program.py"));
    for name in [
        "",
        ".",
        "..secret",
        "../secret",
        "/etc/hostname",
        "a/b",
        "ä",
        "a\0b",
        "secret",
    ] {
        assert_eq!(neighbours.load(name), None, "{name:?}");
    }
    assert_eq!(neighbours.load(&"a.".repeat(1 << 16)), None);
}

#[test]
fn the_folder_is_that_of_the_file_behind_a_link() {
    let folder = folder(&[
        ("real/program.py", ""),
        ("real/beside.py", "beside"),
        ("other/beside.py", "wrong"),
    ]);
    let link = folder.path().join("other/link.py");
    symlink("../real/program.py", &link).unwrap();
    assert_eq!(
        Neighbours::of(&link).load("beside").as_deref(),
        Some(&b"beside"[..])
    );
}

#[test]
fn a_package_is_read_with_those_it_is_in() {
    let folder = folder(&[
        ("p/__init__.py", "1"),
        ("p/q/__init__.py", "2"),
        ("p/q/r.py", "3"),
    ]);
    let neighbours = Neighbours::of(&folder.path().join("program.py"));
    neighbours.load("p.q.r").unwrap();
    let read = neighbours.into_read();
    let paths: Vec<&str> = read.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["p/__init__.py", "p/q/__init__.py", "p/q/r.py"]);
}

#[test]
fn modules_without_end_are_not_read_without_end() {
    let files: Vec<(String, &str)> = (0..300).map(|n| (format!("m{n}.py"), "pass")).collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), *text))
        .collect();
    let many = folder(&files);
    let neighbours = Neighbours::of(&many.path().join("program.py"));
    let loaded = (0..300).filter(|n| neighbours.load(&format!("m{n}")).is_some());
    assert_eq!(loaded.count(), 256);
    let long = "#".repeat(3 << 20);
    let heavy = folder(&[("a.py", &long), ("b.py", &long), ("c.py", &long)]);
    let neighbours = Neighbours::of(&heavy.path().join("program.py"));
    let loaded = ["a", "b", "c"].map(|name| neighbours.load(name).is_some());
    assert_eq!(loaded, [true, true, false]);
}

#[test]
fn a_module_that_is_a_pipe_is_not_waited_for() {
    let folder = folder(&[]);
    let pipe = folder.path().join("pipe.py");
    rustix::fs::mknodat(
        rustix::fs::CWD,
        &pipe,
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR,
        0,
    )
    .unwrap();
    assert_eq!(loads(&folder, "pipe"), None);
    let considered = Considered::file(&pipe).unwrap();
    assert_eq!(considered.analysis.reasons[0].rule, "no-file");
}

#[test]
fn what_is_too_long_is_said_to_be() {
    let length = usize::try_from(SOURCE_BYTES_MAX).unwrap() + 1;
    let folder = folder(&[("program.py", &"#".repeat(length))]);
    let considered = Considered::file(&folder.path().join("program.py")).unwrap();
    assert_eq!(considered.analysis.reasons[0].rule, "too-long");
    assert!(!considered.analysis.light_safe());
}

#[test]
fn a_name_of_the_library_beside_the_program_is_seen_where_something_is_imported() {
    let import = b"import json\n";
    for name in [
        "random.py",
        "json",
        "_json.cpython-312-x86_64-linux-gnu.so",
        "annotationlib.py",
    ] {
        let folder = folder(&[(
            &format!("{name}{}", if name == "json" { "/x.py" } else { "" }),
            "",
        )]);
        let shadow = shadows::shadow(folder.path(), import).unwrap();
        assert!(shadow.starts_with(name), "{shadow}");
        assert_eq!(
            shadows::shadow(folder.path(), b"print(1)\n"),
            None,
            "{name}"
        );
    }
    let harmless = folder(&[("helper.py", ""), ("random.txt", ""), ("program.py", "")]);
    assert_eq!(shadows::shadow(harmless.path(), import), None);
}

#[test]
fn what_cannot_be_read_is_an_error() {
    for path in ["/nowhere.py", "/"] {
        assert!(Considered::file(&PathBuf::from(path)).is_err(), "{path}");
    }
}

#[test]
fn a_place_in_a_text_is_that_of_the_text() {
    // A syntax error, which no analysis finds safe.
    let considered = Considered::text("x = 1\n1 +\n", &[("y".into(), Any::from(1))]);
    assert!(!considered.analysis.light_safe());
    for reason in &considered.analysis.reasons {
        assert!(reason.line <= 2, "{reason:?}");
    }
}

#[test]
fn an_input_that_cannot_be_seen_is_not_safe() {
    for (name, value) in [("a b", Any::None), ("blob", Any::Bytes(vec![0; 1 << 20]))] {
        let considered = Considered::text("", &[(name.into(), value)]);
        let rule = considered.analysis.reasons[0].rule.as_str();
        assert!(["input", "too-long"].contains(&rule), "{rule}");
    }
}

#[test]
fn both_standard_libraries_are_known() {
    let job = Job::text("import sys\nprint(*sys.stdlib_module_names)");
    for tier in [TierId::Full, TierId::Light] {
        let completed = Host::new(Guests::at(guests()))
            .execute(&job.clone().on(On::Only(tier)))
            .unwrap();
        let names = String::from_utf8(completed.finished.stdout).unwrap();
        assert!(names.contains("json"), "{tier}: {names}");
        for name in names.split_ascii_whitespace() {
            assert!(shadows::is_of_the_library(name), "{tier}: {name}");
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a test is told by its environment where the guests are"
)]
fn guests() -> PathBuf {
    std::env::var_os("TIERS_GUESTS")
        .expect("TIERS_GUESTS is not set: ./artifact cargo sets it")
        .into()
}
