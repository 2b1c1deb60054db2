"""Construct: ExitStack holds a changing number of context managers."""

from contextlib import ExitStack, contextmanager

log = []


@contextmanager
def step(name, swallow=False):
    log.append(f"+{name}")
    try:
        yield name
    except ValueError:
        log.append(f"!{name}")
        if not swallow:
            raise
    finally:
        log.append(f"-{name}")


def replace(kind, error, traceback):
    log.append(kind and kind.__name__)
    if kind is KeyError:
        raise ValueError


with ExitStack() as stack:
    names = [stack.enter_context(step(name, swallow=name == "a")) for name in "abc"]
    stack.push(replace)
    stack.callback(log.append, "callback")
    stack.push(lambda *details: log.append(len(details)))
    raise KeyError
print(names, log)
log.clear()
with ExitStack() as stack:
    stack.enter_context(step("kept"))
    later = stack.pop_all()
print(log, later.close(), log, later.close())
