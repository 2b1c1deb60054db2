//! `tier-full exec FILE` against `python3 FILE` of the same CPython.

use std::fs::File;
use std::process::{Command, Output};

use crate::guest::{Folder, exec, status, stdout};
use crate::{GUEST, PYTHON};

/// Programs that print or end in ways of their own.
const PROGRAMS: &[(&str, &[u8])] = &[
    ("ends", b"print('done')\n"),
    ("exits with a number", b"import sys\nsys.exit(3)\n"),
    ("exits with a message", b"import sys\nsys.exit('no')\n"),
    ("exits below Python", b"import os\nos._exit(7)\n"),
    ("raises", b"def f():\n    return 1 / 0\nf()\n"),
    ("is interrupted", b"import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n"),
    ("is killed", b"import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n"),
    ("has no memory", b"[0] * 10**15\n"),
    ("is no Python", b"x = (\n"),
    ("holds a NUL", b"print('a\0b')\n"),
    ("is Latin-1", b"# -*- coding: latin-1 -*-\nprint('\xe4')\n"),
    ("is Latin-1 and does not say so", b"print('\xe4')\n"),
    ("has an unknown encoding", b"# coding: nonsense\n"),
    ("has a byte order mark", b"\xef\xbb\xbfprint('marked')\n"),
    ("has other line ends", b"print(repr('''a\r\nb'''))\r\n"),
    ("ends with a thread", b"import threading, atexit, time\natexit.register(print, 'exit')\n\
        threading.Thread(target=lambda: (time.sleep(.05), print('thread'))).start()\nprint('main')\n"),
    ("ends with an object", b"class A:\n    def __del__(self): print('gone')\na = A()\n"),
    ("shows its surroundings", b"import os, sys, __main__\n\
        print(sys.argv, sys.orig_argv, sys.executable, sys.path, sys.prefix, sys.version)\n\
        print(__file__, __name__, __spec__, __cached__, type(__loader__), sorted(vars(__main__)))\n\
        print(sys.stdin, sys.stdout, sys.stderr, sys.stdout.line_buffering, sorted(sys.modules))\n\
        print(os.open('/dev/null', 0), exit, quit, copyright, credits, license, help)\n"),
    ("sets a locale", b"import locale, os\nprint(locale.setlocale(locale.LC_CTYPE), sorted(os.environ))\n"),
    ("starts itself", b"import subprocess, sys\n\
        print(subprocess.check_output([sys.executable, '-c', 'print(6 * 7)']))\n"),
    ("has a pool", b"from multiprocessing import get_context\ndef square(x): return x * x\n\
        if __name__ == '__main__':\n    for way in ('fork', 'spawn', 'forkserver'):\n\
        \x20       with get_context(way).Pool(2) as pool: print(pool.map(square, range(5)))\n"),
    ("imports everything", b"import importlib, sys\n\
        for name in sorted(sys.stdlib_module_names - {'antigravity', 'this', 'idlelib', 'turtle'}):\n\
        \x20   try: importlib.import_module(name)\n    except ImportError as error: print(name, error)\n\
        print(sorted(sys.modules))\n"),
];

/// Runs `words` with the guest and with its CPython's own program.
fn both(folder: &Folder, words: &[&str]) -> [Output; 2] {
    let run = |mut command: Command| {
        // What the guest does by itself; it reads no PYTHON* variable.
        command
            .env_clear()
            .env("PYTHONHASHSEED", "0")
            .args(words)
            .output()
            .unwrap()
    };
    let mut guest = folder.prepared(Command::new(GUEST));
    guest.arg("exec");
    [run(guest), run(folder.prepared(Command::new(PYTHON)))]
}

fn assert_alike(what: &str, [guest, python]: &[Output; 2]) {
    assert_eq!(
        status(guest.status),
        status(python.status),
        "{what}: {guest:?}"
    );
    assert_eq!(stdout(guest), stdout(python), "{what}");
    assert_eq!(
        String::from_utf8_lossy(&guest.stderr),
        String::from_utf8_lossy(&python.stderr)
    );
}

#[test]
fn programs_print_and_end_as_under_python3() {
    for (what, source) in PROGRAMS {
        let folder = Folder::new();
        folder.write("program.py", source);
        assert_alike(
            what,
            &both(&folder, &["program.py", "one", "--two", "dr\u{e4}i"]),
        );
    }
}

#[test]
fn what_is_no_file_ends_as_under_python3() {
    let folder = Folder::new();
    assert_alike("nothing", &both(&folder, &["nothing.py"]));
    assert_alike("an empty folder", &both(&folder, &["."]));
    folder.write("__main__.py", "print('folder', __name__)\n");
    assert_alike("a folder", &both(&folder, &["."]));
}

#[test]
fn output_that_cannot_be_written_is_status_120() {
    let folder = Folder::new();
    folder.write("program.py", "print('lost')\n");
    let full = File::options().write(true).open("/dev/full").unwrap();
    let ended = folder
        .prepared(Command::new(GUEST))
        .args(["exec", "program.py"])
        .stdout(full)
        .status()
        .unwrap();
    assert_eq!(status(ended), 120);
}

#[test]
fn the_environment_does_not_configure_the_interpreter() {
    let folder = Folder::new();
    folder.write(
        "program.py",
        "import sys\nprint(hash('a'), sys.flags.dev_mode, sys.path)\n",
    );
    let mut command = folder.prepared(Command::new(GUEST));
    command.args(["exec", "program.py"]);
    let plain = command.output().unwrap();
    for (name, value) in [
        ("PYTHONHASHSEED", "1"),
        ("PYTHONDEVMODE", "1"),
        ("PYTHONPATH", "/x"),
    ] {
        command.env(name, value);
    }
    assert_eq!(stdout(&plain), stdout(&command.output().unwrap()));
}

#[test]
fn extension_modules_find_all_of_libpython() {
    let program = "import ctypes\nprint(ctypes.pythonapi.PyRun_AnyFileExFlags is not None)\n";
    assert_eq!(stdout(&exec(program)), "True\n");
}

#[test]
fn libpython_is_linked_as_configured() {
    let program = "print(str('libpython' in open('/proc/self/maps').read()).lower(), end='')\n";
    assert_eq!(stdout(&exec(program)), env!("TIER_FULL_SHARED"));
}
