//! Puts the rows of all areas of the campaign together, callable by callable, so that one search finds those of a callable.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

fn main() -> io::Result<()> {
    let evidence = Path::new(env!("CARGO_MANIFEST_DIR")).join("evidence");
    println!("cargo::rerun-if-changed={}", evidence.display());
    let mut files = fs::read_dir(&evidence)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    files.sort();
    let areas = files
        .iter()
        .map(fs::read_to_string)
        .collect::<io::Result<Vec<_>>>()?;
    let mut callables: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    // The first line of an area is its header.
    for line in areas.iter().flat_map(|area| area.lines().skip(1)) {
        if let Some((callable, row)) = line.split_once('\t') {
            callables.entry(callable).or_default().push(row);
        }
    }
    let (mut table, mut index) = (String::new(), String::from("&[\n"));
    for (callable, rows) in callables {
        let start = table.len();
        for row in rows {
            table.push_str(row);
            table.push('\n');
        }
        let end = table.len();
        writeln!(index, "({callable:?}, {start}, {end}),").map_err(io::Error::other)?;
    }
    index.push_str("]\n");
    write("table.tsv", &table)?;
    write("callables.rs", &index)
}

#[expect(
    clippy::disallowed_methods,
    reason = "cargo says only so where a build script is to write"
)]
fn write(name: &str, text: &str) -> io::Result<()> {
    let folder = std::env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&folder).join(name), text)
}
