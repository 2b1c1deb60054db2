"""A function needs another depth of stack

provenance: own campaign
"""


def nothing(first, second=1):
    pass


print(nothing.__code__.co_stacksize)
