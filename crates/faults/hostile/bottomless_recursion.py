# status 1|125|139 --memory 256MiB --timeout 60s
import sys

sys.setrecursionlimit(1 << 30)


def deeper(depth):
    return deeper(depth + 1)


deeper(0)
