//! What a program finds around it: that of a fresh interpreter, and nothing of the machine.

use crate::guest::{Folder, exec, status, stdout};

#[test]
fn an_interpreter_is_as_a_fresh_one() {
    let check = |source: &str, printed: &str| {
        let output = exec(format!("import sys, os\n{source}\n"));
        assert_eq!(
            stdout(&output),
            format!("{printed}\n"),
            "{source}: {output:?}"
        );
    };
    check(
        "print(sys.implementation.name, sys.platform, sys.version_info[:2])",
        "cpython wasi (3, 12)",
    );
    check(
        "print(sys.flags.utf8_mode, sys.flags.hash_randomization, sys.flags.no_user_site)",
        "1 0 1",
    );
    check(
        "print(sys.stdout.name, sys.stdout.mode, sys.stdout.encoding, sys.stdout.errors, sys.stdout.line_buffering)",
        "<stdout> w utf-8 surrogateescape False",
    );
    check(
        "print(sys.stderr.errors, sys.stderr.line_buffering, sys.stdin.mode)",
        "backslashreplace True r",
    );
    check(
        "print(sys.path[0] == os.path.dirname(__file__), len(sys.path), sys.meta_path[0].__name__)",
        "True 4 BuiltinImporter",
    );
    // None of the guest's own, nor of what it imports for itself.
    check(
        "print(sorted(set(sys.modules) & {'app', 'dataclasses', 'enum', 'functools', 're', 'random', 'typing', 'wit_world', '_tiers'}))",
        "[]",
    );
    check(
        "print(sorted(n for n in vars() if n[0] == '_'))",
        "['__annotations__', '__builtins__', '__cached__', '__doc__', '__file__', '__loader__', '__name__', '__package__', '__spec__']",
    );
    check("print(sys._getframe().f_back)", "None");
    check(
        "import gc\nprint(gc.isenabled(), gc.collect(), gc.garbage)",
        "True 0 []",
    );
    check(
        "import random, _random\nprint(type(random.random()), random.__spec__.origin)",
        "<class 'float'> /python/lib/python3.12/random.py",
    );
    check(
        "import random\nrandom.seed(1)\nprint(random.random())",
        "0.13436424411240122",
    );
}

/// The seed is 0, and yet strings hash otherwise than on the oracle's machine: for WASI, CPython 3.12 is configured with
/// another function, and with hashes of 32 bits. So sets of strings have another order, which is the same each time.
#[test]
fn strings_hash_with_seed_zero_by_this_builds_own_function() {
    let source = "import sys\nprint(sys.hash_info.algorithm, sys.hash_info.width, hash('tiers') & 0xffffffff)\n\
        print({*'one two three four five six'.split()})\n";
    let output = exec(source);
    let expected = "fnv 32 2113706794\n{'six', 'two', 'one', 'four', 'five', 'three'}\n";
    assert_eq!(stdout(&output), expected);
}

#[test]
fn all_of_the_library_is_there_that_wasi_can_have() {
    let output = exec(
        "import importlib, sys\n\
        for name in sorted(sys.stdlib_module_names - {'antigravity', 'this', 'idlelib', 'turtle', 'turtledemo', 'tkinter', 'ensurepip'}):\n\
        \x20   if name[0] == '_': continue\n\
        \x20   try: importlib.import_module(name)\n    except ImportError as error: print(name, error.name)\n",
    );
    assert_eq!(
        stdout(&output),
        "bz2 _bz2\nctypes _ctypes\ncurses _curses\nfcntl fcntl\ngrp grp\ngzip zlib\nlzma _lzma\nmmap mmap\nmsilib msilib\n\
        msvcrt msvcrt\nnis nis\nnt nt\nossaudiodev ossaudiodev\npty termios\npwd pwd\nreadline readline\nresource resource\n\
        spwd spwd\nsqlite3 _sqlite3\nssl _ssl\nsyslog syslog\ntermios termios\ntty termios\nwinreg winreg\nwinsound winsound\nzlib zlib\n"
    );
    assert_eq!(status(output.status), 0);
}

#[test]
fn the_library_has_its_source() {
    let output = exec(
        "import inspect, json, traceback\nprint(inspect.getsource(json.loads).splitlines()[0])\n\
        try: json.loads('[')\nexcept ValueError: print(traceback.format_exc().splitlines()[5])\n",
    );
    let printed = "def loads(s, *, cls=None, object_hook=None, parse_float=None,\n    return _default_decoder.decode(s)\n";
    assert_eq!(stdout(&output), printed, "{output:?}");
}

#[test]
fn nothing_of_the_machine_is_there_but_the_program_and_its_folder_to_read() {
    let folder = Folder::new();
    folder.write("data", "read me");
    folder.write(
        "program.py",
        "import os\n\
         print(open('data').read(), sorted(os.listdir('.')))\n\
         for path, mode in [('/etc/passwd', 'r'), ('new', 'w'), ('data', 'a'), ('../x', 'r')]:\n\
         \x20   try:\n        open(path, mode)\n        print('opened', path)\n\
         \x20   except OSError:\n        print('closed', path)\n\
         print(sorted(os.environ), os.getcwd() == os.path.dirname(__file__))\n",
    );
    let output = folder.exec(&["program.py"]);
    let expected = "read me ['data', 'program.py']\nclosed /etc/passwd\nclosed new\nclosed data\nclosed ../x\n[] True\n";
    assert_eq!(stdout(&output), expected, "{output:?}");
}

#[test]
fn what_wasi_does_not_have_is_an_error_of_the_language() {
    let check = |source: &str, type_name: &str| {
        let output = exec(format!(
            "try:\n    {source}\nexcept BaseException as error: print(type(error).__name__)\n"
        ));
        assert_eq!(
            stdout(&output),
            format!("{type_name}\n"),
            "{source}: {output:?}"
        );
    };
    check(
        "import threading; threading.Thread(target=print).start()",
        "RuntimeError",
    );
    check("import subprocess; subprocess.run(['true'])", "OSError");
    check("import os; os.fork()", "AttributeError");
    check("import socket; socket.socketpair()", "PermissionError");
    check("def down(): down()\n    down()", "RecursionError");
    check(
        "x = []\n    for _ in range(10**5): x = [x]\n    repr(x)",
        "RecursionError",
    );
    check("import json; json.loads('[' * 100000)", "RecursionError");
}
