//! Which system calls are left: an allow-list, with conditions on arguments. Every other one fails with EPERM, as it does for a
//! user without the right, so that a program sees an exception and not its end.

mod conditional;
mod plain;

use std::collections::BTreeMap;

use anyhow::Context as _;
use libc::c_long;
use seccompiler::{
    BpfProgram, SeccompAction, SeccompFilter, SeccompRule, TargetArch, apply_filter,
};

/// Rules by the number of the system call. One without rules is allowed whatever its arguments.
type Rules = BTreeMap<c_long, Vec<SeccompRule>>;

/// Calls that libraries try first, and do without where the kernel is too old for them. Of the first the filter could not see
/// what is asked for: it stands in memory.
const UNKNOWN: [c_long; 4] = [
    libc::SYS_clone3,
    libc::SYS_openat2,
    libc::SYS_faccessat2,
    libc::SYS_fchmodat2,
];

/// Leaves no other system calls than those.
pub(crate) fn restrict() -> anyhow::Result<()> {
    let pid = std::process::id();
    let mut allowed: Rules = plain::CALLS
        .iter()
        .map(|call| (*call, Vec::new()))
        .collect();
    allowed.extend(conditional::rules(pid)?);
    let unknown: Rules = UNKNOWN.iter().map(|call| (*call, Vec::new())).collect();
    let (errors, otherwise) = (SeccompAction::Errno, SeccompAction::Allow);
    // The second forbids to put on another, and leaves to the first what the first says is unknown.
    for (rules, mismatch, matched) in [
        (
            unknown.clone(),
            otherwise.clone(),
            errors(libc::ENOSYS.cast_unsigned()),
        ),
        (
            allowed.into_iter().chain(unknown).collect(),
            errors(libc::EPERM.cast_unsigned()),
            otherwise,
        ),
    ] {
        let filter = compiled(rules, mismatch, matched)?;
        apply_filter(&filter).context("the kernel takes no filter")?;
    }
    Ok(())
}

/// Returns the filter. The same call in another architecture's numbers ends the process.
fn compiled(
    rules: Rules,
    mismatch: SeccompAction,
    matched: SeccompAction,
) -> anyhow::Result<BpfProgram> {
    let here = TargetArch::try_from(std::env::consts::ARCH)
        .context("there is no filter for this processor")?;
    Ok(SeccompFilter::new(rules, mismatch, matched, here)?.try_into()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_reaches_other_processes_or_the_kernel_is_plain() {
        for call in [
            libc::SYS_bpf,
            libc::SYS_clone,
            libc::SYS_connect,
            libc::SYS_execve,
            libc::SYS_execveat,
            libc::SYS_io_uring_setup,
            libc::SYS_ioctl,
            libc::SYS_keyctl,
            libc::SYS_kill,
            libc::SYS_memfd_create,
            libc::SYS_mount,
            libc::SYS_perf_event_open,
            libc::SYS_pidfd_open,
            libc::SYS_process_vm_readv,
            libc::SYS_ptrace,
            libc::SYS_setpgid,
            libc::SYS_setsid,
            libc::SYS_socket,
            libc::SYS_unshare,
            libc::SYS_userfaultfd,
        ] {
            assert!(!plain::CALLS.contains(&call), "{call}");
        }
    }

    #[test]
    fn the_filters_compile() {
        let rules = conditional::rules(7).unwrap();
        assert!(compiled(rules, SeccompAction::Errno(1), SeccompAction::Allow).is_ok());
    }
}
