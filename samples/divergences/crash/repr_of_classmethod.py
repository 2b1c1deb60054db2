"""A repr that raises panics behind a classmethod

provenance: devdanzin/rustpython-findings RUSTPY-0011
ends: 126
"""


class Shy:
    def __repr__(self):
        raise ValueError


try:
    repr(classmethod(Shy()))
except ValueError as error:
    print(type(error).__name__)
