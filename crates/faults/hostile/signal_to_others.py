# status 0
import ctypes
import fcntl
import os
import signal

from attempt import attempt, attempt_calls, libc

host = os.getppid()


def prctl(*arguments):
    """Has the kernel know how the process is to be treated."""
    if libc.prctl(*arguments):
        raise OSError(ctypes.get_errno(), "prctl")


attempt("kill the host", os.kill, host, signal.SIGKILL)
attempt("kill the first process", os.kill, 1, signal.SIGKILL)
attempt("kill all", os.kill, -1, signal.SIGKILL)
attempt("kill its group", os.killpg, 0, signal.SIGKILL)
attempt("kill the host's group", os.killpg, os.getpgid(host) if host else 1, signal.SIGKILL)
attempt_calls(pidfd_open=(1, 0))
attempt("outlive its host", prctl, 1, 0)
attempt("leave the group", os.setpgid, 0, 0)
attempt("leave the session", os.setsid)
attempt("have others told of a pipe", fcntl.fcntl, os.pipe()[0], fcntl.F_SETOWN, 1)
