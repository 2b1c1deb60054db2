"""Construct: a coroutine object has send, throw, close and a state of its own."""

import collections.abc
import inspect
import types


@types.coroutine
def pause(value):
    got = yield value
    return got


async def work():
    try:
        return [await pause("one"), await pause("two")]
    finally:
        print("cleaned up")


first, second, third = work(), work(), work()
print(inspect.getcoroutinestate(first), first.send(None), inspect.getcoroutinestate(first))
print(first.send("a"), first.cr_await is not None)
print(first.cr_code.co_name, inspect.iscoroutinefunction(work))
try:
    first.send("b")
except StopIteration as stop:
    print(stop.value, inspect.getcoroutinestate(first))
    print(isinstance(first, collections.abc.Coroutine))
print(second.send(None), second.close(), third.close(), inspect.getcoroutinestate(third))
for action in (lambda: first.send(None), lambda: iter(second), lambda: next(third)):
    try:
        action()
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__)
print(list(pause(1)), hasattr(second, "__next__"), second.__await__() is second)
