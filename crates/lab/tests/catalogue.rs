//! The catalogue of divergences, on both sides: each entry is what it says.

use std::path::{Path, PathBuf};

use lab::{Cell, Lab, Project, Sample};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use record::{Divergence, Role};
use tiers::Guests;

/// An entry of the catalogue.
type Entry = (Sample, Divergence);

fn lab() -> Lab {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::around(here).unwrap();
    let beside = project.root().join("target/libexec/tiers");
    let guests = told("TIERS_GUESTS").map_or(beside, PathBuf::from);
    Lab::open(project, Guests::at(guests), None).unwrap()
}

#[expect(
    clippy::disallowed_methods,
    reason = "the tests find guests where the command line does"
)]
fn told(variable: &str) -> Option<String> {
    std::env::var(variable).ok()
}

/// Returns Light on the entry's target: the guest of this project, not another build beside it.
fn light<'a>(lab: &'a Lab, divergence: &Divergence) -> &'a Cell {
    let home = &lab.matrix.oracle().unwrap().target;
    let target = divergence.target.as_ref().unwrap_or(home);
    let mut cells = lab.matrix.cells.iter();
    let found = cells.find(|cell| {
        cell.tier == "light"
            && cell.session
            && cell.role == Role::Candidate
            && cell.target == *target
    });
    found.unwrap_or_else(|| panic!("no cell is Light on {target}"))
}

/// Says what is wrong with the bytes beside an entry, which have to be the oracle's.
fn wrong_in_expected(lab: &Lab, (sample, _): &Entry) -> Option<String> {
    let (oracle, _) = lab.oracle().unwrap();
    let ran = lab.run(oracle, &sample.path).unwrap();
    let stderr = String::from_utf8_lossy(&ran.stderr);
    if ran.ending.status() != 0 {
        return Some(format!("{}: {}\n{stderr}", sample.name, ran.ending));
    }
    match sample.expected().unwrap() {
        None => Some(format!("{}: nothing is expected", sample.name)),
        Some(expected) if expected != ran.stdout => {
            let printed = String::from_utf8_lossy(&ran.stdout);
            Some(format!("{}: CPython prints\n{printed}", sample.name))
        }
        Some(_) => None,
    }
}

/// Says what is wrong with an entry on Light, which has to end as the entry says, and to print something else than what is
/// expected where it says nothing.
fn wrong_on_light(lab: &Lab, (sample, divergence): &Entry) -> Option<String> {
    let ran = lab.run(light(lab, divergence), &sample.path).unwrap();
    let (status, wanted) = (ran.ending.status(), divergence.ends.unwrap_or(0));
    if status != wanted {
        let stderr = String::from_utf8_lossy(&ran.stderr);
        return Some(format!("{}: {status}, not {wanted}\n{stderr}", sample.name));
    }
    let same = sample.expected().unwrap().as_ref() == Some(&ran.stdout);
    (same && wanted == 0).then(|| format!("{}: Light prints what CPython prints", sample.name))
}

/// Says what is wrong with the folder of an entry: in `skew` are those, and no others, of which a newer CPython says that the
/// difference is one of versions. Of what differs on another target only, it says nothing.
fn wrong_in_folder(lab: &Lab, (sample, divergence): &Entry) -> Option<String> {
    let said = sample.name.starts_with("divergences/skew/");
    if divergence.target.is_some() {
        return said.then(|| format!("{}: the target differs", sample.name));
    }
    let newer = lab.run(newer(lab), &sample.path).unwrap();
    let light = lab.run(light(lab, divergence), &sample.path).unwrap();
    let same = newer.stdout == light.stdout && newer.ending.status() == light.ending.status();
    let words = if same { "as" } else { "not as" };
    (same != said).then(|| format!("{}: a newer CPython is {words} Light", sample.name))
}

/// Returns the newer CPython that runs the catalogue.
fn newer(lab: &Lab) -> &Cell {
    let mut cells = lab.matrix.cells.iter();
    let found = cells.find(|cell| cell.role == Role::OtherOracle && cell.takes_part_in("7"));
    found.expect("a newer CPython")
}

/// Returns what is wrong with the entries, and how many there are.
fn all_wrong(
    lab: &Lab,
    wrong: impl Fn(&Lab, &Entry) -> Option<String> + Sync,
) -> (Vec<String>, usize) {
    let catalogue = lab.project.catalogue().unwrap();
    assert!(!catalogue.is_empty());
    let entries = catalogue.par_iter();
    let all = entries.filter_map(|entry| wrong(lab, entry)).collect();
    (all, catalogue.len())
}

#[track_caller]
fn each_is_right(wrong: impl Fn(&Lab, &Entry) -> Option<String> + Sync) {
    let (all, _) = all_wrong(&lab(), wrong);
    assert!(all.is_empty(), "{}", all.join("\n"));
}

/// Returns the version of the CPython at hand.
fn version(lab: &Lab) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("version.py");
    let program = "import platform\nprint(platform.python_version())\n";
    fs_err::write(&path, program).unwrap();
    let ran = lab.run(lab.oracle().unwrap().0, &path).unwrap();
    String::from_utf8(ran.stdout).unwrap()
}

/// The bytes are CPython 3.12's. Another version prints others here and there, and no more than that.
#[test]
fn what_is_expected_is_what_cpython_prints() {
    let lab = lab();
    let (all, entries) = all_wrong(&lab, wrong_in_expected);
    let allowed = if version(&lab).starts_with("3.12.") {
        0
    } else {
        entries / 10
    };
    assert!(all.len() <= allowed, "{}", all.join("\n"));
}

#[test]
fn light_departs_from_it_as_each_entry_says() {
    each_is_right(wrong_on_light);
}

#[test]
fn what_is_skew_is_as_on_a_newer_cpython() {
    each_is_right(wrong_in_folder);
}

#[test]
fn an_entry_that_differs_no_longer_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let entry = |source: &str, ends| {
        let path = folder.path().join("same.py");
        fs_err::write(&path, source).unwrap();
        fs_err::write(path.with_extension("expected"), "1\n").unwrap();
        let divergence = Divergence {
            ends,
            ..Divergence::read("\"\"\"Same\n\nprovenance: own campaign\n\"\"\"").unwrap()
        };
        let name = "divergences/value/same".into();
        (Sample { name, path }, divergence)
    };
    let lab = lab();
    let wrong = |source, ends| wrong_on_light(&lab, &entry(source, ends));
    assert!(wrong("print(1)", None).is_some());
    assert!(wrong("print(1)", Some(126)).is_some());
    assert!(wrong("print(2)", None).is_none());
    assert!(wrong("raise SystemExit(3)", None).is_some());
    assert!(wrong("print(1)\nraise SystemExit(3)", Some(3)).is_none());
    assert!(wrong_in_expected(&lab, &entry("print(1)", None)).is_none());
    assert!(wrong_in_expected(&lab, &entry("print(2)", None)).is_some());
}
