"""A function is compiled to other bytecode

provenance: own campaign
"""


def one():
    return 1


print(one.__code__.co_code.hex())
