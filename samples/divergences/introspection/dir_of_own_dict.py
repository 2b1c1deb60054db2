"""dir() does not ask an object for its own __dict__

provenance: Lib/test/test_builtin.py test_dir
"""


class Odd:
    @property
    def __dict__(self):
        return {"x": 1}


print("x" in dir(Odd()))
