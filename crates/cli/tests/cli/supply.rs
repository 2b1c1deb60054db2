//! What is built here is built from what is known: crates of one registry, by their checksums, under licences that somebody
//! looked at. The lists are those of `deny.toml`; what cargo-deny knows beyond them is `./artifact deny`'s to ask.

use std::path::Path;
use std::process::Command;

use serde_json::Value;
use spdx::{Expression, ParseMode};

use crate::support::repository;

/// The folders of all workspaces.
const WORKSPACES: [&str; 5] = [
    ".",
    "crates/attempt-full",
    "crates/tier-full",
    "crates/tier-light",
    "fuzz",
];

#[test]
fn every_lock_names_the_registry_alone() {
    let deny = table(Path::new("deny.toml"));
    let registries = words(&deny["sources"]["allow-registry"]);
    assert_eq!(registries.len(), 1);
    let registry = format!("registry+{}", registries[0]);
    for workspace in WORKSPACES {
        let lock = table(&Path::new(workspace).join("Cargo.lock"));
        let packages = lock["package"].as_array().unwrap();
        for package in packages {
            // What has no source stands in this repository.
            let source = package.get("source").and_then(toml::Value::as_str);
            let known = source.is_none_or(|source| source == registry);
            let summed = source.is_none() || package.get("checksum").is_some();
            assert!(known && summed, "{workspace}/Cargo.lock: {package}");
        }
        assert!(packages.len() > 5, "{workspace}: {}", packages.len());
    }
}

#[test]
fn every_licence_was_looked_at() {
    let licences = Licences::of(&table(Path::new("deny.toml"))["licenses"]);
    let packages = metadata();
    let mut read = 0;
    for package in packages["packages"].as_array().unwrap() {
        if package["source"].is_null() {
            continue;
        }
        let name = package["name"].as_str().unwrap();
        let licence = licences.said_by(name, package["license"].as_str());
        assert!(licences.allow(name, &licence), "{name}: {licence}");
        read += 1;
    }
    assert!(read > 200, "{read} packages");
}

/// What `deny.toml` says of licences.
struct Licences {
    allowed: Vec<String>,
    /// Crates, and what is allowed for them beyond that.
    exceptions: Vec<(String, Vec<String>)>,
    /// Crates that name a file, and what it was found to be.
    clarified: Vec<(String, String)>,
}

impl Licences {
    fn of(table: &toml::Value) -> Self {
        let text = |row: &toml::Value, key: &str| row[key].as_str().unwrap().to_owned();
        let rows = |key: &str| table[key].as_array().unwrap().iter();
        Self {
            allowed: words(&table["allow"]),
            exceptions: rows("exceptions")
                .map(|row| (text(row, "crate"), words(&row["allow"])))
                .collect(),
            clarified: rows("clarify")
                .map(|row| (text(row, "crate"), text(row, "expression")))
                .collect(),
        }
    }

    fn said_by(&self, name: &str, licence: Option<&str>) -> String {
        let clarified = self.clarified.iter().find(|(of, _)| of == name);
        let clarified = clarified.map(|(_, expression)| expression.clone());
        let said = clarified.or_else(|| licence.map(str::to_owned));
        said.unwrap_or_else(|| panic!("{name} says nothing of its licence: see deny.toml"))
    }

    fn allow(&self, name: &str, licence: &str) -> bool {
        // Some still write a slash for `OR`.
        let expression = Expression::parse_mode(licence, ParseMode::LAX).unwrap();
        let more = self.exceptions.iter().find(|(of, _)| of == name);
        let more = more.map_or(&[][..], |(_, more)| more);
        expression.evaluate(|required| {
            let required = required.to_string();
            self.allowed.contains(&required) || more.contains(&required)
        })
    }
}

#[test]
fn a_licence_that_nobody_looked_at_is_noticed() {
    let licences = Licences {
        allowed: vec!["MIT".into()],
        exceptions: vec![("book".into(), vec!["MPL-2.0".into()])],
        clarified: Vec::new(),
    };
    let check = |name: &str, licence: &str, allowed: bool| {
        assert_eq!(licences.allow(name, licence), allowed, "{name}: {licence}");
    };
    check("a", "MIT", true);
    check("a", "GPL-3.0-only/MIT", true);
    check("a", "MIT AND GPL-3.0-only", false);
    check("a", "MPL-2.0", false);
    check("book", "MPL-2.0", true);
}

/// What cargo says of the host's workspace, of this machine's target; nothing is fetched.
fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .current_dir(repository())
        .args(["metadata", "--locked", "--offline", "--format-version=1"])
        .args(["--filter-platform", "x86_64-unknown-linux-gnu"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn table(path: &Path) -> toml::Value {
    let text = std::fs::read_to_string(repository().join(path)).unwrap();
    toml::from_str(&text).unwrap()
}

fn words(list: &toml::Value) -> Vec<String> {
    let list = list.as_array().unwrap().iter();
    list.map(|word| word.as_str().unwrap().to_owned()).collect()
}
