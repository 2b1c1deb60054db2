//! Guests that are ready before they are wanted: what runs on them is what runs on guests that are started for it.
//!
//! The guests are those in the folder that `TIERS_GUESTS` names; where one is missing these tests fail.

mod guests;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use guests::{guests, wait_until};
use tiers::{Any, Ending, Finished, Guests, Host, Io, Job, Limits, On, Prefer, Program, TierId};

const TIERS: [TierId; 2] = [TierId::Full, TierId::Light];

fn cold() -> Host {
    Host::new(Guests::at(guests()))
}

fn warm(tier: TierId) -> Host {
    cold().keep_ready(tier, 2).unwrap()
}

/// Generous limits: hit where a test fails only.
fn generous() -> Limits {
    Limits {
        time: Some(Duration::from_mins(1)),
        ..Limits::default()
    }
}

fn run(host: &Host, tier: TierId, program: &Program) -> Finished {
    host.run(tier, program, Io::captured(), &generous())
        .unwrap()
}

/// A folder with a program in it.
fn folder(source: &str) -> (tempfile::TempDir, Program) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("program.py");
    fs_err::write(&file, source).unwrap();
    (folder, Program::new(file))
}

fn printed(host: &Host, tier: TierId, source: &str) -> String {
    let (_folder, program) = folder(source);
    let finished = run(host, tier, &program);
    assert_eq!(finished.ending, Ending::Exited(0), "{source}: {finished:?}");
    String::from_utf8(finished.stdout).unwrap()
}

/// Returns the text without the addresses of objects, which no two processes share.
fn without_addresses(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut parts = text.split("0x");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + "0x…" + part.trim_start_matches(|digit: char| digit.is_ascii_hexdigit())
    })
}

fn programs(below: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../samples")
        .join(below);
    let entries = fs_err::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut programs: Vec<PathBuf> = entries
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    programs.sort();
    assert!(programs.len() >= 20, "{below}: {}", programs.len());
    programs
}

#[test]
fn every_sample_comes_to_the_same_as_on_a_guest_that_is_started_for_it() {
    for tier in TIERS {
        let (cold, warm) = (cold(), warm(tier));
        for file in programs("idioms").into_iter().chain(programs("syntax")) {
            let program = Program::new(&file).arg("1");
            let (started, ready) = (run(&cold, tier, &program), run(&warm, tier, &program));
            let shown = |of: &Finished| {
                let told = [&of.stdout, &of.stderr].map(|bytes| without_addresses(bytes));
                (of.ending.clone(), told)
            };
            assert_eq!(shown(&ready), shown(&started), "{tier}: {}", file.display());
        }
    }
}

#[test]
fn a_program_finds_itself_where_it_is() {
    let source = "import sys, os\n\
        print(sys.argv, sys.path[0], __file__, __name__, sys.flags, sys.orig_argv[1:] == sys.argv)\n\
        print(sorted(sys.modules), sorted(globals()), os.getcwd(), sorted(os.environ))\n\
        print(sys.stdin.read(), sys.stdout.encoding, sys.stdout.line_buffering)\n";
    for tier in TIERS {
        let (_folder, program) = folder(source);
        let program = program.arg("1").arg("ä");
        let (started, ready) = (
            run(&cold(), tier, &program),
            run(&warm(tier), tier, &program),
        );
        // What a guest is started with differs: `exec FILE` is not `zygote FD`.
        assert_eq!(
            String::from_utf8_lossy(&ready.stdout),
            String::from_utf8_lossy(&started.stdout)
        );
        assert_eq!(ready.ending, Ending::Exited(0));
    }
}

#[test]
fn what_python_rejects_ends_as_it_does_otherwise() {
    for tier in TIERS {
        let (cold, warm) = (cold(), warm(tier));
        let mut programs: Vec<_> = ["if\n", "1 / 0\n", "raise SystemExit('no')\n", "x = '\0'\n"]
            .into_iter()
            .map(folder)
            .collect();
        programs.push(folder(
            "# coding: latin-1\nprint(ascii('ä'))\nraise SystemExit(7)\n",
        ));
        let (missing, mut program) = folder("");
        program.file = missing.path().join("missing.py").into();
        programs.push((missing, program));
        for (_folder, program) in &programs {
            let (started, ready) = (run(&cold, tier, program), run(&warm, tier, program));
            assert_eq!(ready.ending, started.ending, "{started:?}");
            assert_eq!(
                String::from_utf8_lossy(&ready.stderr),
                String::from_utf8_lossy(&started.stderr)
            );
        }
    }
}

#[test]
fn a_folder_is_a_program_too() {
    let folder = tempfile::tempdir().unwrap();
    fs_err::write(
        folder.path().join("__main__.py"),
        "import other\nprint(__name__, other.X)\n",
    )
    .unwrap();
    fs_err::write(folder.path().join("other.py"), "X = 1\n").unwrap();
    let program = Program::new(folder.path());
    for tier in TIERS {
        let finished = run(&warm(tier), tier, &program);
        assert_eq!(finished.stdout, b"__main__ 1\n", "{tier}: {finished:?}");
    }
}

/// The hash seed is fixed by who starts a guest; all else that is drawn by chance is drawn anew by each.
#[test]
fn chance_is_drawn_anew() {
    let source = "import random, uuid, os, tempfile, secrets\n\
        print(random.random(), uuid.uuid4(), os.urandom(8), secrets.token_hex(), os.getpid())\n";
    for tier in TIERS {
        let warm = warm(tier);
        let drawn: BTreeSet<String> = (0..8).map(|_| printed(&warm, tier, source)).collect();
        assert_eq!(drawn.len(), 8, "{tier}: {drawn:?}");
        let hashes: BTreeSet<String> = (0..4)
            .map(|_| printed(&warm, tier, "print(hash('x'), {'a', 'b', 'c'})"))
            .collect();
        assert_eq!(hashes.len(), 1, "{tier}: {hashes:?}");
        assert_eq!(
            hashes.first(),
            Some(&printed(&cold(), tier, "print(hash('x'), {'a', 'b', 'c'})"))
        );
    }
}

#[test]
fn nothing_is_left_for_the_next() {
    let leave = "import sys, os, builtins\nbuiltins.left = 1\nos.environ['LEFT'] = '1'\nsys.path.append('left')\nos.chdir('/')\n";
    let look = "import sys, os, builtins\nprint(hasattr(builtins, 'left'), 'LEFT' in os.environ, 'left' in sys.path, os.getcwd() == '/')\n";
    for tier in TIERS {
        let warm = warm(tier);
        for _ in 0..4 {
            printed(&warm, tier, leave);
            assert_eq!(printed(&warm, tier, look), "False False False False\n");
        }
    }
}

#[test]
fn isolates_are_handed_out_too() {
    for tier in TIERS {
        let warm = warm(tier);
        for _ in 0..4 {
            let mut isolate = warm.open(tier, &generous()).unwrap();
            assert_eq!(isolate.eval("6 * 7").unwrap(), Any::from(42));
            assert!(isolate.eval("left").is_err());
            isolate
                .exec("import threading\nleft = threading.Lock()\nprint(1)")
                .unwrap();
            assert_eq!(isolate.take_stdout(), b"1\n");
            assert_eq!(isolate.close().unwrap().ending, Ending::Exited(0));
        }
    }
}

#[test]
fn jobs_run_on_what_is_ready() {
    let warm = warm(TierId::Full);
    let job = Job::text("print(sum(cups))")
        .input("cups", vec![Any::from(2), Any::from(3)])
        .on(On::Only(TierId::Full));
    for _ in 0..3 {
        let completed = warm.execute(&job).unwrap();
        assert_eq!(completed.finished.stdout, b"5\n");
    }
}

#[test]
fn hostile_programs_end_alone() {
    let killers = [
        (
            "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n",
            Ending::Signalled(9),
        ),
        ("import os\nos._exit(5)\n", Ending::Exited(5)),
        ("while True: pass\n", Ending::TimeLimit),
        (
            "x = []\nwhile True: x.append(bytes(1 << 20))\n",
            Ending::MemoryLimit,
        ),
        ("while True: print('x' * 1000)\n", Ending::OutputLimit),
    ];
    let limits = Limits {
        time: Some(Duration::from_secs(2)),
        output_bytes: Some(1 << 20),
        memory_bytes: Some(256 << 20),
    };
    for tier in TIERS {
        let warm = warm(tier);
        for (source, ending) in &killers {
            let (_folder, program) = folder(source);
            let finished = warm.run(tier, &program, Io::captured(), &limits).unwrap();
            assert_eq!(&finished.ending, ending, "{tier}: {source}");
            assert_eq!(printed(&warm, tier, "print(1)"), "1\n");
        }
    }
}

/// A program on Full can reach what its user can, and that is also what it is a copy of.
#[test]
fn a_program_that_ends_its_parent_does_no_lasting_harm() {
    let warm = warm(TierId::Full);
    let (_folder, program) =
        folder("import os, signal, time\nos.kill(os.getppid(), signal.SIGKILL)\ntime.sleep(9)\n");
    // It goes down with it; who waits for it is told.
    let _ = warm.run(TierId::Full, &program, Io::captured(), &generous());
    assert_eq!(printed(&warm, TierId::Full, "print(1)"), "1\n");
}

#[test]
fn many_threads_share_what_is_ready() {
    let warm = warm(TierId::Full);
    let (_folder, program) = folder("import sys\nprint(sys.argv[1])\n");
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let (warm, program) = (warm.clone(), program.clone());
            scope.spawn(move || {
                for turn in 0..10 {
                    let word = format!("{thread}-{turn}");
                    let program = program.clone().arg(&word);
                    let finished = run(&warm, TierId::Full, &program);
                    assert_eq!(String::from_utf8_lossy(&finished.stdout).trim(), word);
                }
            });
        }
    });
}

#[test]
fn nothing_is_left_of_a_host_that_is_gone() {
    for tier in TIERS {
        let warm = warm(tier);
        let parent = printed(&warm, tier, "import os\nprint(os.getppid())");
        let process = Path::new("/proc").join(parent.trim());
        assert!(process.exists());
        drop(warm);
        wait_until(|| !process.exists());
    }
}

#[test]
fn contained_programs_share_processes_and_nothing_else() {
    let host = cold().keep_contained_ready(2).unwrap();
    let job = |program: &Program| {
        Job::file(program.clone())
            .prefer(Prefer::Light)
            .limits(generous())
    };
    let (_good, good) =
        folder("import sys\nx = [n * n for n in range(5)]\nprint(sum(x), len(x))\n");
    let (_bad, bad) = folder("x = [1, 2]\nprint(len(x))\nx[len(x) + 2]\n");
    for _ in 0..10 {
        let completed = host.execute(&job(&good)).unwrap();
        assert_eq!(completed.tier, TierId::Light, "{completed:?}");
        assert_eq!(completed.finished.stdout, b"30 5\n");
        let completed = host.execute(&job(&bad)).unwrap();
        assert_eq!(completed.tier, TierId::Full, "{completed:?}");
        assert_eq!(completed.finished.ending, Ending::Exited(1));
    }
    assert_eq!(host.counts().on_light, 10);
}

#[test]
fn what_a_contained_program_may_use_up_is_limited_each_time() {
    let host = cold().keep_contained_ready(1).unwrap();
    let (_folder, endless) = folder("x = 0\nwhile True:\n    x += 1\n");
    let (_folder2, short) = folder("print(len('abc'))\n");
    let light = |program: &Program, time| {
        let limits = Limits {
            time: Some(time),
            ..Limits::default()
        };
        let job = Job::file(program.clone())
            .prefer(Prefer::Light)
            .limits(limits);
        host.execute(&job).unwrap()
    };
    for _ in 0..2 {
        let completed = light(&endless, Duration::from_millis(600));
        assert_eq!(
            completed.finished.ending,
            Ending::TimeLimit,
            "{completed:?}"
        );
        let completed = light(&short, Duration::from_mins(1));
        assert_eq!(
            (completed.tier, &*completed.finished.stdout),
            (TierId::Light, &b"3\n"[..])
        );
    }
}
