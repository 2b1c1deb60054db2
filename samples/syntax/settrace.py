"""Construct: sys.settrace calls a function at calls, lines, returns and exceptions."""

import sys

events = []


def tracer(frame, event, argument):
    if frame.f_code.co_name == "skipped":
        return None
    line = frame.f_lineno - frame.f_code.co_firstlineno
    shown = argument[0].__name__ if event == "exception" else argument
    events.append(f"{frame.f_code.co_name}+{line} {event} {shown}")
    return tracer


def skipped(n):
    return n + 1


def work(items):
    total = 0
    for item in items:
        total += skipped(item)
    try:
        items[5]
    except IndexError:
        total = -total
    return total


sys.settrace(tracer)
result = work([1, 2])
sys.settrace(None)
print(result, *events, sep="\n")
print(work([7]), len(events), sys.gettrace())
