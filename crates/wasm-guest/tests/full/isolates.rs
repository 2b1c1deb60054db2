//! An isolate in an instance.

use tier_api::{Any, Ask, Failure, Fault, Outcome};
use wire::{Event, Request};

use crate::isolate::{NUMBER, Up, raised};

const DONE: Outcome = Outcome::Exited { status: 0 };
const MEMORY_BYTES: u64 = 512 << 20;

#[test]
fn an_isolate_begins_with_nothing_of_its_own() {
    let mut up = Up::open();
    up.exec("names = sorted(vars())\nimport sys, __main__\n");
    let names = [
        "__annotations__",
        "__builtins__",
        "__doc__",
        "__loader__",
        "__name__",
        "__package__",
        "__spec__",
    ];
    for (source, value) in [
        ("names", Any::List(names.map(Any::from).into())),
        ("__name__", "__main__".into()),
        ("__main__.__dict__ is globals()", true.into()),
        ("sys.argv", vec![Any::from("")].into()),
        ("sys.orig_argv == [sys.executable]", true.into()),
        ("'' in sys.path", false.into()),
        ("sys.flags.utf8_mode", 1.into()),
        ("sys.flags.hash_randomization", 0.into()),
        ("type(exit).__name__", "Quitter".into()),
        ("__import__('json').loads('[1]')", vec![1.into()].into()),
    ] {
        assert_eq!(up.eval(source), value, "{source}");
    }
}

#[test]
fn what_was_printed_is_written_before_the_answer() {
    let mut up = Up::open();
    up.exec("import sys\nprint('exec', end='')\nprint('aside', end='', file=sys.stderr)\n");
    assert_eq!(up.printed(), "exec");
    up.eval("print(' eval', end='')");
    assert_eq!(up.printed(), "exec eval");
    let print = up.handle("print");
    up.call(&print, vec![" call".into()]).unwrap();
    assert_eq!(up.printed(), "exec eval call\n");
    let source = "print('raised', end='')\nraise SystemExit(3)\n".into();
    raised(up.ask(Ask::Exec { source }));
    assert_eq!(up.printed(), "exec eval call\nraised");
    let (outcome, gone) = up.close();
    assert_eq!(outcome, DONE);
    assert_eq!((gone.status, gone.stderr.as_str()), (0, "aside"));
}

#[test]
fn streams_may_be_gone() {
    for (soil, status) in [
        ("sys.stdout = sys.stderr = None", 0),
        ("sys.stdout.close()", 0),
        ("del sys.stdout, sys.stderr", 0),
        (
            "class Odd:\n    def flush(self): raise SystemExit(9)\nsys.stdout = sys.stderr = Odd()",
            120,
        ),
    ] {
        let mut up = Up::open();
        up.exec(&format!("import sys\n{soil}\n"));
        assert_eq!(up.eval("1"), Any::from(1), "{soil}");
        assert_eq!(up.close().0, Outcome::Exited { status }, "{soil}");
    }
}

#[test]
fn an_isolate_closes_as_a_program_ends() {
    let mut up = Up::open();
    up.exec(
        "import atexit\natexit.register(print, 'exit function')\n\
        class Thing:\n    def __init__(self, name): self.name = name\n    \
            def __del__(self): print(self.name)\n",
    );
    up.handle("Thing('held by the host')");
    up.exec("thing = Thing('held by the program')\n");
    let (outcome, gone) = up.close();
    assert_eq!(outcome, DONE);
    assert_eq!(
        gone.stdout,
        "held by the host\nexit function\nheld by the program\n"
    );
    assert_eq!((gone.status, gone.stderr.as_str()), (0, ""));
}

/// Whatever a program does to its interpreter, the guest's own code is apart from it.
#[test]
fn the_guest_is_no_part_of_its_program() {
    let mut up = Up::open();
    up.exec(
        "import builtins, codecs, sys\nseen = []\n\
        for name in 'any len map print str type isinstance getattr'.split(): setattr(builtins, name, None)\n\
        codecs.register_error('surrogatepass', lambda error: ('?', error.end))\n\
        def look(frame, event, arg):\n    seen.append((frame.f_code.co_filename, event))\n\
        sys.settrace(look)\nsys.setrecursionlimit(12)\n",
    );
    let pair = tier_api::Str::from_code_points([0xd83d, 0xdc0d]).unwrap();
    assert_eq!(
        up.eval(r"['\ud83d\udc0d', {1: (2.5, None)}][0]"),
        Any::Str(pair.clone())
    );
    assert_eq!(up.bind("pair", Any::Str(pair.clone())), Ok(Any::None));
    assert_eq!(up.eval("pair"), Any::Str(pair));
    let deep = (1..90).fold(Any::List(vec![]), |inner, _| Any::List(vec![inner]));
    assert_eq!(up.bind("deep", deep.clone()), Ok(Any::None));
    assert_eq!(up.eval("deep"), deep);
    raised(up.ask(Ask::Eval {
        source: "1 / 0".into(),
    }));
    let seen = up.eval("sys.settrace(None) or sorted({*seen})");
    let eval = Any::Tuple(vec!["<eval>".into(), "call".into()]);
    assert_eq!(seen, Any::List(vec![eval]));
}

#[test]
fn no_frame_stands_below_the_program() {
    let mut up = Up::open();
    up.exec("import sys\ndef below(): return sys._getframe(1).f_back\n");
    let below = up.handle("lambda: sys._getframe().f_back");
    assert_eq!(up.eval("below()"), Any::None);
    assert_eq!(up.call(&below, vec![]), Ok(Any::None));
}

#[test]
fn an_isolate_that_ends_itself_tells_its_status() {
    let mut up = Up::open();
    let outcome = up.ask_the_last("import os\nos._exit(5)");
    assert_eq!(outcome, Some(Outcome::Exited { status: 5 }));
    assert_eq!(up.end().status, 0);
}

#[test]
fn an_isolate_that_breaks_tells_so() {
    let mut up = Up::open();
    let outcome = up.ask_the_last("import os\nos.abort()");
    assert!(
        matches!(outcome, Some(Outcome::Faulted(Fault::Panicked { .. }))),
        "{outcome:?}"
    );
}

#[test]
fn no_memory_is_an_exception_like_any_other() {
    let mut up = Up::open_within(Some(MEMORY_BYTES));
    let source = "x = 'x'\nwhile True: x += x\n".into();
    let error = raised(up.ask(Ask::Exec { source }));
    assert_eq!(error.type_name, "MemoryError");
    up.release(&error.exception).unwrap();
    up.exec("x = None\n");
    assert_eq!(up.eval("len(bytearray(50 << 20))"), Any::from(50 << 20));
    assert_eq!(up.close().0, DONE);
}

#[test]
fn what_no_message_carries_is_not_answered() {
    let mut up = Up::open();
    let source = "bytes(1 << 27)".into();
    let answer = up.ask(Ask::Eval { source });
    assert!(
        matches!(answer, Err(Failure::TooLong { bytes }) if bytes >= 1 << 27),
        "{answer:?}"
    );
    up.exec("x = [None]\nfor _ in range(40): x = [x, x]\n");
    let source = "x".into();
    let answer = up.ask(Ask::Eval { source });
    assert!(matches!(answer, Err(Failure::TooLong { .. })), "{answer:?}");
    assert_eq!(up.eval("1"), Any::from(1));
}

#[test]
fn an_isolate_may_follow_runs() {
    let mut session = crate::guest::Session::start();
    assert_eq!(session.run("import json\nprint('run')\n", None), Some(DONE));
    let limits = wire::Limits::default();
    let mut request = |request: &Request| {
        session.channel.send(request).unwrap();
        session.channel.receive().unwrap()
    };
    let isolate = NUMBER;
    assert_eq!(
        request(&Request::Open { isolate, limits }),
        Some(Event::Opened)
    );
    let source = "print('isolate')".into();
    let answer = request(&Request::Ask(Ask::Eval { source }));
    assert_eq!(answer, Some(Event::Answered(Ok(Any::None))));
    assert_eq!(request(&Request::Close), Some(Event::Finished(DONE)));
    assert_eq!(session.end(), (0, "run\nisolate\n".into()));
}
