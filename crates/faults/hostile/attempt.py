"""What the other programs have in common: they try something, and say what came of it. It also shows that an isolated program
may import what is beside it."""

import ctypes
import errno

# The numbers of x86-64.
CALLS = {
    "fork": 57,
    "vfork": 58,
    "ptrace": 101,
    "pivot_root": 155,
    "chroot": 161,
    "settimeofday": 164,
    "mount": 165,
    "umount2": 166,
    "swapon": 167,
    "reboot": 169,
    "init_module": 175,
    "add_key": 248,
    "request_key": 249,
    "keyctl": 250,
    "unshare": 272,
    "perf_event_open": 298,
    "open_by_handle_at": 304,
    "setns": 308,
    "process_vm_readv": 310,
    "process_vm_writev": 311,
    "seccomp": 317,
    "memfd_create": 319,
    "bpf": 321,
    "userfaultfd": 323,
    "io_uring_setup": 425,
    "pidfd_open": 434,
    "clone3": 435,
    "pidfd_getfd": 438,
    "landlock_create_ruleset": 444,
    "memfd_secret": 447,
}

# The ways in which the system says no: by rights, since it is mounted to be read, since it is not there at all.
REFUSED = {
    errno.EACCES,
    errno.EBADF,
    errno.ENOENT,
    errno.ENOSYS,
    errno.EPERM,
    errno.EROFS,
    errno.EXDEV,
}

libc = ctypes.CDLL(None, use_errno=True)


def attempt(what, call, *arguments):
    """Says what becomes of a call."""
    try:
        came = call(*arguments)
    except OSError as error:
        came = "refused" if error.errno in REFUSED else errno.errorcode[error.errno]
    print(f"{what}: {came}", flush=True)


def system_call(name, *arguments):
    """Makes a system call, whatever Python has for it."""
    returned = libc.syscall(ctypes.c_long(CALLS[name]), *map(ctypes.c_long, arguments))
    if returned < 0:
        raise OSError(ctypes.get_errno(), name)
    return f"returned {returned}"


def attempt_calls(**calls):
    """Says what becomes of system calls, each with its arguments."""
    for name, arguments in calls.items():
        attempt(name, system_call, name, *arguments)
