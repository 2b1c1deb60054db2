//! What a walk leaves out, what is called together, and how much is done.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Engine, follow};
use crate::flow::groups::FEW;
use crate::modules::{Module, read};

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples")
}

/// Whether a program is safe where more than `few` callees are called as a group.
fn is_safe(modules: &[Module], few: usize) -> bool {
    let mut engine = Engine::new(modules);
    engine.few = few;
    follow(engine).is_empty()
}

/// Compares each program of a folder, and of those within it. Returns how many there are.
fn each_program(folder: &Path, compare: &impl Fn(&Path, &[Module])) -> usize {
    let mut programs = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            programs += each_program(&path, compare);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            let source = fs::read(&path).unwrap();
            let Ok(modules) = read(&source, &crate::NoModules) else {
                continue;
            };
            compare(&path, &modules);
            programs += 1;
        }
    }
    programs
}

/// So many functions that a table holds, and as many places that call any of them.
fn table(functions: usize) -> String {
    let mut source = String::from("table = {}\n");
    for number in 0..functions {
        let _ = write!(
            source,
            "def f{number}(a, b={number}):\n    return [a, b, {number}]\n\n\ntable['{number}'] = f{number}\n"
        );
    }
    for number in 0..functions {
        let _ = writeln!(source, "print(table['{number}']({number}))");
    }
    source
}

/// Methods of one name, each in a class of its own, that call one another.
fn visitors(classes: usize) -> String {
    let mut source = String::new();
    for number in 0..classes {
        let _ = write!(
            source,
            "class C{number}:\n    def visit(self, other):\n        return other.visit(self) if other else {number}\n\n\n"
        );
    }
    for number in 0..classes {
        let _ = writeln!(source, "print(C{number}().visit(None))");
    }
    source
}

#[test]
fn many_callees_in_many_places_take_no_more_than_in_proportion() {
    for make in [table, visitors] {
        let per_byte = |many: usize| {
            let source = make(many);
            let modules = read(source.as_bytes(), &crate::NoModules).unwrap();
            let mut engine = Engine::new(&modules);
            assert!(engine.learn());
            assert!(!engine.is_spent());
            f64::from(u32::try_from(engine.steps.get()).unwrap())
                / f64::from(u32::try_from(source.len()).unwrap())
        };
        let (few, many) = (per_byte(20), per_byte(640));
        assert!(many < 2.0 * few, "{few} steps for each byte, then {many}");
    }
}

#[test]
fn what_takes_more_than_its_size_is_worth_is_not_safe() {
    let modules = read(b"print(1)\n", &crate::NoModules).unwrap();
    let mut engine = Engine::new(&modules);
    engine.most_steps = 1;
    let rules: Vec<_> = follow(engine)
        .into_iter()
        .map(|reason| reason.rule)
        .collect();
    assert_eq!(rules, ["complexity"]);
}

#[test]
fn what_is_left_out_would_have_changed_nothing() {
    let programs = each_program(&samples(), &|path, modules| {
        let reasons = |leaves_out| {
            let mut engine = Engine::new(modules);
            engine.leaves_out = leaves_out;
            follow(engine)
        };
        assert_eq!(reasons(true), reasons(false), "{}", path.display());
    });
    assert!(programs > 100);
}

#[test]
fn no_divergence_is_safe_whatever_is_called_together() {
    let programs = each_program(&samples().join("divergences"), &|path, modules| {
        for few in [0, FEW, usize::MAX] {
            assert!(!is_safe(modules, few), "{few}: {}", path.display());
        }
    });
    assert!(programs > 100);
}

/// What is given in a call; a set's order shows, so wherever it is printed the program is not safe.
const CALLS: [&str; 14] = [
    "1",
    "SET",
    "1, 2",
    "1, SET",
    "1, 2, SET",
    "*[SET]",
    "1, *[SET]",
    "1, 2, *[SET]",
    "1, b=SET",
    "b=SET, a=1",
    "1, c=SET",
    "1, **{'b': SET}",
    "1, 2, **{'c': SET}",
    "*[1], **{'c': SET}",
];

/// Parameters of three functions that are called together, and what each shows of them.
const PARAMETERS: [(&str, &str); 8] = [
    ("a, b=0", "b"),
    ("a=0, b=0, c=0", "c"),
    ("a, /, b=0", "b"),
    ("a=0, *rest", "rest"),
    ("a=0, *, b=0, c=0", "b"),
    ("a=0, **named", "named"),
    ("*rest, **named", "rest"),
    ("a=0, b=0, *rest, c=0", "a"),
];

/// Ways of calling three functions by one name.
const WAYS: [(&str, &str, &str); 5] = [
    ("", "", "table[0]"),
    ("class C#:\n ", "self, ", "table[0].f#"),
    ("class C#:\n @staticmethod\n ", "", "table[0].f#"),
    ("class C#:\n @classmethod\n ", "cls, ", "C0.f#"),
    ("class C#:\n ", "self, ", "C0().f#"),
];

#[test]
fn whatever_one_call_gives_comes_to_the_parameters_of_all() {
    let mut unsafe_ones = 0;
    for ((head, first, called), (parameters, shown)) in WAYS
        .into_iter()
        .flat_map(|way| PARAMETERS.map(|parameters| (way, parameters)))
    {
        let mut source = String::from("SET = {'b', 'a'}\n");
        for number in 0..3 {
            let (head, name) = if head.is_empty() {
                (String::new(), format!("f{number}"))
            } else {
                (head.replace('#', &number.to_string()), "f".into())
            };
            let _ = write!(
                source,
                "{head}def {name}({first}{parameters}):\n  print({shown})\n"
            );
        }
        let each = if head.is_empty() { "f#" } else { "C#()" };
        let each: Vec<_> = (0..3).map(|n| each.replace('#', &n.to_string())).collect();
        let _ = writeln!(source, "table = [{}]", each.join(", "));
        let called = called.replace("f#", "f");
        for (one, other) in CALLS
            .into_iter()
            .flat_map(|one| CALLS.map(|other| (one, other)))
        {
            let source = format!("{source}{called}({one})\n{called}({other})\n");
            let modules = read(source.as_bytes(), &crate::NoModules).unwrap();
            let single = is_safe(&modules, usize::MAX);
            unsafe_ones += usize::from(!single);
            assert!(single || !is_safe(&modules, 0), "{source}");
        }
    }
    assert!(unsafe_ones > 1000, "{unsafe_ones}");
}
