"""A repr that raises panics behind a staticmethod

provenance: devdanzin/rustpython-findings RUSTPY-0009
ends: 126
"""


class Shy:
    def __repr__(self):
        raise ValueError


try:
    repr(staticmethod(Shy()))
except ValueError as error:
    print(type(error).__name__)
