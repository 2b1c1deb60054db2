//! `tier-light serve FD`.

use tier_api::{Fault, Outcome};

use crate::guest::Session;

const MEMORY_BYTES: u64 = 256 << 20;
const DONE: Outcome = Outcome::Exited { status: 0 };

#[test]
fn every_run_is_a_clean_interpreter() {
    let mut session = Session::start();
    let soil = "import builtins, decimal, json, sys\n\
        builtins.leak = json.leak = sys.leak = 1\nsys.modules['leak'] = sys\n\
        sys.setrecursionlimit(77)\nprint('soiled')\n";
    let look = "import builtins, decimal, json, sys\n\
        print([hasattr(where, 'leak') for where in (builtins, json, sys)], 'leak' in sys.modules)\n\
        print(sys.getrecursionlimit(), __name__)\n";
    assert_eq!(session.run(soil, None), Some(DONE));
    assert_eq!(session.run(look, None), Some(DONE));
    assert_eq!(
        session.run("1 / 0\n", None),
        Some(Outcome::Exited { status: 1 })
    );
    assert_eq!(
        session.run("raise SystemExit(5)\n", None),
        Some(Outcome::Exited { status: 5 })
    );
    assert_eq!(session.run(look, None), Some(DONE));
    let clean = "[False, False, False] False\n1000 __main__\n";
    assert_eq!(session.end(), (0, format!("soiled\n{clean}{clean}")));
}

#[test]
fn a_panic_is_told_and_ends_the_guest() {
    let mut session = Session::start();
    let outcome = session.run("print('a\\tb'.expandtabs(0))\n", None);
    let Some(Outcome::Faulted(Fault::Panicked { message })) = outcome else {
        panic!("not a panic: {outcome:?}");
    };
    assert!(message.contains("panicked at"), "{message}");
    assert_eq!(session.end(), (0, String::new()));
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
        let mut session = Session::start();
        assert_eq!(session.run(hog, Some(MEMORY_BYTES)), exhausted, "{hog}");
        assert_eq!(session.end().0, 125, "{hog}");
    }
}

#[test]
fn what_fits_the_limit_runs() {
    let program = "x = bytearray(100 << 20)\nimport threading\n\
        thread = threading.Thread(target=print, args=(len(x),))\nthread.start()\nthread.join()\n";
    let mut session = Session::start();
    assert_eq!(session.run(program, Some(MEMORY_BYTES)), Some(DONE));
    assert_eq!(session.end(), (0, "104857600\n".into()));
}
