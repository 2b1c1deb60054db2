//! `tier-full serve FD`.

use std::process::Command;

use tier_api::{Fault, Outcome};

use crate::guest::Session;

const MEMORY_BYTES: u64 = 256 << 20;
const DONE: Outcome = Outcome::Exited { status: 0 };

#[test]
fn every_run_is_a_clean_interpreter() {
    let mut session = Session::start();
    let soil = "import builtins, json, sys\n\
        builtins.leak = json.leak = sys.leak = 1\nsys.modules['leak'] = sys\n\
        sys.setrecursionlimit(77)\nprint('soiled')\n";
    let look = "import builtins, json, sys\n\
        print([hasattr(where, 'leak') for where in (builtins, json, sys)], 'leak' in sys.modules)\n\
        print(sys.getrecursionlimit(), __name__)\n";
    assert_eq!(session.run(soil, None), Some(DONE));
    assert_eq!(session.run(look, None), Some(DONE));
    assert_eq!(
        session.run("1 / 0\n", None),
        Some(Outcome::Exited { status: 1 })
    );
    assert_eq!(session.run(look, None), Some(DONE));
    let clean = "[False, False, False] False\n1000 __main__\n";
    assert_eq!(session.end(), (0, format!("soiled\n{clean}{clean}")));
}

#[test]
fn a_program_that_exits_ends_the_guest() {
    let mut session = Session::start();
    assert_eq!(
        session.run("print('bye')\nraise SystemExit(5)\n", None),
        None
    );
    assert_eq!(session.end(), (5, "bye\n".into()));
}

#[test]
fn memory_has_a_limit() {
    let exhausted = Some(Outcome::Faulted(Fault::MemoryExhausted));
    for hog in [
        "x = [0] * 10**9\n",
        "x = []\nwhile True: x.append(bytearray(10**6))\n",
        "x = []\nwhile True: x.append(object())\n",
        "x = None\nwhile True: x = [x]\n",
        "x = 'x'\nwhile True: x += x\n",
        "x = {}\nwhile True: x[len(x)] = {len(x)}\n",
    ] {
        assert_eq!(
            Session::start().run(hog, Some(MEMORY_BYTES)),
            exhausted,
            "{hog}"
        );
    }
}

#[test]
fn a_program_may_recover_from_the_limit() {
    let program = "try: x = [0] * 10**9\nexcept MemoryError: print('recovered')\n";
    let mut session = Session::start();
    assert_eq!(session.run(program, Some(MEMORY_BYTES)), Some(DONE));
    assert_eq!(session.end(), (0, "recovered\n".into()));
}

#[test]
fn a_memory_error_without_a_limit_is_an_exception_like_any_other() {
    let ended = Some(Outcome::Exited { status: 1 });
    assert_eq!(Session::start().run("raise MemoryError\n", None), ended);
}

/// Starts a guest from a shell that says `first` before.
fn session_after(first: &str) -> Session {
    let mut shell = Command::new("sh");
    let start = format!("{first} \"$0\" serve 7");
    shell.args(["-c", &start]).arg(crate::GUEST);
    Session::start_as(shell)
}

#[test]
fn few_descriptors_are_enough() {
    let mut session = session_after("ulimit -n 64; exec");
    let look = "print(open('/dev/null').fileno())\n";
    assert_eq!(session.run(look, None), Some(DONE));
    assert_eq!(session.run(look, None), Some(DONE));
    assert_eq!(session.end(), (0, "3\n3\n".into()));
}

/// As in a container that a process from outside was started in: the numbers of its group and its session are 0.
#[test]
fn isolated_from_its_group_a_guest_serves() {
    let mut session =
        session_after("exec unshare --user --map-root-user --pid --fork --kill-child");
    let look = "import os\nprint(os.getpgrp(), os.getsid(0))\n";
    assert_eq!(session.run(look, None), Some(DONE));
    assert_eq!(session.run(look, None), Some(DONE));
    assert_eq!(session.end(), (0, "0 0\n0 0\n".into()));
}
