# status 0
import errno
import os

print([number for number in range(3, 900) if os.path.exists(f"/proc/self/fd/{number}")])
inherited = []
for number in range(3, 900):
    try:
        os.fstat(number)
        inherited.append(number)
    except OSError:
        pass
print(inherited)
opened = []
try:
    while True:
        opened.append(os.open("/dev/null", os.O_RDONLY))
except OSError as error:
    print(errno.errorcode[error.errno], len(opened) < 1000)
