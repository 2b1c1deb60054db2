//! What is printed, and how isolates begin and end.

use tier_api::{Any, Ask, Fault, Outcome};
use wire::{Event, Limits, Request};

use crate::guest::Session;
use crate::isolate::{NUMBER, Up, raised};

const MEMORY_BYTES: u64 = 256 << 20;
const DONE: Outcome = Outcome::Exited { status: 0 };

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
        ("sys.flags.ignore_environment", 1.into()),
        ("sys.flags.no_user_site", 1.into()),
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
        (
            "class Sly:\n    closed = True\n    def __getattr__(self, name): 1 / 0\nsys.stdout = Sly()",
            0,
        ),
    ] {
        let mut up = Up::open();
        up.exec(&format!("import sys\n{soil}\n"));
        assert_eq!(up.eval("1"), Any::from(1), "{soil}");
        let (outcome, gone) = up.close();
        assert_eq!(outcome, Outcome::Exited { status }, "{soil}");
        assert_eq!(gone.status, 0, "{soil}");
    }
}

#[test]
fn an_isolate_closes_as_a_program_ends() {
    let mut up = Up::open();
    up.exec(
        "import atexit, threading, time\natexit.register(print, 'exit function')\n\
        threading.Thread(target=lambda: (time.sleep(.05), print('thread'))).start()\n\
        class Thing:\n    def __init__(self, name): self.name = name\n    \
            def __del__(self): print(self.name)\n",
    );
    up.handle("Thing('held by the host')");
    up.exec("thing = Thing('held by the program')\n");
    let (outcome, gone) = up.close();
    assert_eq!(outcome, DONE);
    assert_eq!(
        gone.stdout,
        "held by the host\nthread\nexit function\nheld by the program\n"
    );
    assert_eq!((gone.status, gone.stderr.as_str()), (0, ""));
}

#[test]
fn threads_go_on_between_questions() {
    let mut up = Up::open();
    up.exec(
        "import threading\ncame = threading.Event()\n\
        def work():\n    for _ in range(10**5): pass\n    print('alone')\n\
        threading.Thread(target=lambda: (work(), came.set())).start()\n",
    );
    // The thread ends without being waited for within a question.
    for _ in 0..200 {
        if up.eval("came.is_set()") == Any::from(true) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert_eq!(up.printed(), "alone\n");
    assert_eq!(
        up.eval("threading.current_thread() is threading.main_thread()"),
        true.into()
    );
}

#[test]
fn a_forked_child_does_not_speak() {
    let mut up = Up::open();
    let source = "import os\nchild = os.fork()\nif child == 0: print('child')\n\
        else: status = os.waitpid(child, 0)[1]\n";
    up.exec(source);
    assert_eq!(
        up.eval("(child > 0, status)"),
        Any::Tuple(vec![true.into(), 0.into()])
    );
    assert_eq!(up.close().1.stdout, "child\n");
}

#[test]
fn a_host_that_hangs_up_ends_the_guest() {
    let mut up = Up::open();
    up.exec("class Thing:\n    def __del__(self): print('gone')\nthing = Thing()\n");
    up.handle("Thing()");
    let gone = up.end();
    assert_eq!((gone.status, gone.stderr.as_str()), (0, ""));
}

#[test]
fn a_program_may_end_its_process() {
    let mut up = Up::open();
    assert_eq!(up.ask_the_last("import os\nos._exit(7)\n"), None);
    assert_eq!(up.end().status, 7);
}

#[test]
fn no_memory_is_an_exception_like_any_other() {
    let mut up = Up::open_within(Some(MEMORY_BYTES));
    for hog in [
        "x = [0] * 10**9\n",
        "x = 'x'\nwhile True: x += x\n",
        "def hog():\n    x = []\n    while True: x.append(bytearray(10**6))\nhog()\n",
        "def hog():\n    x = []\n    while True: x.append(object())\nhog()\n",
    ] {
        let source = hog.into();
        let error = raised(up.ask(Ask::Exec { source }));
        assert_eq!(error.type_name, "MemoryError", "{hog}");
        assert!(
            error.traceback.to_string().ends_with("MemoryError\n"),
            "{hog}"
        );
        // With it go the frames that hold the memory.
        up.release(&error.exception).unwrap();
        up.exec("x = None\n");
    }
    assert_eq!(up.eval("len(bytearray(100 << 20))"), Any::from(100 << 20));
    assert_eq!(up.close().0, DONE);
}

#[test]
fn no_memory_for_a_copy_ends_the_isolate() {
    let mut up = Up::open_within(Some(MEMORY_BYTES));
    up.exec("x = [None] * 10**7\n");
    let source = "x".into();
    let exhausted = Outcome::Faulted(Fault::MemoryExhausted);
    let event = up.request(&Request::Ask(Ask::Eval { source }));
    assert_eq!(event, Some(Event::Finished(exhausted)));
    assert_eq!(up.end().status, 125);
}

#[test]
fn an_isolate_may_follow_runs() {
    let mut session = Session::start();
    assert_eq!(session.run("import json\nprint('run')\n", None), Some(DONE));
    let request = Request::Open {
        isolate: NUMBER,
        limits: Limits::default(),
    };
    session.channel.send(&request).unwrap();
    assert_eq!(session.channel.receive().unwrap(), Some(Event::Opened));
    let source = "print('isolate')".into();
    session
        .channel
        .send(&Request::Ask(Ask::Eval { source }))
        .unwrap();
    let answered = Event::Answered(Ok(Any::None));
    assert_eq!(session.channel.receive().unwrap(), Some(answered));
    session.channel.send(&Request::Close).unwrap();
    assert_eq!(
        session.channel.receive().unwrap(),
        Some(Event::Finished(DONE))
    );
    assert_eq!(session.end(), (0, "run\nisolate\n".into()));
}
