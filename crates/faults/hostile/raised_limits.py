# status 0
import os
import resource

from attempt import attempt

for name in ["RLIMIT_NOFILE", "RLIMIT_NPROC", "RLIMIT_FSIZE", "RLIMIT_CORE", "RLIMIT_DATA"]:
    try:
        resource.setrlimit(getattr(resource, name), (-1, -1))
        print(name, "SUCCEEDED")
    except (ValueError, OSError):
        print(name, "stays")
attempt("be nicer to itself", os.setpriority, os.PRIO_PROCESS, 0, -5)
attempt("be root", os.setuid, 0)
attempt("be in root's group", os.setgid, 0)
attempt("be in other groups", os.setgroups, [0])
