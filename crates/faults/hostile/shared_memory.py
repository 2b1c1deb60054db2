# status 0 --memory 256MiB
# Memory that is shared with nobody would not count against the limit.
import mmap

from attempt import attempt, attempt_calls

attempt("shared", mmap.mmap, -1, 1 << 20)
private = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
attempt("like a stack", mmap.mmap, -1, 1 << 20, private | 0x100)
attempt_calls(memfd_create=(0, 0), memfd_secret=(0,))
try:
    mmap.mmap(-1, 1 << 30, private)
except OSError as error:
    print(error.strerror)
try:
    # Memory that is only read costs tables of pages.
    mmap.mmap(-1, 1 << 40, private | 0x4000, mmap.PROT_READ)
except OSError as error:
    print(error.strerror)
