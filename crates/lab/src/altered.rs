//! Whether a program is still what its builder made.

use std::fmt;

use record::sha256_hex;

use crate::{Cell, Lab, LabError};

/// The field of a sidecar that names the file's SHA-256.
const DIGEST: &str = "sha256";

/// A program that is not the one that its sidecar describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    /// The file's name among the guests.
    pub file: String,
    /// The SHA-256 that its builder wrote down.
    pub named: String,
    /// The SHA-256 that it has.
    pub found: String,
}

impl fmt::Display for Altered {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, named, found } = self;
        write!(
            formatter,
            "{file} is not what its builder made: its SHA-256 is {found}, and {file}.build.json names {named}"
        )
    }
}

impl Lab {
    /// Returns the first of the files behind a cell that is not the one its sidecar describes: its program, or one that
    /// runs it. Where no sidecar names a digest, nothing is known: a python3 is the machine's own.
    pub fn altered(&self, cell: &Cell) -> Result<Option<Altered>, LabError> {
        let files = [cell.program.as_str()].into_iter();
        for file in files.chain(cell.runner_names()) {
            let Some(named) = self.build_of(file).remove(DIGEST) else {
                continue;
            };
            let found = sha256_hex(&fs_err::read(self.guests.folder().join(file))?);
            if found != named {
                let file = file.to_owned();
                return Ok(Some(Altered { file, named, found }));
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use tiers::Guests;

    use super::*;
    use crate::Project;

    /// A lab whose guest of the first candidate is `bytes`, with a sidecar that says `sidecar`.
    fn altered(bytes: &[u8], sidecar: &str) -> Option<Altered> {
        let guests = tempfile::tempdir().unwrap();
        let project = Project::around(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let lab = Lab::open(project, Guests::at(guests.path()), None).unwrap();
        let cells = lab.matrix.cells.iter();
        let mut candidates = cells.filter(|cell| cell.role == record::Role::Candidate);
        let cell = candidates.next().unwrap();
        let file = guests.path().join(&cell.program);
        fs_err::write(&file, bytes).unwrap();
        let beside = guests.path().join(format!("{}.build.json", cell.program));
        fs_err::write(beside, sidecar).unwrap();
        lab.altered(cell).unwrap()
    }

    #[test]
    fn one_byte_makes_another_program() {
        let sidecar = format!("{{\"sha256\": \"{}\"}}", sha256_hex(b"made"));
        assert_eq!(altered(b"made", &sidecar), None);
        let found = altered(b"mad!", &sidecar).unwrap();
        assert_eq!(found.found, sha256_hex(b"mad!"));
        assert!(found.to_string().contains(&sha256_hex(b"made")), "{found}");
    }

    #[test]
    fn what_nobody_wrote_down_cannot_be_altered() {
        assert_eq!(altered(b"made", "{\"compiler\": \"rustc\"}"), None);
    }
}
