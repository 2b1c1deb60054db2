//! What takes `unsafe` in looking at a process and putting it back: C's signals, timers, locale and environment, and
//! descriptors that are known by number only.
#![expect(
    unsafe_code,
    reason = "no safe library offers these, or not for a whole process"
)]

use std::ffi::CString;
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::BorrowedFd;
use std::ptr;

/// Every signal's number.
const SIGNALS: std::ops::RangeInclusive<i32> = 1..=64;

unsafe extern "C" {
    // Part of POSIX, and missing from the libc crate's declarations for Linux.
    fn tzset();
}

/// What a process does on signals, and which of them this thread blocks.
pub(super) struct Signals {
    blocked: libc::sigset_t,
    /// Of every signal whose action can be set at all.
    actions: Vec<(i32, libc::sigaction)>,
}

impl Signals {
    /// Returns how things are.
    pub(super) fn now() -> io::Result<Self> {
        Ok(Self {
            blocked: blocked()?,
            actions: SIGNALS
                .filter(|signal| ![libc::SIGKILL, libc::SIGSTOP].contains(signal))
                // The C library keeps two to itself.
                .filter_map(|signal| Some((signal, action(signal).ok()?)))
                .collect(),
        })
    }

    /// Puts things back. A signal that was sent while it was blocked is dropped.
    pub(super) fn put_back(&self) -> io::Result<()> {
        let waiting = pending()?;
        for (signal, action) in &self.actions {
            if is_in(&waiting, *signal) {
                let mut ignore = *action;
                ignore.sa_sigaction = libc::SIG_IGN;
                set_action(*signal, &ignore)?;
            }
        }
        // SAFETY: the set was filled by the same function; nobody wants the old one.
        let failed = unsafe {
            libc::pthread_sigmask(libc::SIG_SETMASK, &raw const self.blocked, ptr::null_mut())
        };
        if failed != 0 {
            return Err(io::Error::from_raw_os_error(failed));
        }
        for (signal, action) in &self.actions {
            set_action(*signal, action)?;
        }
        Ok(())
    }
}

fn blocked() -> io::Result<libc::sigset_t> {
    let mut set = MaybeUninit::uninit();
    // SAFETY: without a new set nothing changes; the old one is written whole.
    let failed = unsafe { libc::pthread_sigmask(libc::SIG_SETMASK, ptr::null(), set.as_mut_ptr()) };
    if failed != 0 {
        return Err(io::Error::from_raw_os_error(failed));
    }
    // SAFETY: the call succeeded.
    Ok(unsafe { set.assume_init() })
}

fn pending() -> io::Result<libc::sigset_t> {
    let mut set = MaybeUninit::uninit();
    // SAFETY: the set is writable, and written whole where the call succeeds.
    unsafe {
        checked(libc::sigpending(set.as_mut_ptr()))?;
        Ok(set.assume_init())
    }
}

fn is_in(set: &libc::sigset_t, signal: i32) -> bool {
    // SAFETY: the set is initialised; a number that is no signal's gives an error.
    unsafe { libc::sigismember(set, signal) == 1 }
}

fn action(signal: i32) -> io::Result<libc::sigaction> {
    let mut action = MaybeUninit::uninit();
    // SAFETY: without a new action nothing changes; the old one is written whole where the call succeeds.
    unsafe {
        checked(libc::sigaction(signal, ptr::null(), action.as_mut_ptr()))?;
        Ok(action.assume_init())
    }
}

fn set_action(signal: i32, action: &libc::sigaction) -> io::Result<()> {
    // SAFETY: the action is one that was in force, or ignores: any handler it names is still part of the program.
    unsafe { checked(libc::sigaction(signal, action, ptr::null_mut())) }
}

/// Stops the three interval timers.
pub(super) fn stop_timers() -> io::Result<()> {
    const STOPPED: libc::timeval = libc::timeval {
        tv_sec: 0,
        tv_usec: 0,
    };
    let stopped = libc::itimerval {
        it_interval: STOPPED,
        it_value: STOPPED,
    };
    for timer in [libc::ITIMER_REAL, libc::ITIMER_VIRTUAL, libc::ITIMER_PROF] {
        // SAFETY: the value is initialised; nobody wants the old one.
        unsafe { checked(libc::setitimer(timer, &raw const stopped, ptr::null_mut()))? };
    }
    Ok(())
}

/// Puts C's locale back to what every program starts with.
pub(super) fn reset_locale() -> io::Result<()> {
    // SAFETY: the name ends in NUL; no other thread uses the locale, since no run is under way.
    let set = unsafe { libc::setlocale(libc::LC_ALL, c"C".as_ptr()) };
    if set.is_null() {
        return Err(io::Error::other("there is no locale C"));
    }
    Ok(())
}

/// Replaces the environment. Nothing else may look at it meanwhile: the caller knows that no run is under way.
pub(super) fn set_environment(variables: &[(CString, CString)]) -> io::Result<()> {
    // SAFETY: no thread that a run started is left, and those that were there before do not read the environment; the
    // strings end in NUL, and are copied.
    unsafe {
        checked(libc::clearenv())?;
        for (name, value) in variables {
            checked(libc::setenv(name.as_ptr(), value.as_ptr(), 1))?;
        }
        // C keeps what it made of `TZ`.
        tzset();
    }
    Ok(())
}

/// Returns the number of the process group, 0 for one outside of this process's PID namespace: rustix takes that for
/// impossible.
pub(super) fn process_group() -> i32 {
    // SAFETY: the call has no preconditions and cannot fail.
    unsafe { libc::getpgrp() }
}

/// Returns the number of the session, 0 for one outside of this process's PID namespace.
pub(super) fn session() -> i32 {
    // SAFETY: the call has no preconditions; asked about this very process it cannot fail.
    unsafe { libc::getsid(0) }
}

/// Looks at what `number` stands for among the descriptors, if anything: nothing gives EBADF.
pub(super) fn with_descriptor<R>(number: i32, look: impl FnOnce(BorrowedFd<'_>) -> R) -> R {
    // SAFETY: the number is no -1, and the borrow ends here, while no other thread closes descriptors. Where nothing is
    // open under the number, the system says so.
    look(unsafe { BorrowedFd::borrow_raw(number) })
}

/// Closes the descriptor `number`, which a run left open.
pub(super) fn close_descriptor(number: i32) {
    // SAFETY: whoever opened it has ended: it was not open before the run, and nothing of the run is left.
    unsafe { libc::close(number) };
}

fn checked(returned: i32) -> io::Result<()> {
    if returned < 0 {
        return Err(io::Error::last_os_error());
    }
    Ok(())
}
