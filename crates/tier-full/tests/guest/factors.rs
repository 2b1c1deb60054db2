//! `tier-full-factors FACTORS FILE` against `tier-full exec FILE`.

use std::path::Path;
use std::process::{Command, Output};

use crate::GUEST;
use crate::guest::{Folder, status, stdout};

const PROGRAM: &str = env!("CARGO_BIN_EXE_tier-full-factors");
const ALL: &str = "no-site,given-paths,no-finalize,malloc";
const EACH: [&str; 6] = [
    "none",
    "no-site",
    "given-paths",
    "no-finalize",
    "malloc",
    ALL,
];

/// Programs that end in ways of their own.
const PROGRAMS: &[(&str, &str)] = &[
    (
        "prints",
        "import sys\nprint('out', sys.argv)\nprint('err', file=sys.stderr)\n",
    ),
    ("raises", "def f():\n    return 1 / 0\nf()\n"),
    ("exits", "raise SystemExit\n"),
    ("exits with a number", "raise SystemExit(3)\n"),
    ("exits with a big number", "raise SystemExit(2**33 + 5)\n"),
    ("exits with a bool", "raise SystemExit(True)\n"),
    ("exits with a message", "import sys\nsys.exit('no')\n"),
    (
        "exits below Python",
        "import os\nprint('lost')\nos._exit(7)\n",
    ),
    ("is no Python", "x = (\n"),
    ("is interrupted", "raise KeyboardInterrupt\n"),
    (
        "knows itself",
        "import sys, __main__\n\
        print(__file__, __name__, __cached__, __loader__.path, sys.path[0], sys.orig_argv[1:])\n",
    ),
    (
        "has threads and exit functions",
        "import atexit, threading, time\natexit.register(print, 'exit')\n\
        threading.Thread(target=lambda: (time.sleep(.05), print('thread'))).start()\nprint('main')\n",
    ),
    (
        "fails at the end",
        "import atexit\natexit.register(exec, '1 / 0')\nprint('main', end='')\n",
    ),
    (
        "cannot write",
        "import sys\nsys.stdout = open('/dev/full', 'w')\nprint('lost')\n",
    ),
    (
        "closes its output",
        "import sys\nprint('out')\nsys.stdout.close()\n",
    ),
    (
        "imports",
        "import json, datetime, decimal, ctypes\nprint(json.dumps([1]), decimal.Decimal(1) / 3)\n",
    ),
];

/// Runs `program.py` of the folder, with two arguments.
fn run(folder: &Folder, program: &str, first: &str) -> Output {
    let words = [first, "program.py", "one", "--two"];
    folder
        .prepared(Command::new(program))
        .args(words)
        .output()
        .unwrap()
}

#[test]
fn programs_print_and_end_as_with_all_parts() {
    for (what, source) in PROGRAMS {
        let folder = Folder::new();
        folder.write("program.py", source);
        let whole = run(&folder, GUEST, "exec");
        for factors in EACH {
            let output = run(&folder, PROGRAM, factors);
            assert_eq!(
                status(output.status),
                status(whole.status),
                "{what}, {factors}: {output:?}"
            );
            assert_eq!(stdout(&output), stdout(&whole), "{what}, {factors}");
            // What goes wrong in writing at the very end is not told of.
            if *what != "cannot write" {
                let [output, whole] =
                    [&output, &whole].map(|output| String::from_utf8_lossy(&output.stderr));
                assert_eq!(output, whole, "{what}, {factors}");
            }
        }
    }
}

#[test]
fn the_samples_print_what_is_expected_of_them() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples/idioms");
    let mut count = 0;
    for entry in std::fs::read_dir(samples).unwrap() {
        let sample = entry.unwrap().path();
        if sample.extension().is_none_or(|extension| extension != "py") {
            continue;
        }
        let expected = std::fs::read_to_string(sample.with_extension("expected")).unwrap();
        let folder = Folder::new();
        for factors in EACH {
            let output = folder
                .prepared(Command::new(PROGRAM))
                .arg(factors)
                .arg(&sample)
                .output()
                .unwrap();
            assert_eq!(stdout(&output), expected, "{factors}: {}", sample.display());
            assert_eq!(status(output.status), 0, "{factors}: {}", sample.display());
        }
        count += 1;
    }
    assert_eq!(count, 20);
}

#[test]
fn each_part_is_left_out() {
    let folder = Folder::new();
    folder.write(
        "program.py",
        "import sys\nclass Late:\n    def __del__(self): print('finalized')\nlate = Late()\n\
            print('site' in sys.modules, 'exit' in vars(__builtins__), len(sys.path))\n",
    );
    let whole = run(&folder, GUEST, "exec");
    for (factors, expected) in [
        ("none", stdout(&whole)),
        ("given-paths", stdout(&whole)),
        ("malloc", stdout(&whole)),
        ("no-site", "False False 4\nfinalized\n"),
        ("no-site,no-finalize", "False False 4\n"),
        (ALL, "False False 4\n"),
    ] {
        assert_eq!(
            stdout(&run(&folder, PROGRAM, factors)),
            expected,
            "{factors}"
        );
    }
    folder.write("program.py", "import sys\nsys._debugmallocstats()\n");
    for (factors, own) in [("none", true), ("malloc", false)] {
        let output = run(&folder, PROGRAM, factors);
        let told = String::from_utf8_lossy(&output.stderr).contains("arenas allocated total");
        assert_eq!(told, own, "{factors}");
    }
}

#[test]
fn words_are_checked() {
    let folder = Folder::new();
    for words in [
        &[][..],
        &["none"],
        &["no-such", "program.py"],
        &["none,malloc", "program.py"],
        &["", "program.py"],
    ] {
        let output = folder
            .prepared(Command::new(PROGRAM))
            .args(words)
            .output()
            .unwrap();
        assert_eq!(status(output.status), 2, "{words:?}");
        assert!(
            String::from_utf8_lossy(&output.stderr).contains("usage: "),
            "{words:?}"
        );
    }
    let output = run(&folder, PROGRAM, "no-finalize");
    assert_eq!(status(output.status), 126, "{output:?}");
}
