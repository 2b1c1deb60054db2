//! `tier-wasm GUEST.component.wasm exec FILE`.

use std::fs::File;
use std::process::Command;

use crate::RUNNER;
use crate::guest::{Folder, exec, status, stdout};

#[test]
fn programs_print_and_end_as_they_should() {
    let check = |source: &str, expected_status: i32, printed: &str, said: &str| {
        let output = exec(source);
        assert_eq!(stdout(&output), printed, "{source}");
        assert_eq!(status(output.status), expected_status, "{source}");
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(stderr.ends_with(said), "{source}: {stderr}");
    };
    check("print('ä', 6 * 7)\n", 0, "ä 42\n", "");
    check(
        "print(1)\n1 / 0\n",
        1,
        "1\n",
        "ZeroDivisionError: division by zero\n",
    );
    check("print(1)\nraise SystemExit(7)\n", 7, "1\n", "");
    check("raise SystemExit(-1)\n", 255, "", "");
    check("raise SystemExit(2**70)\n", 255, "", "");
    check("import sys\nsys.exit('no')\n", 1, "", "no\n");
    check("raise KeyboardInterrupt\n", 130, "", "KeyboardInterrupt\n");
    check(
        "import os\nprint(1, flush=True)\nos._exit(3)\n",
        3,
        "1\n",
        "",
    );
    check("raise MemoryError\n", 1, "", "MemoryError\n");
    check("if\n", 1, "", "SyntaxError: invalid syntax\n");
    check(
        "print('a\0b')\n",
        1,
        "",
        "SyntaxError: source code cannot contain null bytes\n",
    );
    check(
        "import sys\nsys.excepthook = lambda *what: print('hook', what[1])\n1 / 0\n",
        1,
        "hook division by zero\n",
        "",
    );
    check(
        "class A:\n    def __del__(self): print('gone')\na = A()\n",
        0,
        "gone\n",
        "",
    );
    check(
        "import atexit\natexit.register(print, 'exit')\nprint('main')\n",
        0,
        "main\nexit\n",
        "",
    );
    check("print(open(0).read() == '')\n", 0, "True\n", "");
}

#[test]
fn a_program_is_in_the_encoding_that_it_says() {
    let latin = exec(b"# -*- coding: latin-1 -*-\nprint('\xe4')\n");
    assert_eq!(stdout(&latin), "ä\n");
    assert_eq!(status(exec(b"print('\xe4')\n").status), 1);
}

#[test]
fn an_uncaught_exception_is_told_as_python3_tells_it() {
    let folder = Folder::new();
    let path = folder.write("program.py", "def f():\n    return 1 / 0\n\nf()\n");
    let output = folder.exec(&["program.py"]);
    let path = path.display();
    let expected = format!(
        "Traceback (most recent call last):\n  File \"{path}\", line 4, in <module>\n    f()\n  \
         File \"{path}\", line 2, in f\n    return 1 / 0\n           ~~^~~\n\
         ZeroDivisionError: division by zero\n"
    );
    assert_eq!(String::from_utf8_lossy(&output.stderr), expected);
}

#[test]
fn a_program_finds_its_arguments_and_its_neighbours() {
    let folder = Folder::new();
    folder.write("json.py", "NAME = __name__ + ' of its own'\n");
    folder.write(
        "program.py",
        "import sys, json\nprint(sys.argv, json.NAME, json.__file__ == __file__.replace('program', 'json'))\n",
    );
    let output = folder.exec(&["program.py", "1", "--x", "drüben"]);
    let expected = "['program.py', '1', '--x', 'drüben'] json of its own True\n";
    assert_eq!(stdout(&output), expected, "{output:?}");
}

#[test]
fn a_folder_runs_its_main() {
    let folder = Folder::new();
    folder.write("__main__.py", "print('folder', __name__)\n");
    assert_eq!(stdout(&folder.exec(&["."])), "folder __main__\n");
}

#[test]
fn an_unreadable_program_is_said_to_be_that() {
    let output = Folder::new().exec(&["missing.py"]);
    assert_eq!(status(output.status), 2);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("can't open file"), "{said}");
    assert!(
        said.contains("missing.py': [Errno 44] No such file or directory\n"),
        "{said}"
    );
}

#[test]
fn output_that_cannot_be_written_is_status_120() {
    let folder = Folder::new();
    folder.write("program.py", "print('lost')\n");
    let full = File::options().write(true).open("/dev/full").unwrap();
    let mut command = folder.guest();
    let ended = command
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
        "import os, sys\nprint(hash('a'), sys.flags, sys.path, sorted(os.environ))\n",
    );
    let mut command = folder.guest();
    command.args(["exec", "program.py"]);
    let plain = command.output().unwrap();
    for (name, value) in [("PYTHONHASHSEED", "1"), ("PYTHONPATH", "/x"), ("X", "y")] {
        command.env(name, value);
    }
    assert_eq!(stdout(&plain), stdout(&command.output().unwrap()));
}

#[test]
fn what_is_no_component_is_not_compiled() {
    let folder = Folder::new();
    folder.write("broken.wasm", b"\0asm\x0d\0\x01\0broken");
    let mut command = folder.prepared(Command::new(RUNNER));
    let output = command
        .args(["compile", "broken.wasm", "broken.cwasm"])
        .output()
        .unwrap();
    assert_eq!(status(output.status), 1);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("broken.wasm cannot be run"), "{said}");
}
