//! What is printed, and how isolates end.

use tier_api::{Any, Ask, Fault, Outcome};
use wire::{Event, Limits, Request};

use crate::guest::Session;
use crate::isolate::{NUMBER, Up, raised};

const MEMORY_BYTES: u64 = 256 << 20;
const DONE: Outcome = Outcome::Exited { status: 0 };

#[test]
fn an_isolate_begins_as_a_run_does() {
    let mut up = Up::open();
    up.exec("import sys, __main__\n");
    for (source, value) in [
        ("__name__", Any::from("__main__")),
        ("__main__.__dict__ is globals()", true.into()),
        ("sys.argv", vec![Any::from("")].into()),
        ("len(sys.orig_argv)", 1.into()),
        ("sys.path", Any::List(vec![])),
        ("sys.flags.utf8_mode", 1.into()),
        ("sys.flags.hash_randomization", 0.into()),
        (
            "[exit.__class__.__name__, callable(help)]",
            vec!["Quitter".into(), true.into()].into(),
        ),
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
    for soil in [
        "sys.stdout = sys.stderr = None",
        "sys.stdout.close()",
        "del sys.stdout, sys.stderr",
        "class Odd:\n    def flush(self): raise SystemExit(9)\nsys.stdout = sys.stderr = Odd()",
        "class Sly:\n    closed = True\n    def __getattr__(self, name): 1 / 0\nsys.stdout = Sly()",
    ] {
        let mut up = Up::open();
        up.exec(&format!("import sys\n{soil}\n"));
        assert_eq!(up.eval("1"), Any::from(1), "{soil}");
        let (outcome, gone) = up.close();
        let status = if soil.contains("Odd") { 120 } else { 0 };
        assert_eq!(outcome, Outcome::Exited { status }, "{soil}");
        assert_eq!(gone.status, 0, "{soil}");
    }
}

#[test]
fn an_isolate_closes_as_a_program_ends() {
    let mut up = Up::open();
    up.exec("import atexit, threading, time\natexit.register(print, 'exit function')\n\
        threading.Thread(target=lambda: (time.sleep(.05), print('thread'))).start()\n\
        class Thing:\n    def __init__(self, name): self.name = name\n    def __del__(self): print(self.name)\n");
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
    // Nothing that is asked waits for the thread.
    for _ in 0..200 {
        if up.eval("came.is_set()") == Any::from(true) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert_eq!(up.printed(), "alone\n");
    let main = "threading.current_thread() is threading.main_thread()";
    assert_eq!(up.eval(main), true.into());
}

#[test]
fn a_forked_child_does_not_speak() {
    let mut up = Up::open();
    up.exec(
        "import os\nchild = os.fork()\nif child == 0: print('child')\n\
        else: status = os.waitpid(child, 0)[1]\n",
    );
    let parents = up.eval("(child > 0, status)");
    assert_eq!(parents, Any::Tuple(vec![true.into(), 0.into()]));
    assert_eq!(up.close().1.stdout, "child\n");
}

#[test]
fn an_isolate_may_follow_runs() {
    let mut session = Session::start();
    let soil = "import sys\nsys.leak = 1\nprint('run')\n";
    assert_eq!(session.run(soil, None), Some(DONE));
    let isolate = NUMBER;
    let limits = Limits::default();
    let source = "print('isolate', hasattr(__import__('sys'), 'leak'))".into();
    for (request, event) in [
        (Request::Open { isolate, limits }, Event::Opened),
        (
            Request::Ask(Ask::Eval { source }),
            Event::Answered(Ok(Any::None)),
        ),
        (Request::Close, Event::Finished(DONE)),
    ] {
        session.channel.send(&request).unwrap();
        assert_eq!(session.channel.receive().unwrap(), Some(event));
    }
    assert_eq!(session.end(), (0, "run\nisolate False\n".into()));
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
fn a_panic_is_told_and_ends_the_guest() {
    let mut up = Up::open();
    let outcome = up.ask_the_last("'a\\tb'.expandtabs(0)\n");
    let Some(Outcome::Faulted(Fault::Panicked { message })) = outcome else {
        panic!("not a panic: {outcome:?}");
    };
    assert!(message.contains("panicked at"), "{message}");
    assert_eq!(up.end().status, 0);
}

#[test]
fn memory_has_a_limit() {
    let exhausted = Some(Outcome::Faulted(Fault::MemoryExhausted));
    for hog in [
        "x = [0] * 10**9\n",
        "x = 'x'\nwhile True: x += x\n",
        "x = []\nwhile True: x.append(object())\n",
    ] {
        let mut up = Up::open_within(Some(MEMORY_BYTES));
        assert_eq!(up.eval("len(bytearray(100 << 20))"), Any::from(100 << 20));
        assert_eq!(up.ask_the_last(hog), exhausted, "{hog}");
        assert_eq!(up.end().status, 125, "{hog}");
    }
}
