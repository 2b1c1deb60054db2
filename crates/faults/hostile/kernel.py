# status 0
import os

from attempt import attempt_calls

host = os.getppid()
attempt_calls(
    ptrace=(16, host, 0, 0),
    process_vm_readv=(host, 0, 0, 0, 0, 0),
    process_vm_writev=(host, 0, 0, 0, 0, 0),
    pidfd_getfd=(0, 0, 0),
    mount=(0, 0, 0, 0, 0),
    umount2=(0, 0),
    pivot_root=(0, 0),
    chroot=(0,),
    unshare=(0x10000000,),
    setns=(0, 0),
    open_by_handle_at=(0, 0, 0),
    add_key=(0, 0, 0, 0, 0),
    request_key=(0, 0, 0, 0),
    keyctl=(0, 0, 0, 0, 0),
    io_uring_setup=(1, 0),
    userfaultfd=(0,),
    bpf=(0, 0, 0),
    perf_event_open=(0, 0, 0, 0, 0),
    seccomp=(0, 0, 0),
    landlock_create_ruleset=(0, 0, 1),
    init_module=(0, 0, 0),
    swapon=(0, 0),
    reboot=(0, 0, 0, 0),
    settimeofday=(0, 0),
)
