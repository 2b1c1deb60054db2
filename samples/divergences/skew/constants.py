"""The constants of a function come in another order

provenance: own campaign
"""


def pair():
    "Returns a pair."
    numbers = (1, 2)
    return numbers, "a" "b", 1 + 2


print(pair.__code__.co_consts)
