//! The tables that are committed, as the dispatcher reads them.

use std::collections::BTreeMap;
use std::path::Path;

use campaign::HEADER;

/// Returns the tables by name.
fn tables() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dispatch/evidence");
    let files = fs_err::read_dir(folder).unwrap();
    let mut tables: Vec<_> = files
        .map(|file| {
            let path = file.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, fs_err::read_to_string(path).unwrap())
        })
        .collect();
    tables.sort();
    tables
}

#[test]
fn every_area_has_its_table_and_no_other_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let project = lab::Project::around(&root).unwrap();
    let areas = campaign::areas(&project).unwrap();
    let areas: Vec<String> = areas.into_iter().map(|area| area.name).collect();
    let tables: Vec<String> = tables().into_iter().map(|(name, _)| name).collect();
    assert_eq!(tables, areas, "`tiers evidence` writes them");
}

#[test]
fn rows_are_sorted_and_whole_and_no_call_is_judged_twice() {
    let mut judged = BTreeMap::new();
    for (name, text) in tables() {
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some(HEADER), "{name}");
        let lines: Vec<&str> = lines.collect();
        assert!(lines.is_sorted(), "{name}");
        for line in lines {
            let columns: Vec<&str> = line.split('\t').collect();
            let [
                callable,
                signature,
                cases,
                differing,
                texts,
                result,
                example,
            ] = columns[..]
            else {
                panic!("{name}: {line}");
            };
            let count = |text: &str| text.parse::<usize>().unwrap();
            assert!(count(cases) > 0, "{line}");
            assert!(count(differing) + count(texts) <= count(cases), "{line}");
            assert!(!result.is_empty(), "{line}");
            let differs = count(differing) + count(texts) > 0;
            assert_eq!(differs, !example.is_empty(), "{line}");
            assert!(example.chars().count() <= 200, "{line}");
            let before = judged.insert((callable.to_owned(), signature.to_owned()), name.clone());
            assert_eq!(
                before, None,
                "{callable} with {signature} stands in {name} too"
            );
        }
    }
}

#[test]
fn what_is_known_to_differ_does() {
    let all: String = tables().into_iter().map(|(_, text)| text).collect();
    let row = |callable: &str, signature: &str| -> Vec<String> {
        let start = format!("{callable}\t{signature}\t");
        let line = all
            .lines()
            .find(|line| line.starts_with(&start))
            .expect(&start);
        line.split('\t').map(str::to_owned).collect()
    };
    for (callable, signature) in [
        ("builtins.sum", "list[float]"),
        ("format:bool", "w"),
        ("str.expandtabs", "int"),
    ] {
        assert_ne!(row(callable, signature)[3], "0", "{callable} {signature}");
    }
    for (callable, signature) in [
        ("builtins.len", "list[int]"),
        ("op:+", "int,int"),
        ("str.upper", ""),
        ("list.append", "int"),
    ] {
        assert_eq!(row(callable, signature)[3], "0", "{callable} {signature}");
    }
}
