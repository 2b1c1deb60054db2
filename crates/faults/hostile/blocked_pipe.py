# status 124 --timeout 2s
import os

_, write = os.pipe()
while True:
    os.write(write, b"x" * 4096)
