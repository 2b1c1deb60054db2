//! Whatever the bytes, there is an answer.

use dispatch::{NoModules, analyse};
use proptest::prelude::*;

/// Pieces that programs are made of, in no order that makes sense.
const PIECES: &[&str] = &[
    "def f(x, *a, **k):\n    ",
    "class C(B):\n    ",
    "return ",
    "yield ",
    "x",
    "y = ",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":\n    ",
    "\n",
    "for x in ",
    "while x:\n    ",
    "if ",
    "else",
    "try:\n    ",
    "except E as e:\n    ",
    "lambda x: ",
    "f'{x:>{y}}'",
    "print(",
    "import os\n",
    "from . import a\n",
    "match x:\n    case ",
    "*",
    "**",
    ".a",
    "'s'",
    "1",
    "0.5",
    " is ",
    " in ",
    "not ",
    "await ",
    "async ",
    ",",
    "=",
    "+=",
    "@d\n",
    "global x\n",
    "nonlocal x\n",
    "del x\n",
    "with x as y:\n    ",
    "assert x, y\n",
    "raise x from y\n",
    "set()",
    "{1, 2}",
    "super().x()",
];

proptest! {
    #[test]
    fn bytes(source in prop::collection::vec(any::<u8>(), 0..400)) {
        analyse(&source, &NoModules);
    }

    #[test]
    fn pieces_of_programs(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        let analysis = analyse(pieces.concat().as_bytes(), &NoModules);
        prop_assert!(analysis.reasons.iter().all(|reason| reason.rule != "analysis"), "{:?}", analysis.reasons);
    }
}
