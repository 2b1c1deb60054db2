//! Each test changes something of its process. So each has a process of its own: this program once more, for that one
//! test.
#![expect(
    unsafe_code,
    reason = "what is put back with unsafe calls is changed with unsafe calls"
)]

use std::ffi::CStr;
use std::fs::File;
use std::os::fd::AsRawFd as _;
use std::process::Command;
use std::ptr;
use std::thread;
use std::time::Duration;

use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::process::{
    Resource, Rlimit, WaitId, WaitIdOptions, getcwd, getrlimit, nice, setrlimit, waitid,
};

use super::*;

/// Set in the process that is a test's own.
const ALONE: &str = "TIERS_TEST_ALONE";

/// Runs the test called `name` as `body`, in a process of its own.
fn alone(name: &str, body: impl FnOnce()) {
    if std::env::vars_os().any(|(variable, _)| variable == ALONE) {
        return body();
    }
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "--nocapture"])
        .arg(format!(
            "{}::{name}",
            module_path!().split_once("::").unwrap().1
        ))
        .env(ALONE, "1")
        .output()
        .unwrap();
    let stdout = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && stdout.contains("1 passed"),
        "{}: {stdout}{}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Declares tests that run alone.
macro_rules! alone {
    ($($name:ident $body:block)*) => {$(
        #[test]
        fn $name() {
            alone(stringify!($name), || $body);
        }
    )*};
}

/// Returns what `restore` says after `change`.
fn restored_after<R>(change: impl FnOnce() -> R) -> bool {
    let mut process = Process::as_it_is();
    let _still_there = change();
    process.restore()
}

fn variables() -> Vec<(OsString, OsString)> {
    std::env::vars_os().collect()
}

fn handler_of(signal: i32) -> usize {
    // SAFETY: all zeroes is a value of the structure; without a new action nothing changes.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        assert_eq!(libc::sigaction(signal, ptr::null(), &raw mut action), 0);
        action.sa_sigaction
    }
}

fn block(signal: i32) {
    // SAFETY: the set is emptied before it is used.
    unsafe {
        let mut set: libc::sigset_t = std::mem::zeroed();
        libc::sigemptyset(&raw mut set);
        libc::sigaddset(&raw mut set, signal);
        libc::pthread_sigmask(libc::SIG_BLOCK, &raw const set, ptr::null_mut());
    }
}

fn is_blocked(signal: i32) -> bool {
    // SAFETY: without a new set nothing changes; the old one is written whole.
    unsafe {
        let mut set: libc::sigset_t = std::mem::zeroed();
        libc::pthread_sigmask(libc::SIG_BLOCK, ptr::null(), &raw mut set);
        libc::sigismember(&raw const set, signal) == 1
    }
}

/// A moment: the first of 1970 in UTC.
static ZERO: libc::time_t = 0;

/// Returns the locale's name after setting it to `locale`, where there is one.
fn locale(locale: Option<&CStr>) -> String {
    // SAFETY: the name ends in NUL; no other thread uses the locale.
    unsafe {
        let name = libc::setlocale(libc::LC_ALL, locale.map_or(ptr::null(), CStr::as_ptr));
        assert!(!name.is_null(), "there is no locale {locale:?}");
        CStr::from_ptr(name).to_string_lossy().into_owned()
    }
}

alone! {
    an_untouched_process_is_as_it_was {
        assert!(restored_after(|| ()));
    }

    the_working_folder_is_put_back {
        let before = getcwd(Vec::new()).unwrap();
        assert!(restored_after(|| std::env::set_current_dir("/proc").unwrap()));
        assert_eq!(getcwd(Vec::new()).unwrap(), before);
    }

    the_environment_is_put_back {
        let before = variables();
        assert!(restored_after(|| {
            // SAFETY: no other thread looks at the environment.
            unsafe {
                std::env::set_var("TIERS_TEST_NEW", "1");
                std::env::remove_var(ALONE);
                std::env::set_var("PATH", "changed");
            }
        }));
        assert_eq!(variables(), before, "the order counts too");
    }

    the_time_zone_is_put_back {
        // SAFETY: no other thread looks at the environment or at the time.
        let hour = || unsafe { (*libc::localtime(&raw const ZERO)).tm_hour };
        let before = hour();
        assert!(restored_after(|| {
            // SAFETY: as above.
            unsafe { std::env::set_var("TZ", "XXX-11") };
            assert_ne!(hour(), before);
        }));
        // SAFETY: as above; this variant does not look at the environment again.
        let after = unsafe {
            let mut time: libc::tm = std::mem::zeroed();
            libc::localtime_r(&raw const ZERO, &raw mut time);
            time.tm_hour
        };
        assert_eq!(after, before);
    }

    the_umask_is_put_back {
        let before = current_umask();
        assert!(restored_after(|| umask(Mode::from_raw_mode(0o751))));
        assert_eq!(current_umask(), before);
    }

    what_is_done_on_signals_is_put_back {
        assert_eq!(handler_of(libc::SIGUSR1), libc::SIG_DFL);
        // SAFETY: to ignore a signal is always possible.
        assert!(restored_after(|| unsafe { libc::signal(libc::SIGUSR1, libc::SIG_IGN) }));
        assert_eq!(handler_of(libc::SIGUSR1), libc::SIG_DFL);
    }

    blocked_signals_are_unblocked_and_those_that_waited_are_dropped {
        assert!(restored_after(|| {
            block(libc::SIGUSR1);
            // SAFETY: the signal is blocked.
            unsafe { libc::raise(libc::SIGUSR1) }
        }));
        assert!(!is_blocked(libc::SIGUSR1));
        assert_eq!(handler_of(libc::SIGUSR1), libc::SIG_DFL);
    }

    timers_are_stopped {
        assert!(restored_after(|| {
            for timer in [libc::ITIMER_REAL, libc::ITIMER_VIRTUAL, libc::ITIMER_PROF] {
                let in_a_minute = libc::timeval { tv_sec: 60, tv_usec: 0 };
                let value = libc::itimerval { it_interval: in_a_minute, it_value: in_a_minute };
                // SAFETY: the value is initialised; nobody wants the old one.
                assert_eq!(unsafe { libc::setitimer(timer, &raw const value, ptr::null_mut()) }, 0);
            }
        }));
        for timer in [libc::ITIMER_REAL, libc::ITIMER_VIRTUAL, libc::ITIMER_PROF] {
            // SAFETY: all zeroes is a value of the structure, which is written whole.
            let left = unsafe {
                let mut value: libc::itimerval = std::mem::zeroed();
                assert_eq!(libc::getitimer(timer, &raw mut value), 0);
                value.it_value.tv_sec
            };
            assert_eq!(left, 0, "timer {timer}");
        }
    }

    the_locale_is_put_back {
        assert!(restored_after(|| locale(Some(c"C.UTF-8"))));
        assert_eq!(locale(None), "C");
    }

    a_soft_limit_is_put_back {
        let before = getrlimit(Resource::Nofile);
        let lower = Rlimit { current: Some(950), ..before };
        assert!(restored_after(|| setrlimit(Resource::Nofile, lower).unwrap()));
        assert_eq!(getrlimit(Resource::Nofile), before);
    }

    a_lowered_hard_limit_ends_the_session {
        let lower = Rlimit { current: Some(0), maximum: Some(0) };
        setrlimit(Resource::Core, Rlimit { current: Some(1), maximum: Some(1) }).unwrap();
        assert!(!restored_after(|| setrlimit(Resource::Core, lower).unwrap()));
    }

    what_was_opened_is_closed {
        let number = File::open("/dev/null").unwrap().as_raw_fd();
        assert!(restored_after(|| std::mem::forget(File::open("/dev/null").unwrap())));
        assert_eq!(File::open("/dev/null").unwrap().as_raw_fd(), number);
    }

    a_descriptor_that_is_gone_ends_the_session {
        let file = File::open("/dev/null").unwrap();
        assert!(!restored_after(|| drop(file)));
    }

    a_descriptor_that_stands_for_another_file_ends_the_session {
        let file = File::open("/dev/null").unwrap();
        let number = file.as_raw_fd();
        let replace = || {
            drop(file);
            let other = File::open("/dev/zero").unwrap();
            assert_eq!(other.as_raw_fd(), number);
            other
        };
        assert!(!restored_after(replace));
    }

    a_descriptor_that_was_opened_anew_for_something_else_ends_the_session {
        let file = File::open("/dev/null").unwrap();
        let number = file.as_raw_fd();
        let replace = || {
            drop(file);
            let other = File::options().write(true).open("/dev/null").unwrap();
            assert_eq!(other.as_raw_fd(), number);
            other
        };
        assert!(!restored_after(replace));
    }

    the_flags_of_descriptors_are_put_back {
        let (reader, _writer) = rustix::pipe::pipe().unwrap();
        let (status, flags) = (fcntl_getfl(&reader).unwrap(), rustix::io::fcntl_getfd(&reader).unwrap());
        assert!(restored_after(|| {
            fcntl_setfl(&reader, status | OFlags::NONBLOCK).unwrap();
            rustix::io::fcntl_setfd(&reader, rustix::io::FdFlags::CLOEXEC).unwrap();
        }));
        assert_eq!(fcntl_getfl(&reader).unwrap(), status);
        assert_eq!(rustix::io::fcntl_getfd(&reader).unwrap(), flags);
    }

    a_thread_that_is_left_ends_the_session {
        assert!(!restored_after(|| thread::spawn(|| thread::sleep(Duration::from_mins(1)))));
    }

    a_thread_that_is_about_to_end_is_waited_for {
        let brief = || thread::spawn(|| thread::sleep(Duration::from_millis(10)));
        // On a busy machine it may take its time.
        assert!((0..50).any(|_| restored_after(brief)));
    }

    a_child_that_is_left_ends_the_session {
        let mut child = None;
        assert!(!restored_after(|| child = Some(Command::new("sleep").arg("60").spawn().unwrap())));
        child.unwrap().kill().unwrap();
    }

    a_child_that_has_ended_is_taken_from_the_table {
        let mut child = None;
        assert!(restored_after(|| {
            child = Some(Command::new("true").spawn().unwrap());
            // Waits, and leaves it in the table.
            let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
            waitid(WaitId::All, options).unwrap();
        }));
        assert!(child.unwrap().wait().is_err(), "it was there to be waited for");
    }

    who_has_become_nicer_stays_so_and_ends_the_session {
        assert!(!restored_after(|| nice(1).unwrap()));
    }

    a_later_run_gets_as_much_memory_as_it_asks_for_or_none_at_all {
        let mut process = Process::as_it_is();
        let mut confine = |memory_bytes| process.confine(&Limits { memory_bytes });
        let soft = || getrlimit(Resource::Data).current;
        confine(None).unwrap();
        confine(Some(1 << 30)).unwrap();
        confine(Some(1 << 30)).unwrap();
        assert_eq!(soft(), Some(1 << 30));
        confine(Some(1 << 29)).unwrap();
        assert_eq!(soft(), Some(1 << 29));
        for more in [Some(1 << 30), None] {
            let error = confine(more).unwrap_err().to_string();
            assert!(error.contains("536870912 bytes"), "{error}");
        }
        assert!(process.restore());
    }

    no_run_gets_more_memory_than_the_machine_allows {
        let allowed = Rlimit { current: Some(1 << 29), maximum: Some(1 << 30) };
        setrlimit(Resource::Data, allowed).unwrap();
        let mut process = Process::as_it_is();
        process.confine(&Limits { memory_bytes: Some(1 << 31) }).unwrap();
        assert_eq!(getrlimit(Resource::Data).current, Some(1 << 30));
        process.confine(&Limits { memory_bytes: None }).unwrap();
        assert_eq!(getrlimit(Resource::Data), allowed);
    }

    a_run_that_lowers_its_own_memory_limit_for_good_ends_the_session {
        let mut process = Process::as_it_is();
        process.confine(&Limits { memory_bytes: Some(1 << 30) }).unwrap();
        let lower = Rlimit { current: Some(1 << 29), maximum: Some(1 << 29) };
        setrlimit(Resource::Data, lower).unwrap();
        assert!(!process.restore());
    }
}
