//! Programs that do what they should not. The isolate stays up, and tells.

use tier_api::{Any, Ask, Failure, Str};

use crate::isolate::{Up, raised};

#[test]
fn no_type_of_exception_is_special() {
    let mut up = Up::open();
    // pyo3's own functions would make a panic of this one.
    let find = "next(t for t in BaseException.__subclasses__() if t.__name__ == 'PanicException')";
    up.exec(&format!(
        "class PanicException(BaseException): pass\nerror = {find}\n\
        class Bad(Exception):\n    def __str__(self): raise error('str')\n\
        class Key:\n    def __hash__(self): raise error('hash')\n    def __getattr__(self, name): raise error(name)\n\
        class Stream:\n    def flush(self): raise error('flush')\n",
    ));
    let key = up.handle("Key()");
    for answer in [
        up.ask(Ask::Exec {
            source: "raise error('x')".into(),
        }),
        up.bind("value", Any::Dict(vec![(key.clone().into(), Any::None)])),
        up.bind("value", Any::Set([key.clone().into()].into())),
        up.attribute(&key, "name"),
    ] {
        assert_eq!(raised(answer).type_name, "PanicException");
    }
    let error = raised(up.ask(Ask::Exec {
        source: "import sys\nsys.stdout = Stream()\nraise Bad".into(),
    }));
    assert_eq!(
        (error.type_name.as_str(), error.message),
        ("Bad", Str::default())
    );
    assert_eq!(up.eval("1"), Any::from(1));
}

#[test]
fn a_huge_copy_of_something_small_is_not_made() {
    let mut up = Up::open();
    up.exec("big = x = 'x' * 10**6\nfor _ in range(60): x = [x, x]\nn = 1 << 10**7\n");
    for source in ["x", "[big] * 1000", "[n] * 1000", "(x,)", "{1: x}"] {
        let answer = up.ask(Ask::Eval {
            source: source.into(),
        });
        let Err(Failure::TooLong { bytes }) = answer else {
            panic!("{source}: {answer:?}");
        };
        assert!(
            bytes > u64::from(wire::FRAME_BYTES_MAX),
            "{source}: {bytes}"
        );
    }
    assert_eq!(up.eval("len(x)"), Any::from(2));
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
fn the_module_of_a_program_is_its_own_to_break() {
    let mut up = Up::open();
    up.exec("import sys\nmain = sys.modules.pop('__main__')\ndel __builtins__, __name__\nx = 1\n");
    assert_eq!(up.bind("y", 2.into()), Ok(Any::None));
    assert_eq!(
        up.eval("[x, y, len(sys.argv), main.x]"),
        vec![1.into(), 2.into(), 1.into(), 1.into()].into()
    );
    up.exec("import builtins, codecs\nbuiltins.compile = builtins.exec = builtins.eval = builtins.str = None\n\
        codecs.register_error('surrogatepass', lambda error: ('?', error.end))\n\
        builtins.__import__ = None\n");
    let pair = Any::Str(Str::from_code_points([0xd83d, 0xdc0d]).unwrap());
    assert_eq!(up.bind("pair", pair.clone()), Ok(Any::None));
    assert_eq!(up.eval("pair"), pair);
    let error = raised(up.ask(Ask::Exec {
        source: "raise KeyError('a')".into(),
    }));
    // The module `traceback` cannot be imported any more.
    assert_eq!(error.traceback, Str::from("KeyError: 'a'\n"));
}

#[test]
fn a_signal_interrupts() {
    let mut up = Up::open();
    // Whoever started this test may have had the signal ignored, as a shell does for what runs in its background.
    up.exec("import os, signal, time\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n");
    let error = raised(up.ask(Ask::Exec {
        source: "os.kill(os.getpid(), signal.SIGINT)\ntime.sleep(5)\n".into(),
    }));
    assert_eq!(error.type_name, "KeyboardInterrupt");
    assert_eq!(up.eval("1"), Any::from(1));
}

#[test]
fn a_key_may_say_what_it_equals() {
    let mut up = Up::open();
    up.exec(
        "class Same:\n    def __hash__(self): return 1\n    def __eq__(self, other): return True\n\
        class Unequal(Same):\n    __hash__ = Same.__hash__\n    def __eq__(self, other): return 1 / 0\n",
    );
    let [same, other, unequal] = ["Same()", "Same()", "Unequal()"].map(|source| up.handle(source));
    let entries = |first, second| {
        Any::Dict(vec![
            (Any::from(first), 1.into()),
            (Any::from(second), 2.into()),
        ])
    };
    up.bind("both", entries(same.clone(), other)).unwrap();
    assert_eq!(
        up.eval("both"),
        Any::Dict(vec![(same.clone().into(), 2.into())])
    );
    let error = raised(up.bind("both", entries(same, unequal)));
    assert_eq!(error.type_name, "ZeroDivisionError");
}
