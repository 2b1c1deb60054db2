"""dict.fromkeys hashes the keys of a dictionary once more

provenance: RustPython/RustPython#8503
"""


class Key:
    count = 0

    def __hash__(self):
        Key.count += 1
        return 1


keys = {Key(): "value"}
dict.fromkeys(keys)
print(Key.count)
