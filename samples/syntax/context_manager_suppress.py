"""Construct: with calls __enter__ and __exit__, which may end an exception."""

log = []


class Manager:
    def __init__(self, name, swallow=(), fail=False):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        log.append(f"+{self.name}")
        if self.fail:
            raise RuntimeError
        return self.name

    def __exit__(self, kind, error, traceback):
        log.append(f"-{self.name} {kind and kind.__name__} {traceback is not None}")
        return kind is not None and issubclass(kind, self.swallow)


def run(*managers, action=lambda: "done"):
    log.clear()
    try:
        with managers[0] as a, (managers[1]) as b:
            log.append(a + b)
            return action(), log
        return "swallowed", log
    except Exception as error:
        return type(error).__name__, type(error.__context__).__name__, log


M = Manager
print(run(M("a"), M("b")))
print(run(M("a"), M("b", swallow=ZeroDivisionError), action=lambda: 1 / 0))
print(run(M("a", swallow=LookupError), M("b", swallow=OSError), action=lambda: {}[0]))
print(run(M("a"), M("b", fail=True)), run(M("a", fail=True), M("b")), sep="\n")
print(run(M("a"), object()), run(5, 6), sep="\n")
