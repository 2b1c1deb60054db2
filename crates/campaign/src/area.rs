//! The areas there are.

use std::path::PathBuf;

use lab::Project;

use crate::CampaignError;

/// Where areas are, from the project's folder.
const FOLDER: &str = "samples/evidence";

/// A program that tries calls.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Area {
    /// Its name, and its table's.
    pub name: String,
    /// The program.
    pub path: PathBuf,
}

/// Returns all areas of a project, by name.
pub fn areas(project: &Project) -> Result<Vec<Area>, CampaignError> {
    let mut areas = Vec::new();
    for entry in fs_err::read_dir(project.root().join(FOLDER))? {
        let path = entry?.path();
        let is_program = path.extension().is_some_and(|extension| extension == "py");
        if let Some(name) = path.file_stem().filter(|_| is_program) {
            let name = name.to_string_lossy().into_owned();
            areas.push(Area { name, path });
        }
    }
    areas.sort();
    Ok(areas)
}
