"""A set made of a set hashes its elements once more

provenance: RustPython/RustPython#8491
"""


class Key:
    count = 0

    def __hash__(self):
        Key.count += 1
        return 1


keys = {Key()}
set(keys)
print(Key.count)
