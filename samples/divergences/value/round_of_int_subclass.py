"""round() of an object that derives from int keeps its class

provenance: RustPython/RustPython#8511
"""


class Metres(int):
    pass


print(type(round(Metres(3))).__name__, type(round(True)).__name__)
