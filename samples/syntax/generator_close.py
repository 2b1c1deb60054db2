"""Construct: close ends a generator with GeneratorExit at the yield where it waits."""

log = []


def resource(name):
    log.append(f"open {name}")
    try:
        while True:
            yield name
    except GeneratorExit:
        log.append(f"exit {name}")
        raise
    finally:
        log.append(f"close {name}")


def stubborn():
    try:
        yield
    except GeneratorExit:
        yield "stays"


outer = (value.upper() for value in resource("inner"))
never, one = resource("never"), resource("one")
print(next(one), next(outer), one.close(), never.close(), next(one, "ended"), next(never, "ended"))
outer.close()
del outer
print(*log, sep="; ")
holdout = stubborn()
next(holdout)
for _ in range(2):
    try:
        print(holdout.close())
    except RuntimeError as error:
        print(type(error).__name__)
