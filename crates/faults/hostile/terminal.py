# status 0
import fcntl
import sys

from attempt import attempt

TIOCSTI, TIOCLINUX, TIOCCONS, TIOCNOTTY = 0x5412, 0x541C, 0x541D, 0x5422
for name, request in [("type", TIOCSTI), ("paste", TIOCLINUX), ("take", TIOCCONS), ("leave", TIOCNOTTY)]:
    attempt(name, fcntl.ioctl, 0, request, b"x")
print(sys.stdin.isatty())
