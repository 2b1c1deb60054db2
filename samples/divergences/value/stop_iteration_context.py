"""The error of a generator that raises StopIteration has no context

provenance: RustPython/RustPython#7731
"""


def numbers():
    raise StopIteration("done")
    yield


try:
    next(numbers())
except RuntimeError as error:
    print(repr(error.__cause__), repr(error.__context__))
