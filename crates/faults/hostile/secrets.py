# status 0
import os
import pathlib

from attempt import attempt

ROOTS = pathlib.Path("/", "root")
ALLOWED = {"LANG", "LC_ALL", "PATH", "PYTHONHASHSEED", "TMPDIR", "TZ"}
print("variables:", sorted(set(os.environ) - ALLOWED))
for what, file in [
    ("its host's variables", f"/proc/{os.getppid()}/environ"),
    ("the first process's variables", "/proc/1/environ"),
    ("its own variables", "/proc/self/environ"),
    ("its own memory", "/proc/self/mem"),
    ("passwords", "/etc/shadow"),
    ("users", "/etc/passwd"),
    ("a key", ROOTS / ".ssh" / "id_ed25519"),
    ("a history", ROOTS / ".bash_history"),
    ("the log", "/var/log/syslog"),
    ("the kernel's notes", "/sys/kernel/notes"),
    ("the machine's memory", "/dev/mem"),
    ("a disk", "/dev/sda"),
    ("the terminal", "/dev/tty"),
    ("what is beside it and no module", __file__.replace(".py", ".expected")),
]:
    attempt(what, open, file)
