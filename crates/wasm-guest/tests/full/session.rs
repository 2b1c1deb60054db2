//! `tier-wasm GUEST.component.wasm serve FD`.

use tier_api::{Fault, Outcome};

use crate::guest::Session;

const DONE: Outcome = Outcome::Exited { status: 0 };
const MEMORY_BYTES: u64 = 512 << 20;

#[test]
fn every_run_is_an_instance_of_its_own() {
    let mut session = Session::start();
    let soil = "import builtins, os, sys\nbuiltins.leak = 1\nos.environ['LEAK'] = '1'\n\
        sys.setrecursionlimit(77)\nprint('soiled')\n";
    let look = "import builtins, os, sys\n\
        print(hasattr(builtins, 'leak'), 'LEAK' in os.environ, sys.getrecursionlimit())\n";
    for source in [soil, look] {
        assert_eq!(session.run(source, None), Some(DONE));
    }
    let left = Outcome::Exited { status: 3 };
    assert_eq!(session.run("import os\nos._exit(3)\n", None), Some(left));
    assert_eq!(session.run(look, None), Some(DONE));
    let clean = "False False 1000\n";
    assert_eq!(session.end(), (0, format!("soiled\n{clean}{clean}")));
}

#[test]
fn a_broken_interpreter_is_told_and_ends_the_session() {
    let mut session = Session::start();
    let outcome = session.run("import os\nos.abort()\n", None);
    assert!(
        matches!(outcome, Some(Outcome::Faulted(Fault::Panicked { .. }))),
        "{outcome:?}"
    );
    assert_eq!(session.end().0, 0);
}

#[test]
fn memory_has_a_limit() {
    let mut session = Session::start();
    let hog = "x = []\nwhile True: x.append(bytearray(10**6))\n";
    let outcome = session.run(hog, Some(MEMORY_BYTES));
    assert_eq!(outcome, Some(Outcome::Faulted(Fault::MemoryExhausted)));
    // One that the program raises by itself is its own.
    let raised = session.run("raise MemoryError\n", Some(MEMORY_BYTES));
    assert_eq!(raised, Some(Outcome::Exited { status: 1 }));
    let caught = "try:\n    x = []\n    while True: x.append(bytearray(10**6))\n\
        except MemoryError:\n    x = None\n    print('caught')\n";
    assert_eq!(session.run(caught, Some(MEMORY_BYTES)), Some(DONE));
    assert_eq!(session.end(), (0, "caught\n".into()));
}
