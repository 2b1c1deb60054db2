"""Construct: sys.setprofile calls a function at calls and returns, also of builtins."""

import sys

events = []


def profiler(frame, event, argument):
    name = argument.__name__ if event.startswith("c_") else frame.f_code.co_name
    events.append((event, name, argument if event == "return" else None))


def numbers():
    yield 1
    yield 2


def work(text):
    size = len(text)
    try:
        int(text)
    except ValueError:
        size += sum(numbers())
    return size


sys.setprofile(profiler)
work("abc")
sys.setprofile(None)
print(*events, sep="\n")
print(sys.getprofile(), work("12"), len(events))
