"""Construct: frames show the calls that are under way, with code, line and variables."""

import inspect
import sys


def where(depth):
    frame = sys._getframe(depth)
    line = frame.f_lineno - frame.f_code.co_firstlineno
    return frame.f_code.co_name, line, sorted(frame.f_locals)


def outer(value):
    doubled = value * 2
    return middle(doubled)


def middle(argument):
    found = where(0), where(1), where(2)
    names = [frame.function for frame in inspect.stack(0)]
    return found, names, sys._getframe().f_back.f_locals["doubled"]


def failing():
    return 1 / 0


def generator():
    yield sys._getframe()


print(*outer(4), sep="\n")
try:
    failing()
except ZeroDivisionError as error:
    trace = error.__traceback__.tb_next
    print(trace.tb_frame.f_code.co_name, trace.tb_frame.f_locals)
    print(trace.tb_lineno - trace.tb_frame.f_code.co_firstlineno)
made = generator()
print(next(made) is made.gi_frame, made.gi_frame.f_back is None)
print(sys._getframe().f_code.co_name, sys._getframe().f_back is None)
print(sys._getframe().f_globals is globals())
print(type(sys._getframe()).__name__, inspect.currentframe().f_trace)
