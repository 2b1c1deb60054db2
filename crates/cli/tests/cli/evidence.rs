//! `tiers evidence`: a small area of its own, on the real guests.

use std::path::{Path, PathBuf};

use crate::support::{Called, called, repository, tiers};

/// Calls that are the same everywhere, one whose value differs, and one that the Light tier dies of.
const AREA: &str = r#"
from campaign import Area
from campaign.pools import POOLS

area = Area()
POOLS["tabs"] = ["8", "0", "4"]
POOLS["tabbed"] = ['"a\\tb"']
area.function("builtins.len", "list[int]", wrong=False)
area.one("str.swapcase", '"aB".swapcase()')
area.method("tabbed", "expandtabs", "tabs", owner="str", wrong=False)
area.function("builtins.round", "half", wrong=False)
POOLS["half"] = ["True"]
area.run()
"#;

/// A project with that one area.
struct Campaign {
    folder: tempfile::TempDir,
}

impl Campaign {
    fn new() -> Self {
        let campaign = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let areas = campaign.path("samples/evidence");
        std::fs::create_dir_all(areas.join("campaign")).unwrap();
        let framework = repository().join("samples/evidence/campaign");
        for entry in std::fs::read_dir(framework).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.file_name().unwrap();
                std::fs::copy(&path, areas.join("campaign").join(name)).unwrap();
            }
        }
        std::fs::write(areas.join("small.py"), AREA).unwrap();
        std::fs::copy(repository().join("cells.toml"), campaign.path("cells.toml")).unwrap();
        campaign
    }

    fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    fn call(&self, args: &[&str]) -> Called {
        let mut command = tiers();
        command.current_dir(self.folder.path()).arg("evidence");
        called(&command.args(args).output().unwrap())
    }

    fn table(&self, folder: impl AsRef<Path>) -> String {
        std::fs::read_to_string(self.path("").join(folder).join("small.tsv")).unwrap()
    }
}

#[test]
fn an_area_comes_to_a_table_and_a_crash_is_a_case_that_differs() {
    let campaign = Campaign::new();
    let run = campaign.call(&["small", "--out", "tables"]);
    assert_eq!(run.status, 0, "{run:?}");
    insta::assert_snapshot!(run.stdout, @"small: 4 callables, 4 signatures, 12 cases: 2 differ, 0 differ in the message alone");
    let table = campaign.table("tables");
    let rows: Vec<Vec<&str>> = table
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(rows.len(), 5, "{table}");
    assert_eq!(
        rows[1][..6],
        ["builtins.len", "list[int]", "7", "0", "0", "int"]
    );
    assert_eq!(
        rows[2][..6],
        ["builtins.round", "bool", "1", "1", "0", "int"]
    );
    assert_eq!(rows[2][6], "round(True): 1 → True");
    assert_eq!(
        rows[3][..6],
        ["str.expandtabs", "int", "3", "1", "0", "str"]
    );
    assert_eq!(
        rows[3][6],
        "\"a\\tb\".expandtabs(0): 'ab' → ended with status 126"
    );
}

#[test]
fn a_check_writes_nothing_and_shows_what_departs() {
    let campaign = Campaign::new();
    let written = campaign.call(&["--out", "tables"]);
    assert_eq!(written.status, 0, "{written:?}");
    let kept = campaign.call(&["--check", "--out", "tables"]);
    assert_eq!(kept.status, 0, "a second run comes to the same: {kept:?}");

    let table = campaign.table("tables");
    let planted = table.replace(
        "builtins.len\tlist[int]\t7\t0",
        "builtins.len\tlist[int]\t7\t5",
    );
    assert_ne!(planted, table);
    std::fs::write(campaign.path("tables/small.tsv"), &planted).unwrap();
    let check = campaign.call(&["--check", "--out", "tables"]);
    assert_eq!(check.status, 1, "{check:?}");
    assert!(
        check.stdout.contains("\n-builtins.len\tlist[int]\t7\t5"),
        "{}",
        check.stdout
    );
    assert!(
        check.stdout.contains("\n+builtins.len\tlist[int]\t7\t0"),
        "{}",
        check.stdout
    );
    assert_eq!(campaign.table("tables"), planted);
}

#[test]
fn an_area_that_there_is_not_is_a_clear_error() {
    let run = Campaign::new().call(&["large"]);
    assert_eq!(run.status, 2, "{run:?}");
    assert!(
        run.stderr.contains("no area large; there are: small"),
        "{}",
        run.stderr
    );
}
