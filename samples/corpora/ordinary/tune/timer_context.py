from contextlib import contextmanager


class Indenter:
    def __init__(self):
        self.level = -1

    def __enter__(self):
        self.level += 1
        return self

    def __exit__(self, *exc):
        self.level -= 1
        return False

    def print(self, text):
        print("    " * self.level + text)


@contextmanager
def transaction(store):
    backup = dict(store)
    try:
        yield store
    except KeyError as error:
        store.clear()
        store.update(backup)
        print("rolled back because of", error)
    else:
        print("committed")
    finally:
        print("done")


with Indenter() as indent:
    indent.print("hello")
    with indent:
        indent.print("inner")
        with indent:
            indent.print("innermost")
    indent.print("back")

store = {"a": 1}
with transaction(store) as s:
    s["b"] = 2
print(store)
with transaction(store) as s:
    s["c"] = 3
    s["d"] = s["missing"]
print(store)
