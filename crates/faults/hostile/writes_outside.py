# status 0
import os
import sys

from attempt import attempt

here = os.path.dirname(os.path.abspath(__file__))
for what, file in [
    ("beside it", os.path.join(here, "new.py")),
    ("over itself", __file__),
    ("over a library", os.__file__),
    ("into the root", "/new"),
    ("into the working folder", "new"),
    ("into /etc", "/etc/passwd"),
    ("into /dev", "/dev/new"),
    ("into the user's folder", os.path.join("/", "root", ".profile")),
    ("into shared memory", "/dev/shm/new"),
]:
    attempt(what, open, file, "a")
attempt("remove itself", os.remove, __file__)
attempt("rename itself", os.rename, __file__, "/tmp/other")
attempt("link itself", os.link, __file__, "/tmp/other")
attempt("change itself", os.chmod, __file__, 0o777)
attempt("touch itself", os.utime, __file__)
attempt("own itself", os.chown, __file__, 0, 0)
attempt("touch what is read", os.utime, 0)
attempt("change what is read", os.chmod, 0, 0o777)
attempt("write to what is read", os.write, 0, b"x")
attempt("make a device", os.mknod, "/tmp/device", 0o20666, os.makedev(1, 1))
attempt("make a pipe with a name", os.mkfifo, "/tmp/pipe")
