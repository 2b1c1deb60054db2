# Runs a command and writes the largest resident set that it had, in bytes, to a file. It ends as the command ends.
#
# The kernel counts what a process held before it became the command as the command's: this one is small, and forks. It
# takes what os and signal are made of, since reading those would take as long as it takes to start.

import _signal as signal
import posix as os
import sys

report, *command = sys.argv[1:]
pid = os.fork()
if pid == 0:
    for number in (signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    try:
        os.execv(command[0], command)
    except OSError as error:
        print(error, file=sys.stderr, flush=True)
    finally:
        os._exit(127)
_, status, usage = os.wait4(pid, 0)
with open(report, "w") as file:
    file.write(str(usage.ru_maxrss << 10))
if os.WIFSIGNALED(status):
    number = os.WTERMSIG(status)
    if number != signal.SIGKILL:
        signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
os._exit(os.WEXITSTATUS(status))
