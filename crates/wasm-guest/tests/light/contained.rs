//! What a guest cannot do to its host.

use crate::guest::{Folder, exec, status, stdout};

/// A panic, a stack that is used up, memory without end: the guest ends, and says so.
#[test]
fn what_kills_the_interpreter_ends_the_guest_alone() {
    for killer in [
        "print('a\\tb'.expandtabs(0))\n",
        "import itertools\nprint(list(itertools.combinations(range(5), 2**64)))\n",
        "import json\njson.loads('[' * 100000)\n",
        "deep = []\nfor _ in range(10**6): deep = [deep]\ndel deep\n",
    ] {
        let output = exec(killer);
        assert_eq!(status(output.status), 126, "{killer}");
        assert!(!output.stderr.is_empty(), "{killer}");
    }
}

#[test]
fn deep_recursion_is_an_error_of_the_language() {
    let output = exec(
        "def down(n):\n    return down(n + 1)\n\
         try:\n    down(0)\nexcept RecursionError:\n    print('caught')\n",
    );
    assert_eq!(stdout(&output), "caught\n", "{output:?}");
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
         print(sorted(os.environ))\n",
    );
    let output = folder.exec(&["program.py"]);
    let expected = "read me ['data', 'program.py']\nclosed /etc/passwd\nclosed new\nclosed data\nclosed ../x\n['PWD']\n";
    assert_eq!(stdout(&output), expected, "{output:?}");
}
