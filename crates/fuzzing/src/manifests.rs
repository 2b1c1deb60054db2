//! Tables and headers that people write: which cells there are, which programs a corpus holds, how a program was built, what
//! an entry of the catalogue says of itself, which shard is asked for.

use std::path::Path;

use corpus::{Manifest, Shard};
use lab::{Cell, Matrix, read_sidecar};
use record::Divergence;

use crate::choice;

/// Each is read or refused with a reason; what is read can be used.
pub(crate) fn feed(bytes: &[u8]) {
    let Some((which, bytes)) = choice(bytes) else {
        return;
    };
    if which % 5 == 0 {
        sidecar(bytes);
        return;
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    match which % 5 {
        1 => matrix(text),
        2 => manifest(text),
        3 => header(text),
        _ => shard(text),
    }
}

fn sidecar(bytes: &[u8]) {
    let build = read_sidecar(bytes);
    let written = serde_json::to_vec(&build).expect("what was read can be written");
    assert_eq!(read_sidecar(&written), build);
}

fn matrix(text: &str) {
    let matrix = match Matrix::parse(text) {
        Ok(matrix) => matrix,
        Err(why) => return assert!(!why.is_empty()),
    };
    assert!(matrix.oracle().is_some());
    for cell in &matrix.cells {
        assert!(matrix.oracle_of(cell).is_some(), "{cell:?}");
        assert!(matrix.cell(&cell.name).is_ok_and(|found| found == cell));
        can_be_used(cell);
        let on = matrix.on(&cell.target).expect("it has a cell");
        assert!(on.cells.contains(cell) && on.oracle().is_some());
    }
    assert!(matrix.clone().without_peers().oracle().is_some());
    assert!(matrix.beside_peers().oracle().is_some());
}

fn can_be_used(cell: &Cell) {
    let arguments = cell.arguments(Path::new("a.py"), &["1".into()]);
    assert!(
        !arguments
            .iter()
            .any(|word| word == "{file}" || word == "{args}")
    );
    drop((cell.print(), cell.takes_part_in("7")));
}

fn manifest(text: &str) {
    let manifest = match Manifest::parse(text) {
        Ok(manifest) => manifest,
        Err(why) => return assert!(!why.is_empty()),
    };
    let mut args = manifest.programs.iter().flat_map(|program| &program.args);
    assert!(args.all(|arg| !arg.contains('\0')));
}

fn header(text: &str) {
    let divergence = match Divergence::read(text) {
        Ok(divergence) => divergence,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    assert!(!divergence.title.is_empty() && divergence.ends != Some(0));
    let provenance = divergence.provenance;
    assert_eq!(provenance.to_string().parse(), Ok(provenance));
}

fn shard(text: &str) {
    let Ok(shard) = text.parse::<Shard>() else {
        return;
    };
    assert!((1..=shard.of).contains(&shard.number));
    assert!(shard.of(Vec::new()).is_empty());
}
