"""Construct: add_note puts notes of the program onto an exception."""

import traceback


class Own(Exception):
    def __str__(self):
        return "own text"


def fail(depth):
    try:
        if not depth:
            raise Own
        fail(depth - 1)
    except Own as error:
        error.add_note(f"passed level {depth}")
        raise


try:
    fail(2)
except Own as error:
    print(error.__notes__, hasattr(Own(), "__notes__"), str(error))
    error.__notes__.append("appended by hand\nin two lines")
    print("".join(traceback.format_exception_only(error)), end="")
    error.__notes__ = "no list"
    for note in (5, None, b"bytes", "text"):
        try:
            error.add_note(note)
        except TypeError as refused:
            print(note, type(refused).__name__)
    del error.__notes__
    error.add_note("")
    print(error.__notes__)
