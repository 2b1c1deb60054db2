//! Calls that are allowed with some arguments only.

use libc::{c_int, c_long};
use seccompiler::{BackendError, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompRule};

use super::Rules;
use crate::limits::DESCRIPTORS;

/// What descriptors may be asked for. Not who is sent a signal when something can be read: that may be another process.
const FCNTL: [c_int; 12] = [
    libc::F_DUPFD,
    libc::F_DUPFD_CLOEXEC,
    libc::F_GETFD,
    libc::F_SETFD,
    libc::F_GETFL,
    libc::F_SETFL,
    libc::F_GETLK,
    libc::F_SETLK,
    libc::F_SETLKW,
    libc::F_OFD_GETLK,
    libc::F_OFD_SETLK,
    libc::F_GETPIPE_SZ,
];

/// What devices may be asked for: whether it is a terminal and of what size, and how descriptors behave. Typing into a terminal
/// is not among it.
const IOCTL: [libc::Ioctl; 6] = [
    libc::TCGETS,
    libc::TIOCGWINSZ,
    libc::FIONREAD,
    libc::FIONBIO,
    libc::FIOCLEX,
    libc::FIONCLEX,
];

/// What a process may say of itself: how its threads and its memory are called.
const PRCTL: [c_int; 5] = [
    libc::PR_GET_PDEATHSIG,
    libc::PR_SET_NAME,
    libc::PR_GET_NAME,
    libc::PR_GET_DUMPABLE,
    libc::PR_SET_VMA,
];

/// What would make a new thread a process, or move it to another namespace.
const NAMESPACES: c_int = libc::CLONE_NEWNS
    | libc::CLONE_NEWCGROUP
    | libc::CLONE_NEWUTS
    | libc::CLONE_NEWIPC
    | libc::CLONE_NEWUSER
    | libc::CLONE_NEWPID
    | libc::CLONE_NEWNET;

/// The kinds of mappings, of which one is private.
const MAP_TYPE: c_int = 0xf;

/// Which bits of an argument are looked at, and what they are to be.
struct Bits {
    argument: u8,
    mask: c_int,
    value: c_int,
}

/// Returns the rules for the process `pid`.
pub(super) fn rules(pid: u32) -> Result<Rules, BackendError> {
    let own = pid.cast_signed();
    let ioctl = IOCTL.map(|request| is(1, c_int::try_from(request).unwrap_or(-1)));
    let mut rules = Rules::from([
        (
            libc::SYS_fcntl,
            one_of(&FCNTL.map(|command| is(1, command)))?,
        ),
        (libc::SYS_ioctl, one_of(&ioctl)?),
        (libc::SYS_prctl, one_of(&PRCTL.map(|option| is(0, option)))?),
        // Signals to itself alone. Its number is no other's while it is there.
        (libc::SYS_kill, one_of(&[is(0, own)])?),
        (libc::SYS_tgkill, one_of(&[is(0, own)])?),
        (libc::SYS_rt_sigqueueinfo, one_of(&[is(0, own)])?),
        (libc::SYS_prlimit64, one_of(&[is(0, 0), is(0, own)])?),
    ]);
    // And that it ends with its host, not that it does not.
    let ends = both(&is(0, libc::PR_SET_PDEATHSIG), &is(1, libc::SIGKILL))?;
    rules.entry(libc::SYS_prctl).or_default().push(ends);
    rules.extend(memory()?);
    rules.extend(processes()?);
    rules.extend([(
        libc::SYS_socketpair,
        vec![both(
            &is(0, libc::AF_UNIX),
            // A datagram can be sent to any socket that has a name.
            &bits(
                1,
                !(libc::SOCK_CLOEXEC | libc::SOCK_NONBLOCK),
                libc::SOCK_STREAM,
            ),
        )?],
    )]);
    rules.extend([(libc::SYS_utimensat, times()?)]);
    Ok(rules)
}

/// Memory is the process's own: what is shared with nobody by no name would count as nobody's, and so not be limited. Neither
/// would be what grows like a stack.
fn memory() -> Result<[(c_long, Vec<SeccompRule>); 1], BackendError> {
    let no_stack = bits(3, libc::MAP_GROWSDOWN, 0);
    let of_a_file = bits(3, libc::MAP_ANONYMOUS, 0);
    let private = bits(3, MAP_TYPE, libc::MAP_PRIVATE);
    let rules = vec![both(&no_stack, &of_a_file)?, both(&no_stack, &private)?];
    Ok([(libc::SYS_mmap, rules)])
}

/// Threads, but no processes; and one program: the guest, once, under a number that no descriptor has afterwards.
fn processes() -> Result<[(c_long, Vec<SeccompRule>); 2], BackendError> {
    let thread = bits(0, libc::CLONE_THREAD | NAMESPACES, libc::CLONE_THREAD);
    let guest = both(
        &is(0, DESCRIPTORS.cast_signed()),
        &is(4, libc::AT_EMPTY_PATH),
    )?;
    Ok([
        (libc::SYS_clone, one_of(&[thread])?),
        (libc::SYS_execveat, vec![guest]),
    ])
}

/// The times of files by their names: one that came open may be the host's.
fn times() -> Result<Vec<SeccompRule>, BackendError> {
    let named = SeccompCondition::new(1, SeccompCmpArgLen::Qword, SeccompCmpOp::Ne, 0)?;
    let flags = condition(&bits(3, !libc::AT_SYMLINK_NOFOLLOW, 0))?;
    Ok(vec![SeccompRule::new(vec![named, flags])?])
}

fn is(argument: u8, value: c_int) -> Bits {
    bits(argument, -1, value)
}

fn bits(argument: u8, mask: c_int, value: c_int) -> Bits {
    Bits {
        argument,
        mask,
        value,
    }
}

/// Returns rules of which one has to hold.
fn one_of(alternatives: &[Bits]) -> Result<Vec<SeccompRule>, BackendError> {
    let rule = |bits| SeccompRule::new(vec![condition(bits)?]);
    alternatives.iter().map(rule).collect()
}

fn both(one: &Bits, other: &Bits) -> Result<SeccompRule, BackendError> {
    SeccompRule::new(vec![condition(one)?, condition(other)?])
}

fn condition(bits: &Bits) -> Result<SeccompCondition, BackendError> {
    let unsigned = |number: c_int| u64::from(number.cast_unsigned());
    let masked = SeccompCmpOp::MaskedEq(unsigned(bits.mask));
    SeccompCondition::new(
        bits.argument,
        SeccompCmpArgLen::Dword,
        masked,
        unsigned(bits.value),
    )
}
