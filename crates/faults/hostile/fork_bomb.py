# status 0
import multiprocessing
import os
import subprocess
import sys

from attempt import attempt, attempt_calls

attempt("os.fork", os.fork)
attempt("subprocess", subprocess.run, ["/bin/true"])
attempt("shell", subprocess.getoutput, "true")
attempt("posix_spawn", os.posix_spawn, sys.executable, ["python3"], {})
attempt("multiprocessing", multiprocessing.Process(target=print).start)
attempt_calls(fork=(), vfork=(), clone3=(0, 0))
