"""Construct: throw raises an exception at the yield at which a generator waits."""


def worker():
    handled = []
    while True:
        try:
            yield list(handled)
        except ValueError as error:
            handled.append((type(error).__name__, *error.args))
        except KeyError:
            handled.append("key")
            yield "extra"
        finally:
            handled.append("f")


def stops():
    try:
        yield 1
    except RuntimeError:
        return "stopped"


work = worker()
print(next(work), work.throw(ValueError(1, 2)), work.throw(KeyError("k")), next(work))
for make, thrown in ((worker, OSError), (stops, RuntimeError), (stops, StopIteration("mine"))):
    generator = make()
    next(generator)
    try:
        generator.throw(thrown)
    except Exception as error:
        print(type(error).__name__, error.args == ("stopped",), type(error.__cause__).__name__)
    print(next(generator, "exhausted"))
