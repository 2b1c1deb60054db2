"""A class body has further names of its own

provenance: own campaign
"""


class Point:
    x = 1
    names = sorted(locals())


print(Point.names)
