//! Reads the tables of all areas of the campaign once, here, so that no decision reads them: what the dispatcher asks of a
//! callable stands in the program as records and maps that need no reading.

use std::path::Path;
use std::{fs, io};

#[expect(
    dead_code,
    reason = "the dispatcher needs more of them than their bits"
)]
#[path = "src/hazards.rs"]
mod hazards;
#[expect(
    dead_code,
    reason = "the dispatcher needs more of them than their bits"
)]
#[path = "src/kinds.rs"]
mod kinds;

/// What reads the tables, as the dispatcher's own tests have it.
mod evidence {
    #[expect(dead_code, reason = "who looks the tables up needs the others")]
    #[path = "../src/evidence/codes.rs"]
    pub(crate) mod codes;
    #[path = "../src/evidence/compile.rs"]
    pub(crate) mod compile;
    #[path = "../src/evidence/row.rs"]
    pub(crate) mod row;
    #[path = "../src/evidence/write.rs"]
    pub(crate) mod write;
}

fn main() -> io::Result<()> {
    // Relative to the crate, where cargo runs this: what is built once may run for a checkout that has moved since.
    let folder = Path::new("evidence");
    println!("cargo::rerun-if-changed=evidence");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/evidence");
    println!("cargo::rerun-if-changed=src/hazards.rs");
    println!("cargo::rerun-if-changed=src/kinds.rs");
    let mut files = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    files.sort();
    let areas = files
        .iter()
        .map(fs::read_to_string)
        .collect::<io::Result<Vec<_>>>()?;
    let tables = evidence::compile::compile(&areas);
    for (name, content) in evidence::write::files(&tables).map_err(io::Error::other)? {
        write(name, &content)?;
    }
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "cargo says only so where a build script is to write"
)]
fn write(name: &str, content: &[u8]) -> io::Result<()> {
    let folder = std::env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&folder).join(name), content)
}
