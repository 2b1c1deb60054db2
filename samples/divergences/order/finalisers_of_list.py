"""The objects of a list are finalised from the first to the last

provenance: own campaign
"""


class Guest:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "leaves")


guests = [Guest("first"), Guest("second"), Guest("third")]
del guests
