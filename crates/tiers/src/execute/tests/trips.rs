//! What a try on Light is discarded for, and what is not.

use super::*;

/// Runs the program on Light first; it has to be repeated on Full, where it prints `full`.
#[track_caller]
fn repeated(text: &str, limits: Limits) -> Trip {
    let host = host();
    let folder = Folder::new();
    let text = format!("print('before', flush=True)\n{ON_LIGHT}{text}\nprint('full')\n");
    let completed = planted(&host, &folder.job(&text).limits(limits)).unwrap();
    let printed = String::from_utf8(completed.finished.stdout).unwrap();
    assert_eq!(printed, "before\nfull\n", "{text}");
    assert_eq!(completed.finished.stderr, b"", "{text}");
    assert_eq!(completed.tier, TierId::Full);
    let counts = Counts {
        on_full: 1,
        fallbacks: 1,
        ..Counts::default()
    };
    assert_eq!(host.counts(), counts);
    completed.fallback.unwrap()
}

#[test]
fn whatever_light_comes_to_full_is_what_is_seen() {
    for text in [
        "raise ValueError('wording')",
        "import no_such_module",
        "print('talk', file=sys.stderr)",
        "sys.exit('a message')",
    ] {
        assert!(
            matches!(repeated(text, minute()), Trip::Spoke { .. }),
            "{text}"
        );
    }
    for text in [
        "'a\\tb'.expandtabs(0)",
        "import json; json.loads('[' * 100000)",
        "import itertools; list(itertools.combinations(range(5), 2**64))",
    ] {
        let trip = repeated(text, minute());
        assert!(
            matches!(trip, Trip::Ended(Ending::Broken(_))),
            "{text}: {trip:?}"
        );
    }
}

#[test]
fn limits_that_light_runs_into_leave_full_its_share() {
    let short = Limits {
        time: Some(Duration::from_secs(4)),
        ..Limits::default()
    };
    assert_eq!(
        repeated("while True: pass", short),
        Trip::Ended(Ending::TimeLimit)
    );
    let small = Limits {
        output_bytes: Some(10_000),
        ..minute()
    };
    assert_eq!(
        repeated("while True: print('x' * 100)", small),
        Trip::Ended(Ending::OutputLimit)
    );
    let trip = repeated(
        "x = []\n    while True: x.append(bytearray(10**6))",
        minute(),
    );
    assert_eq!(trip, Trip::Ended(Ending::MemoryLimit));
}

#[test]
fn a_limit_covers_the_whole() {
    let folder = Folder::new();
    let job = folder.job("print('x', flush=True)\nwhile True: pass\n");
    let time = Duration::from_secs(2);
    let job = job.limits(Limits {
        time: Some(time),
        ..Limits::default()
    });
    let started = Instant::now();
    let completed = planted(&host(), &job).unwrap();
    assert_eq!(completed.finished.ending, Ending::TimeLimit);
    assert_eq!(completed.fallback, Some(Trip::Ended(Ending::TimeLimit)));
    assert_eq!(completed.finished.stdout, b"x\n", "once");
    assert!(started.elapsed() < time * 3, "{:?}", started.elapsed());
}

#[test]
fn a_silent_end_counts_with_its_status() {
    for (text, status) in [
        ("print('light')\n", 0),
        ("print('light')\nimport sys\nsys.exit(7)\n", 7),
        ("print('light')\nraise SystemExit(256 + 9)\n", 9),
    ] {
        let host = host();
        let completed = planted(&host, &Folder::new().job(text)).unwrap();
        assert_eq!(completed.tier, TierId::Light);
        assert_eq!(completed.finished.ending, Ending::Exited(status), "{text}");
        assert_eq!(completed.finished.stdout, b"light\n");
        assert_eq!((completed.fallback, host.counts().on_light), (None, 1));
    }
}

#[test]
fn discarded_output_goes_nowhere() {
    let (mut reader, writer) = std::io::pipe().unwrap();
    let host = host();
    let folder = Folder::new();
    let text = format!("{ON_LIGHT}print('light', flush=True); 1 / 0\nprint('full')\n");
    let job = folder.job(&text);
    let mut plan = host.plan(&job).unwrap();
    plan.decision = Some(light_chosen());
    let io = Io {
        stdout: Sink::Passed(writer.into()),
        stderr: Sink::Ignored,
    };
    host.carry_out(&plan, io).unwrap();
    drop(plan);
    let mut seen = String::new();
    reader.read_to_string(&mut seen).unwrap();
    assert_eq!(seen, "full\n");
}

#[test]
fn without_full_a_trip_is_an_error() {
    let light = Folder::with_guests(&["tier-wasm", "tier-light.wasm", "tier-light.cwasm"]);
    let folder = Folder::new();
    let error = planted(&light.host(), &folder.job("print('seen?')\n1 / 0\n")).unwrap_err();
    let ExecuteError::Tripped(Trip::Spoke {
        status: 1,
        last_line,
    }) = &error
    else {
        panic!("{error:?}");
    };
    assert!(last_line.starts_with("ZeroDivisionError"), "{last_line}");
    let refused = light
        .host()
        .execute(&folder.job("import os\nprint(os.getpid())\n"));
    assert!(
        matches!(refused, Err(ExecuteError::Refused(_))),
        "{refused:?}"
    );
    let verified = folder.job("print(1)\n").verified();
    let missing = planted(&light.host(), &verified).unwrap_err();
    assert!(
        matches!(missing, ExecuteError::NotProvisioned(_)),
        "{missing:?}"
    );
}

#[test]
fn verifying_finds_what_differs() {
    let host = host();
    let folder = Folder::new();
    let same = planted(&host, &folder.job("print(6 * 7)\n").verified()).unwrap();
    assert_eq!(
        (same.tier, same.comparison),
        (TierId::Full, Some(Comparison::Same))
    );
    assert_eq!(same.finished.stdout, b"42\n");
    for text in ["print('light')", "sys.exit(3)"] {
        let text = format!("{ON_LIGHT}{text}\n");
        let differs = planted(&host, &folder.job(&text).verified()).unwrap();
        assert!(differs.is_unsafe_accept(), "{text}: {differs:?}");
        assert_eq!(
            (differs.finished.stdout.as_slice(), &differs.finished.ending),
            (&b""[..], &Ending::Exited(0))
        );
    }
    let trips = planted(&host, &folder.job(&format!("{ON_LIGHT}1 / 0\n")).verified()).unwrap();
    assert!(
        trips.fallback.is_some() && trips.comparison.is_none(),
        "{trips:?}"
    );
    let counts = host.counts();
    assert_eq!(
        (counts.unsafe_accepts, counts.fallbacks, counts.on_full),
        (2, 1, 4)
    );
}

#[test]
fn a_program_that_is_not_there_is_an_error() {
    let job = Job::file(Program::new("/nowhere.py"));
    let error = host().execute(&job).unwrap_err();
    let ExecuteError::Unreadable { file, .. } = error else {
        panic!("{error:?}");
    };
    assert_eq!(file, Path::new("/nowhere.py"));
}
