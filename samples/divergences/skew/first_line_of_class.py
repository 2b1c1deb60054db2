"""A class remembers its first line and the attributes that its methods set

provenance: own campaign
"""


class Point:
    def __init__(self):
        self.x = 1


print(sorted(vars(Point)))
