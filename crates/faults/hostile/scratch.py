# status 0
# There is a folder to write to. What it holds has an end.
import errno
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "note"), "w") as file:
        file.write("kept for a while")
    with open(file.name) as file:
        print(file.read())
print(os.listdir(tempfile.gettempdir()))


def fill(count, size):
    try:
        for number in range(count):
            with open(f"{tempfile.gettempdir()}/{number}", "wb", buffering=0) as file:
                left = size
                while left > 0:
                    left -= file.write(b"x" * min(left, 1 << 20))
        return "never"
    except OSError as error:
        return errno.errorcode[error.errno]


print("one file is full:", fill(1, 1 << 30))
print("many are full:", fill(10, 4 << 20))
print("there are no more:", fill(1 << 20, 0))
