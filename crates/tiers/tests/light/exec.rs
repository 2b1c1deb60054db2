//! `tier-light exec FILE`. What is expected is what `python3 FILE` does, panics and memory apart.

use std::fs::File;

use crate::guest::{Folder, exec, status, stdout};

/// Programs, their exit statuses and what they print.
const PROGRAMS: &[(&str, &[u8], i32, &str)] = &[
    ("ends", b"print('done')\n", 0, "done\n"),
    ("exits with a number", b"import sys\nsys.exit(3)\n", 3, ""),
    ("exits with a message", b"import sys\nsys.exit('no')\n", 1, ""),
    ("exits with the builtin", b"exit(4)\n", 4, ""),
    ("exits below Python", b"import os\nos._exit(7)\n", 7, ""),
    ("raises", b"print(1)\n1 / 0\n", 1, "1\n"),
    ("is interrupted", b"import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n", 130, ""),
    ("recurses", b"def f(): f()\ntry: f()\nexcept RecursionError: print('deep')\n", 0, "deep\n"),
    ("breaks the interpreter", b"print('a\\tb'.expandtabs(0))\n", 126, ""),
    ("has no memory", b"[0] * 10**15\n", 125, ""),
    ("is no Python", b"print(1)\nx = (\n", 1, ""),
    ("holds a NUL", b"print(1) # \0\n", 1, ""),
    ("is Latin-1", b"# -*- coding: latin-1 -*-\nprint('\xe4')\n", 0, "\u{e4}\n"),
    ("is Latin-1 and does not say so", b"print('\xe4')\n", 1, ""),
    ("has an unknown encoding", b"# coding: nonsense\nprint(1)\n", 1, ""),
    ("has a byte order mark", b"\xef\xbb\xbfprint('marked')\n", 0, "marked\n"),
    ("has a mark and another encoding", b"\xef\xbb\xbf# coding: latin-1\nprint(1)\n", 1, ""),
    ("has other line ends", b"print(repr('''a\r\nb\rc'''))\r\n", 0, "'a\\nb\\nc'\n"),
    ("ends with a thread", b"import threading, atexit, time\natexit.register(print, 'exit')\n\
        threading.Thread(target=lambda: (time.sleep(.05), print('thread'))).start()\nprint('main')\n",
        0, "main\nthread\nexit\n"),
    ("ends with an object", b"class A:\n    def __del__(self): print('gone')\na = A()\n", 0, "gone\n"),
    ("starts modules at its end", b"import atexit\natexit.register(lambda: print(__import__('threading').__name__))\n",
        0, "threading\n"),
    ("sees itself", b"import os, sys, __main__\nprint(sys.argv, __name__, __spec__, __cached__)\n\
        print(os.path.basename(__file__), os.path.isabs(__file__), sys.path == [os.path.dirname(__file__)])\n\
        print(type(__loader__).__name__, os.open('/dev/null', 0), sys.stdout.encoding)\n", 0,
        "['program.py', 'one', '--two', 'dr\u{e4}i'] __main__ None None\nprogram.py True True\n\
        SourceFileLoader 3 utf-8\n"),
    ("uses what site adds", b"print(exit, quit, help, copyright, credits, license, sep='\\n')\n", 0,
        "Use exit() or Ctrl-D (i.e. EOF) to exit\nUse quit() or Ctrl-D (i.e. EOF) to exit\n\
        Type help() for interactive help, or help(object) for help about object.\n\
        Copyright (c) 2019 RustPython Team\n\
        RustPython is the work of its contributors: see https://rustpython.github.io\n\
        RustPython is under the MIT License, its standard library under the Python Software Foundation License.\n"),
    ("asks for the version", b"import sys\nprint('RustPython 0.5.0' in sys.version)\n", 0, "True\n"),
    ("catches a missing module", b"try: import nothing\nexcept ImportError as error: print(error)\n", 0,
        "No module named 'nothing'\n"),
];

#[test]
fn programs_print_and_end_as_they_should() {
    for (what, source, expected_status, expected_stdout) in PROGRAMS {
        let folder = Folder::new();
        folder.write("program.py", source);
        let ended = folder.exec(&["program.py", "one", "--two", "dr\u{e4}i"]);
        assert_eq!(status(ended.status), *expected_status, "{what}: {ended:?}");
        assert_eq!(stdout(&ended), *expected_stdout, "{what}: {ended:?}");
        let silent = ended.stderr.is_empty();
        let exited_alone = matches!(expected_status, 0 | 3 | 4 | 7 | 125);
        assert_eq!(silent, exited_alone, "{what}: {ended:?}");
    }
}

#[test]
fn a_traceback_names_the_file_and_shows_the_line() {
    let ended = exec("def f():\n    return 1 / 0\n\nf()\n");
    let stderr = String::from_utf8(ended.stderr).unwrap();
    for part in [
        "Traceback (most recent call last):\n",
        "/program.py\", line 4, in <module>\n    f()\n",
        "/program.py\", line 2, in f\n    return 1 / 0\n",
        "\nZeroDivisionError: division by zero\n",
    ] {
        assert!(stderr.contains(part), "{part:?} is not in {stderr}");
    }
}

#[test]
fn what_is_no_file_is_told() {
    let folder = Folder::new();
    let missing = folder.exec(&["nothing.py"]);
    assert_eq!(status(missing.status), 2);
    let stderr = String::from_utf8(missing.stderr).unwrap();
    assert!(
        stderr.contains("can't open file") && stderr.contains("/nothing.py"),
        "{stderr}"
    );
    assert_eq!(status(folder.exec(&["."]).status), 1);
    folder.write("__main__.py", "print('folder', __name__)\n");
    assert_eq!(stdout(&folder.exec(&["."])), "folder __main__\n");
}

#[test]
fn the_programs_own_modules_come_before_the_librarys() {
    let folder = Folder::new();
    folder.write("colorsys.py", "whose = 'own'\n");
    folder.write(
        "program.py",
        "import colorsys, json.decoder\nprint(colorsys.whose, json.decoder.__name__)\n",
    );
    assert_eq!(stdout(&folder.exec(&["program.py"])), "own json.decoder\n");
}

#[test]
fn output_that_cannot_be_written_is_status_120() {
    let folder = Folder::new();
    for end in ["", "1 / 0\n", "raise SystemExit(3)\n"] {
        folder.write("program.py", format!("print('lost')\n{end}"));
        let full = File::options().write(true).open("/dev/full").unwrap();
        let mut command = folder.guest();
        let ended = command
            .args(["exec", "program.py"])
            .stdout(full)
            .output()
            .unwrap();
        assert_eq!(status(ended.status), 120, "{end:?}: {ended:?}");
    }
}

#[test]
fn the_environment_does_not_configure_the_interpreter() {
    let folder = Folder::new();
    folder.write(
        "program.py",
        "import sys\nprint(hash('a'), sys.flags, sys.path)\n",
    );
    let mut command = folder.guest();
    command.args(["exec", "program.py"]);
    let plain = command.output().unwrap();
    for name in [
        "PYTHONHASHSEED",
        "PYTHONDEVMODE",
        "PYTHONPATH",
        "RUSTPYTHONPATH",
    ] {
        command.env(name, "1");
    }
    assert_eq!(stdout(&plain), stdout(&command.output().unwrap()));
}

#[test]
fn a_run_leaves_nothing_behind() {
    let folder = Folder::new();
    folder.write("helper.py", "");
    folder.write(
        "program.py",
        "import helper, os\nprint(sorted(os.listdir()))\n",
    );
    assert_eq!(
        stdout(&folder.exec(&["program.py"])),
        "['helper.py', 'program.py']\n"
    );
}

#[test]
fn the_guest_is_one_file_that_needs_no_other() {
    // Neither a library nor the loader that would bring one.
    assert_eq!(
        stdout(&exec("print('.so' in open('/proc/self/maps').read())\n")),
        "False\n"
    );
    let library = "import json, os, sys, traceback\n\
        try: json.loads('[')\nexcept ValueError: print('.cargo' in traceback.format_exc())\n\
        print(os.__file__, json.__path__)\n";
    assert_eq!(
        stdout(&exec(library)),
        "False\n<frozen>/os.py ['<frozen>/json']\n"
    );
}
