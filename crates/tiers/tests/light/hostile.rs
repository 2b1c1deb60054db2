//! Programs that do what they should not. The isolate stays up, and tells.

use tier_api::{Any, Ask, Failure, Outcome};
use wire::FRAME_BYTES_MAX;

use crate::isolate::{Up, raised};

#[test]
fn a_soiled_interpreter_still_answers() {
    for soil in [
        "import builtins\ndel builtins.__import__",
        "import builtins\nbuiltins.__import__ = builtins.compile = 5",
        "import builtins\nbuiltins.__dict__.clear()",
        "globals().clear()",
        "import sys\nsys.modules = 5",
        "import sys\nsys.modules.clear()",
        "import sys\nsys.modules['__main__'] = None",
        "import sys\nsys.__dict__.clear()",
        "import sys\nsys.setrecursionlimit(5)",
        "import sys\ndef trace(*args): raise ValueError\nsys.settrace(trace)",
        "import sys\nsys.settrace(lambda *args: 1 / 0)\nsys.setprofile(lambda *args: 1 / 0)",
        "class Key(str):\n    __hash__ = lambda self: hash('__builtins__')\n    __eq__ = lambda self, other: 1 / 0\n\
            vars().pop('__builtins__')\nvars()[Key('k')] = 1",
        "import warnings\nwarnings.simplefilter('error')",
        "import gc\ngc.set_threshold(1, 1, 1)",
        "import signal, os\nsignal.raise_signal(signal.SIGINT)",
        "import threading\nthreading.excepthook = threading._shutdown = None",
    ] {
        let mut up = Up::open();
        let source = soil.to_string();
        let _ = up.ask(Ask::Exec { source });
        let [wrong, _, _] = ["nothing at all", "1 / 0", "1"].map(|source| {
            let source = source.into();
            up.ask(Ask::Eval { source })
        });
        assert_eq!(raised(wrong).type_name, "SyntaxError", "{soil}");
        let (outcome, gone) = up.close();
        let done = Outcome::Exited { status: 0 };
        assert_eq!((outcome, gone.status), (done, 0), "{soil}: {}", gone.stderr);
    }
}

#[test]
fn what_no_message_can_carry_is_told() {
    let mut up = Up::open();
    up.exec("big = 'x' * 10**6\nn = 1 << 10**7\n");
    for source in [
        "[big] * 1000",
        "(n,) * 1000",
        "{i: bytes(10**6) for i in range(100)}",
        "[None] * (1 << 27)",
    ] {
        let source = source.to_string();
        let answer = up.ask(Ask::Eval { source });
        let Err(Failure::TooLong { bytes }) = answer else {
            panic!("{answer:?}");
        };
        assert!(bytes > u64::from(FRAME_BYTES_MAX), "{bytes}");
    }
    assert_eq!(up.eval("len(big)"), Any::from(1_000_000));
}

#[test]
fn a_huge_copy_of_something_small_is_not_made() {
    let mut up = Up::open();
    up.exec("x = []\nfor _ in range(60): x = [x, x]\n");
    let source = "x".to_string();
    let Err(Failure::TooLong { bytes }) = up.ask(Ask::Eval { source }) else {
        panic!("there is a copy");
    };
    assert!(bytes > u64::from(FRAME_BYTES_MAX), "{bytes}");
    assert_eq!(up.eval("len(x)"), Any::from(2));
}

#[test]
fn a_large_knot_is_one_at_once() {
    let mut up = Up::open();
    up.exec("knot = [None] * 10**6\nknot.append((knot,))\n");
    let knot = up.handle("knot");
    // What was held for the copy alone is not held: the next number tells how much there was.
    assert_eq!(up.handle("object()").id, knot.id + 1);
}

#[test]
fn sets_that_only_identity_tells_apart_stay_where_they_are() {
    let mut up = Up::open();
    for source in [
        "{float('nan'), float('nan')}",
        "[frozenset([float('nan') for _ in '12'])]",
    ] {
        up.handle(source);
    }
    let one = up.eval("{float('nan')}");
    assert_eq!(one, Any::Set([f64::NAN.into()].into()));
}

#[test]
fn a_key_may_say_what_it_equals() {
    let mut up = Up::open();
    up.exec("class Same:\n    def __hash__(self): return 1\n    def __eq__(self, other): return True\n\
        class Unequal(Same):\n    __hash__ = Same.__hash__\n    def __eq__(self, other): return 1 / 0\n");
    let [same, other, unequal] = ["Same()", "Same()", "Unequal()"].map(|source| up.handle(source));
    let entries = |first, second| {
        let (first, second) = (Any::Handle(first), Any::Handle(second));
        Any::Dict(vec![(first, 1.into()), (second, 2.into())])
    };
    up.bind("both", entries(same.clone(), other)).unwrap();
    let one = Any::Dict(vec![(same.clone().into(), 2.into())]);
    assert_eq!(up.eval("both"), one);
    let error = raised(up.bind("both", entries(same, unequal)));
    assert_eq!(error.type_name, "ZeroDivisionError");
}
