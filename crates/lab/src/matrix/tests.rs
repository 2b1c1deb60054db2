use super::*;
use cell::RunnerWord;

const CELL: &str = "[[cell]]\nname = \"a\"\ntier = \"oracle\"\nbuild = \"b\"\ntarget = \"t\"\n\
    role = \"oracle\"\nprogram = \"p\"\nrun = [\"{program}\", \"-x\", \"{file}\", \"{args}\"]\n\
    provision = \"make\"\n";

/// A candidate on another target, with what runs it and an oracle of its own.
const EMULATED: &str = "[[cell]]\nname = \"e\"\ntier = \"full\"\nbuild = \"b\"\ntarget = \"u\"\n\
    oracle = \"other\"\nemulated = true\nprogram = \"q\"\npocs = [\"0\", \"8\"]\n\
    run = [\"{guests}/emu\", \"-cpu\", \"max\", \"{program}\", \"exec\", \"{file}\", \"{args}\"]\n\
    provision = \"make\"\n";

const OTHER: &str = "[[cell]]\nname = \"other\"\ntier = \"oracle\"\nbuild = \"c\"\ntarget = \"t\"\n\
    role = \"other-oracle\"\npocs = [\"0\", \"8\"]\nprogram = \"p2\"\n\
    run = [\"{program}\", \"{file}\", \"{args}\"]\nprovision = \"make\"\n";

fn text(cells: &[&str]) -> String {
    format!("schema = \"{SCHEMA}\"\n{}", cells.concat())
}

fn names(matrix: &Matrix) -> Vec<&str> {
    matrix.cells.iter().map(|cell| cell.name.as_str()).collect()
}

#[track_caller]
fn refused(cells: &str, why: &str) {
    let error = Matrix::parse(cells).unwrap_err();
    assert!(error.contains(why), "{error}");
}

#[test]
fn commands_are_filled_in() {
    let matrix = Matrix::parse(&text(&[CELL, EMULATED, OTHER])).unwrap();
    let args = ["1".into(), "2".into()];
    let arguments = |cell: usize| matrix.cells[cell].arguments(Path::new("f.py"), &args);
    assert_eq!(arguments(0), ["-x", "f.py", "1", "2"]);
    assert_eq!(arguments(1), ["exec", "f.py", "1", "2"]);
    assert_eq!(matrix.cells[0].runner().count(), 0);
    let runner: Vec<_> = matrix.cells[1].runner().collect();
    let (emu, plain) = (RunnerWord::Guest("emu"), RunnerWord::Plain);
    assert_eq!(runner, [emu, plain("-cpu"), plain("max")]);
}

#[test]
fn what_is_wrong_is_said() {
    refused(&text(&[CELL, CELL]), "two cells called a");
    refused(&text(&[&CELL.replace("{file}", "x")]), "lacks {file}");
    refused(
        &text(&[&CELL.replace("provision", "provisions")]),
        "unknown field",
    );
    refused(
        &CELL.replace("[[cell]]", "schema = \"x\"\n[[cell]]"),
        "was expected",
    );
    let attempt = OTHER.replace("other-oracle", "attempt");
    refused(&text(&[CELL, &attempt]), "other: an attempt must name");
}

#[test]
fn what_is_wrong_with_a_command_is_said() {
    let with = |words: &str| {
        let cell = CELL.replace("\"{program}\", \"-x\", \"{file}\", \"{args}\"", words);
        text(&[&cell])
    };
    refused(&with("\"{file}\", \"{args}\""), "must contain {program}");
    refused(
        &with("\"/bin/sh\", \"{program}\", \"{file}\", \"{args}\""),
        "must begin with {program} or {guests}/NAME",
    );
    refused(
        &with("\"{guests}/x\", \"{file}\", \"{program}\", \"{args}\""),
        "{file} stands before {program}",
    );
    refused(
        &with("\"{guests}/../x\", \"{program}\", \"{file}\", \"{args}\""),
        "{guests}/../x names no file",
    );
    refused(
        &with("\"{guests}/\", \"{program}\", \"{file}\", \"{args}\""),
        "{guests}/ names no file",
    );
    refused(
        &with("\"{guests}/x\", \"-L{guests}\", \"{program}\", \"{file}\", \"{args}\""),
        "-L{guests} stands before {program} and is not understood",
    );
    refused(
        &with("\"{program}\", \"{guests}/x\", \"{file}\", \"{args}\""),
        "{guests}/x stands after {program}",
    );
    refused(
        &with("\"{program}\", \"{program}\", \"{file}\", \"{args}\""),
        "{program} twice",
    );
}

#[test]
fn there_is_one_oracle_and_every_other_one_is_found() {
    refused(
        &text(&[&CELL.replace("\"oracle\"\nprogram", "\"control\"\nprogram")]),
        "one cell whose",
    );
    let second = CELL.replace("name = \"a\"", "name = \"b\"");
    refused(&text(&[CELL, &second]), "there are 2");
    refused(
        &text(&[CELL, EMULATED]),
        "e: its oracle is other, which is no cell",
    );
    refused(
        &text(&[CELL, OTHER, &EMULATED.replace("\"other\"", "\"a\"")]),
        "e: its oracle is a, which is no cell",
    );
    refused(
        &text(&[CELL, &OTHER.replace(", \"8\"", ""), EMULATED]),
        "e: other takes no part in PoC 8",
    );
    let oracle = CELL.replace("role", "oracle = \"other\"\nrole");
    refused(&text(&[&oracle, OTHER]), "only a candidate has an oracle");

    let matrix = Matrix::parse(&text(&[CELL, EMULATED, OTHER])).unwrap();
    let of = |cell: usize| &matrix.oracle_of(&matrix.cells[cell]).unwrap().name;
    assert_eq!((of(0).as_str(), of(1).as_str()), ("a", "other"));
}

#[test]
fn a_target_comes_with_what_it_is_compared_with() {
    let third = EMULATED.replace("oracle = \"other\"\n", "");
    let third = third.replace("\"e\"", "\"f\"").replace("\"u\"", "\"v\"");
    let control = CELL.replace("\"a\"", "\"again\"");
    let control = control.replace("role = \"oracle\"", "role = \"control\"");
    let all = text(&[CELL, &control, OTHER, EMULATED, &third]);
    let matrix = Matrix::parse(&all).unwrap();
    let on = |target: &str| matrix.on(target).unwrap();
    assert_eq!(names(&on("all")).len(), 5);
    assert_eq!(names(&on("t")), ["a", "again", "other"]);
    assert_eq!(names(&on("u")), ["a", "again", "other", "e"]);
    assert_eq!(names(&on("v")), ["a", "again", "f"]);
}

/// A way to run Python that others made.
fn peer() -> String {
    let peer = OTHER.replace("other-oracle", "peer");
    let peer = peer.replace("pocs = [\"0\", \"8\"]\n", "");
    peer.replace("\"other\"", "\"peer\"")
}

#[test]
fn peers_are_compared_with_those_that_run_beside_them_and_with_nobody_else() {
    let ours = EMULATED.replace("oracle = \"other\"\n", "beside_peers = true\n");
    let matrix = Matrix::parse(&text(&[CELL, OTHER, &ours, &peer()])).unwrap();
    let without = matrix.clone().without_peers();
    assert_eq!(names(&without), ["a", "other", "e"]);
    assert_eq!(without.cells, matrix.cells[..3]);
    let beside = matrix.beside_peers();
    assert_eq!(names(&beside), ["a", "e", "peer"]);
    for cell in &beside.cells {
        assert!(cell.takes_part_in(PEERS), "{}", cell.name);
    }
    assert!(!beside.cells[1].takes_part_in("8"));
}

#[test]
fn what_is_wrong_with_a_peer_is_said() {
    let refused_with = |extra: &str, why: &str| {
        let peer = peer().replacen("program", &format!("{extra}\nprogram"), 1);
        refused(&text(&[CELL, &peer]), why);
    };
    refused_with("pocs = [\"0\"]", "peer: a peer takes part in no PoC");
    refused_with("oracle = \"other\"", "only a candidate has an oracle");
    refused_with("files = [\"../x\"]", "peer: ../x names nothing");
    let beside = "peer: arguments_in stands beside {args}";
    refused_with("arguments_in = \"sys.argv\"", beside);
    let without = peer().replace(", \"{args}\"", "");
    refused(&text(&[CELL, &without]), "peer: the command lacks {args}");
    let written = without.replace("provision", "arguments_in = \"sys.argv\"\nprovision");
    assert!(Matrix::parse(&text(&[CELL, &written])).is_ok());
}

#[test]
fn a_cell_is_its_program_unless_it_names_more() {
    let more = CELL.replace("role", "files = [\"lib\", \"p\"]\nrole");
    for (cell, files) in [(CELL, vec!["p"]), (more.as_str(), vec!["lib", "p"])] {
        let matrix = Matrix::parse(&text(&[cell])).unwrap();
        assert_eq!(matrix.cells[0].installed().collect::<Vec<_>>(), files);
    }
}

#[test]
fn unknown_names_are_answered_with_the_known() {
    let matrix = Matrix::parse(&text(&[CELL])).unwrap();
    assert_eq!(
        matrix.cell("b").unwrap_err().to_string(),
        "there is no cell b in cells.toml; there are: a"
    );
    let error = matrix.on("u").unwrap_err().to_string();
    assert!(error.ends_with("cells on: t"), "{error}");
}

#[test]
fn the_matrix_of_the_project_is_sound() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cells.toml");
    let matrix = Matrix::read(&path).unwrap();
    for target in ["x86_64", "aarch64", "wasm32-wasip1"] {
        for poc in ["0", "1", "2", "3", "4", "4.5", "5", "6", "7", "8"] {
            let mut cells = matrix.cells.iter().filter(|cell| cell.target == target);
            let found = cells.any(|cell| {
                let judged = matches!(cell.role, Role::Candidate | Role::Attempt);
                judged && cell.takes_part_in(poc)
            });
            assert!(found, "PoC {poc} has no cell on {target}");
        }
    }
}
