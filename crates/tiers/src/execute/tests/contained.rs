//! What a contained try on Light can see, and what stays of it.

use super::*;

#[test]
fn a_light_that_is_none_is_discarded() {
    let folder = Folder::with_guests(&["tier-full", "tier-light.wasm", "tier-light.cwasm"]);
    for false_light in ["/bin/false", "/bin/true", "/bin/cat"] {
        let there = folder.0.path().join("tier-wasm");
        let _ = fs::remove_file(&there);
        symlink(false_light, &there).unwrap();
        let program = Folder::new();
        let completed = planted(&folder.host(), &program.job("print('full')\n")).unwrap();
        assert_eq!(completed.finished.stdout, b"full\n", "{false_light}");
        assert!(completed.fallback.is_some(), "{false_light}");
    }
}

#[test]
fn a_scratch_folder_that_is_none_costs_light_only() {
    let host = host().scratch("/nowhere");
    let completed = planted(&host, &Folder::new().job("print('full')\n")).unwrap();
    assert!(
        matches!(completed.fallback, Some(Trip::NotRun(_))),
        "{completed:?}"
    );
    assert_eq!(completed.finished.stdout, b"full\n");
}

#[test]
fn light_sees_the_program_and_nothing_else() {
    let folder = Folder::new();
    folder.write("secret.txt", "secret");
    let text = "import os, sys\nprint(sorted(os.listdir('.')), sys.stdin.read() == '')\n\
        for path, mode in [('/etc/passwd', 'r'), ('new', 'w'), ('program.py', 'a'), ('secret.txt', 'r')]:\n\
        \x20   try:\n        open(path, mode)\n        print('opened', path)\n\
        \x20   except OSError:\n        print('closed', path)\n";
    // This process's own stdin would be given to Full.
    let host = host().stdin(Stdin::Inherited);
    let completed = planted(&host, &folder.job(text)).unwrap();
    assert_eq!(completed.tier, TierId::Light, "{completed:?}");
    let printed = String::from_utf8(completed.finished.stdout).unwrap();
    let expected = "['program.py'] True\nclosed /etc/passwd\nclosed new\nclosed program.py\nclosed secret.txt\n";
    assert_eq!(printed, expected);
}

#[test]
fn what_runs_is_what_was_analysed() {
    let folder = Folder::new();
    let job = folder.job("import package.module\nprint('before', package.module.NAME)\n");
    let host = host();
    let mut plan = host.plan(&job).unwrap();
    plan.decision = Some(light_chosen());
    let considered = plan.considered.as_mut().unwrap();
    considered.modules = vec![
        ("package/__init__.py".into(), Vec::new()),
        ("package/module.py".into(), b"NAME = 'module'\n".to_vec()),
    ];
    folder.write("program.py", "print('after')\n");
    let completed = host.carry_out(&plan, Io::captured()).unwrap();
    assert_eq!(
        completed.finished.stdout, b"before module\n",
        "{completed:?}"
    );
}

#[test]
fn nothing_of_a_try_stays_behind() {
    let scratch = Folder::new();
    let host = host().scratch(scratch.0.path());
    for text in ["print(1)\n", "1 / 0\n"] {
        planted(&host, &Folder::new().job(text)).unwrap();
    }
    assert_eq!(scratch.0.path().read_dir().unwrap().count(), 0);
}

#[test]
fn arguments_reach_light() {
    let folder = Folder::new();
    let file = folder.write("program.py", "import sys\nprint(sys.argv[1:])\n");
    let job = Job::file(Program::new(file).arg("a b").arg("-x")).limits(minute());
    let completed = planted(&host(), &job).unwrap();
    assert_eq!(completed.finished.stdout, b"['a b', '-x']\n");
    assert_eq!(completed.tier, TierId::Light);
}
