"""An addition in place that has met numbers makes a new list of a list

provenance: own campaign
"""


def extend(target, more):
    target += more


for number in range(100):
    extend(number, 1)
items = [1]
extend(items, [2])
print(items)
