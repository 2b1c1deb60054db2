//! What is said of small programs: each is safe, or has the rule named.

use dispatch::{Loader, NoModules, analyse};

#[track_caller]
fn check(program: &str, expected: &str) {
    let analysis = analyse(program.as_bytes(), &NoModules);
    let rules: Vec<_> = analysis
        .reasons
        .iter()
        .map(|reason| reason.rule.as_str())
        .collect();
    let found = if analysis.light_safe() {
        "safe"
    } else {
        rules[0]
    };
    let all: Vec<_> = analysis
        .reasons
        .iter()
        .map(|reason| &reason.message)
        .collect();
    assert_eq!(found, expected, "{program}\n{all:#?}");
}

#[test]
fn what_evidence_covers_is_safe() {
    check("print('Hello, World!')\n", "safe");
    check("x = sorted([3, 1, 2])\nprint(x, len(x), sum(x))\n", "safe");
    check(
        "def double(n):\n    return n * 2\nprint([double(n) for n in range(5)])\n",
        "safe",
    );
    check(
        "words = 'a b a'.split(' ')\nprint({word: words.count(word) for word in words})\n",
        "safe",
    );
    check("print(f'{3.14159:.2f} {42:>5} {\"left\":<8}|')\n", "safe");
    check(
        "class Point:\n    def __init__(self, x):\n        self.x = x\n    def __repr__(self):\n        return f'Point({self.x})'\nprint(Point(1))\n",
        "safe",
    );
}

#[test]
fn sums_of_floats_and_of_ints_are_told_apart() {
    check("print(sum([1, 2, 3]))\n", "safe");
    check("print(sum([0.1] * 10))\n", "differs");
    check(
        "values = []\nvalues.append(0.1)\nprint(sum(values))\n",
        "differs",
    );
    check(
        "def total(values):\n    return sum(values)\nprint(total([1, 2]))\nprint(total([0.5]))\n",
        "differs",
    );
}

#[test]
fn a_set_may_be_asked_but_not_shown() {
    check(
        "seen = {'a', 'b'}\nprint('a' in seen, len(seen), sorted(seen))\n",
        "safe",
    );
    check("print({'a', 'b'})\n", "set-order");
    check("for item in {'a', 'b'}:\n    print(item)\n", "set-order");
    check(
        "print(sorted(word.upper() for word in {'a', 'b'}))\n",
        "safe",
    );
    check("print([word for word in set('ab')])\n", "set-order");
    check(
        "items = {'a', 'b'}\nbox = [items]\nfor inner in box:\n    print(inner)\n",
        "set-order",
    );
}

#[test]
fn the_text_of_an_exception_is_the_programs_own_or_it_does_not_show() {
    let own = "class Refused(Exception):\n    pass\ntry:\n    raise Refused('no')\nexcept Refused as error:\n    print(error)\n";
    check(own, "safe");
    check(
        "try:\n    raise ValueError('no')\nexcept ValueError as error:\n    print(error)\n",
        "safe",
    );
    check(
        "try:\n    'a' + 1\nexcept TypeError as error:\n    print(error)\n",
        "exception-text",
    );
    check(
        "try:\n    'a' + 1\nexcept TypeError:\n    print('refused')\n",
        "safe",
    );
    check(
        "try:\n    'a' + 1\nexcept Exception as error:\n    print(type(error).__name__)\n",
        "safe",
    );
}

#[test]
fn what_reaches_outside_goes_to_full() {
    check("print(open('/etc/hostname').read())\n", "outside");
    check("name = input()\n", "outside");
    check("import socket\n", "import");
    check("import sqlite3\n", "import");
    check("eval('1')\n", "outside");
}

#[test]
fn identity_of_equal_values_is_not_asked() {
    check("x = None\nprint(x is None)\n", "safe");
    check("print(1000 is 10 ** 3)\n", "identity");
}

#[test]
fn the_sign_of_nothing_shows_where_there_are_negative_numbers() {
    check(
        "total = 0\nfor n in range(1, 4):\n    total += n\nprint(total / 3)\n",
        "safe",
    );
    check(
        "total = 0\nfor n in range(1, 4):\n    total += n\nprint(total / -3)\n",
        "differs",
    );
}

#[test]
fn functions_that_are_given_themselves_have_an_end() {
    let program = "from functools import reduce\nf = reduce\nfor i in range(3):\n    f = [f, map, sorted][i]\n    f(f, [f, map, filter])\n";
    let analysis = analyse(program.as_bytes(), &NoModules);
    assert!(!analysis.light_safe());
    assert!(
        analysis
            .reasons
            .iter()
            .all(|reason| reason.rule != "analysis")
    );
}

/// One module beside the program.
struct Beside(&'static str, &'static str);

impl Loader for Beside {
    fn load(&self, name: &str) -> Option<Vec<u8>> {
        (name == self.0).then(|| self.1.as_bytes().to_vec())
    }
}

#[test]
fn local_modules_are_followed() {
    let program = b"import shapes\nprint(shapes.area(2))\n";
    let safe = analyse(
        program,
        &Beside("shapes", "def area(side):\n    return side * side\n"),
    );
    assert!(safe.light_safe(), "{:?}", safe.reasons);
    let not = analyse(
        program,
        &Beside("shapes", "def area(side):\n    return {side, 'a', 'b'}\n"),
    );
    assert!(!not.light_safe());
}

#[test]
fn a_reason_names_its_place() {
    let analysis = analyse("x = 'äöü'; print({1, 'b'})\n".as_bytes(), &NoModules);
    let reason = &analysis.reasons[0];
    assert_eq!((reason.line, reason.column), (1, 18));
}
