//! In-toto statements with a SLSA provenance predicate: of a run's results, and of a book.

use std::path::Path;

use serde_json::{Map, Value, json};

use crate::files::{self, FileDigest};
use crate::identifier::of_sha256;
use crate::{ProvenanceError, Run, STATEMENT, text};

const STATEMENT_TYPE: &str = "https://in-toto.io/Statement/v1";
const PREDICATE_TYPE: &str = "https://slsa.dev/provenance/v1";

/// How results come about. A name and no address, as those of this project's JSON shapes are; METHODOLOGY.md says what it
/// stands for.
const REPRODUCE: &str = "tiers:reproduce/1";

/// How a book comes about.
const REPORT: &str = "tiers:report/1";

const FINGERPRINT: &str = "fingerprint.json";

/// The results of a run: made of programs and inputs, by the machine and the settings of its fingerprint.
pub(crate) fn of_run(run: &Run) -> Value {
    let fingerprint = &run.fingerprint;
    let programs = fingerprint
        .binaries
        .iter()
        .map(|(name, binary)| descriptor(&format!("programs/{name}"), &binary.sha256));
    let inputs = fingerprint
        .inputs
        .iter()
        .map(|(path, sha256)| descriptor(path, sha256));
    let parameters = json!({
        "quick": fingerprint.settings.quick,
        "seed": fingerprint.settings.seed,
        "pythonHashSeed": fingerprint.settings.python_hash_seed,
    });
    let mut definition = json!({
        "buildType": REPRODUCE,
        "externalParameters": parameters,
        "resolvedDependencies": programs.chain(inputs).collect::<Vec<_>>(),
    });
    definition["internalParameters"] =
        json!({ "machine": serde_json::to_value(&fingerprint.machine).unwrap_or_default() });
    statement(&run.files, &definition, builder(&run.files))
}

/// Writes a statement about the book in `book` into it: that it was made of the results in `results`, or of none. The same
/// book of the same results gives the same bytes.
pub fn of_book(book: &Path, results: Option<&Path>) -> Result<(), ProvenanceError> {
    let pages = files::of(book, |path| path == STATEMENT)?;
    let results = results.map_or_else(|| Ok(Vec::new()), files::of_results)?;
    let made_of = results
        .iter()
        .map(|file| descriptor(&format!("results/{}", file.path), &file.sha256));
    let definition = json!({
        "buildType": REPORT,
        "externalParameters": {},
        "resolvedDependencies": made_of.collect::<Vec<_>>(),
    });
    let statement = statement(&pages, &definition, None);
    fs_err::write(book.join(STATEMENT), text(&statement))?;
    Ok(())
}

fn statement(subjects: &[FileDigest], definition: &Value, builder: Option<String>) -> Value {
    let subjects = subjects
        .iter()
        .map(|file| descriptor(&file.path, &file.sha256));
    // SLSA asks who vouches for a build. Nobody does here but the statement's own content: it is not signed.
    let builder = builder.unwrap_or_else(|| "tiers:unsigned".into());
    json!({
        "_type": STATEMENT_TYPE,
        "subject": subjects.collect::<Vec<_>>(),
        "predicateType": PREDICATE_TYPE,
        "predicate": {
            "buildDefinition": definition,
            "runDetails": { "builder": { "id": builder } },
        },
    })
}

/// What built the results is what their fingerprint describes, so its digest names it.
fn builder(files: &[FileDigest]) -> Option<String> {
    let fingerprint = files.iter().find(|file| file.path == FINGERPRINT)?;
    Some(of_sha256(&fingerprint.sha256))
}

fn descriptor(name: &str, sha256: &str) -> Value {
    let mut descriptor = Map::new();
    descriptor.insert("name".into(), name.into());
    descriptor.insert("digest".into(), json!({ "sha256": sha256 }));
    descriptor.into()
}
