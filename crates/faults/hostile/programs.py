# status 0
import glob
import mmap
import os
import sys

from attempt import attempt

attempt("a shell", os.execv, "/bin/sh", ["sh"])
attempt("python3", os.execv, sys.executable, ["python3"])
for loader in glob.glob("/lib64/ld-linux-*"):
    attempt("the loader", os.execv, loader, ["ld", "/bin/sh"])
attempt("itself", os.execv, __file__, [__file__])
with open("/tmp/script", "w") as script:
    script.write("#!/bin/sh\n")
attempt("make it a program", os.chmod, "/tmp/script", 0o777)
attempt("a program of its own", os.execv, "/tmp/script", ["script"])
attempt("an open file", os.execve, os.open(__file__, os.O_RDONLY), ["x"], {})
attempt("the descriptor of the guest", os.dup2, 0, 960)
attempt("map a program of its own", mmap.mmap, os.open("/tmp/script", os.O_RDONLY), 10, mmap.MAP_PRIVATE, mmap.PROT_EXEC)
