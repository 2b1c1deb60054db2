//! Copies of a prepared process: what they share, what they take, and what is left of them.
//!
//! The guests are those in the folder that `TIERS_GUESTS` names; where one is missing these tests fail. The kernel has to know
//! how to be asked for pages: Linux 5.14.

mod guests;

use std::path::Path;
use std::time::Duration;

use guests::{guests, wait_until};
use tiers::{Any, Ending, Guests, Host, Isolate, Limits, TierId};

const TIERS: [TierId; 2] = [TierId::Full, TierId::Light];

/// How many page faults the first line may take. One that was not rehearsed takes about eighty on each tier.
const FAULTS_MAX: u64 = 20;

fn warm(tier: TierId) -> Host {
    let host = Host::new(Guests::at(guests()));
    host.keep_ready(tier, 2).unwrap()
}

/// Generous limits: hit where a test fails only.
fn generous() -> Limits {
    Limits {
        time: Some(Duration::from_mins(1)),
        ..Limits::default()
    }
}

/// Returns the number of a process, by a function of `os`.
fn number(isolate: &mut Isolate, function: &str) -> String {
    let source = format!("__import__('os').{function}()");
    match isolate.eval(&source).unwrap() {
        Any::Int(number) => number.to_string(),
        other => panic!("{other:?} is no number"),
    }
}

/// Returns how many page faults a process has had, as `proc_pid_stat(5)` tells it.
fn faults(process: u32) -> u64 {
    const MINOR_FAULTS: usize = 7;
    let stat = fs_err::read_to_string(format!("/proc/{process}/stat")).unwrap();
    // The name before it, in parentheses, may hold anything.
    let (_, fields) = stat.rsplit_once(") ").unwrap();
    let field = fields.split(' ').nth(MINOR_FAULTS).unwrap();
    field.parse().unwrap()
}

#[test]
fn the_first_line_takes_few_pages_that_are_not_there() {
    for tier in TIERS {
        let mut isolate = warm(tier).open(tier, &generous()).unwrap();
        let before = faults(isolate.process_id());
        isolate.exec("print('a line')").unwrap();
        let taken = faults(isolate.process_id()) - before;
        assert!(taken < FAULTS_MAX, "{tier}: {taken}");
    }
}

/// Returns a number from a process's `status`, in KiB.
fn kib(process: &Path, file: &str, name: &str) -> u64 {
    let text = fs_err::read_to_string(process.join(file)).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.unwrap()
        .trim()
        .trim_end_matches(" kB")
        .parse()
        .unwrap()
}

fn children(of: &Path) -> usize {
    let threads = fs_err::read_dir(of.join("task")).unwrap();
    let lists =
        threads.map(|thread| fs_err::read_to_string(thread.unwrap().path().join("children")));
    lists
        .map(|list| list.unwrap().split_whitespace().count())
        .sum()
}

fn descriptors(of: &Path) -> usize {
    fs_err::read_dir(of.join("fd")).unwrap().count()
}

#[test]
fn a_thousand_isolates_leave_nothing_behind() {
    for tier in TIERS {
        let warm = warm(tier);
        let parent = number(&mut warm.open(tier, &generous()).unwrap(), "getppid");
        let zygote = Path::new("/proc").join(parent);
        let one = || {
            let mut isolate = warm.open(tier, &generous()).unwrap();
            assert_eq!(isolate.eval("sum(range(10))").unwrap(), Any::from(45));
        };
        (0..20).for_each(|_| one());
        let held = || (kib(&zygote, "status", "VmRSS:"), descriptors(&zygote));
        let (memory_before, descriptors_before) = held();
        (0..1000).for_each(|_| one());
        let (memory_after, descriptors_after) = held();
        assert!(
            memory_after <= memory_before + 1024,
            "{tier}: {memory_before} KiB, then {memory_after} KiB"
        );
        assert_eq!(descriptors_after, descriptors_before, "{tier}");
        // Those that wait, and one that is being made.
        wait_until(|| children(&zygote) <= 3);
    }
}

#[test]
fn a_hundred_isolates_are_up_at_once_and_share_what_they_did_not_write_to() {
    for tier in TIERS {
        let warm = warm(tier);
        let mut isolates: Vec<_> = (0..100)
            .map(|_| warm.open(tier, &generous()).unwrap())
            .collect();
        for (place, isolate) in (0_i64..).zip(&mut isolates) {
            isolate.bind("number", place).unwrap();
        }
        for (place, isolate) in (0_i64..).zip(&mut isolates) {
            assert_eq!(isolate.eval("number").unwrap(), Any::from(place));
            let process = Path::new("/proc").join(number(isolate, "getpid"));
            let own = kib(&process, "smaps_rollup", "Private_Dirty:");
            assert!(own < 16 << 10, "{tier}: {own} KiB");
        }
        for isolate in isolates {
            assert_eq!(isolate.close().unwrap().ending, Ending::Exited(0));
        }
    }
}
