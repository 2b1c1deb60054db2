"""Construct: subscripts hand on slices, tuples and Ellipsis, for reading, writing and deleting."""


class Show:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


show, rest = Show(), (7, 8)
print(show[1:2], show[::], show[1:2, ..., None])
print(show["a":"b":"c"], show[()], show[1,], show[*rest, 9])
show[:, -1] = show[0] = "value"
del show[1:2:3], show[...]
numbers = list(range(10))
print(numbers[8:2:-2], numbers[-3:], numbers[5:2])
print(numbers[100:], numbers[::-4], numbers[slice(None, 3)])
numbers[2:5] = "ab"
numbers[::4] = [0, 0, 0]
del numbers[::3], numbers[-1:]
print(numbers, slice(1, None, 2).indices(5), slice(-1, -9, -1).indices(4))
print("abcdef"[4:1:-1], b"abc"[::-1], range(20)[3:15:4])
print(slice(1, 2) == slice(1, 2, None), slice(1, 2) < slice(1, 3))
print(slice("a").stop, (1, 2, 3)[True:], [0, 1][False])
for action in (lambda: numbers.__setitem__(slice(0, 4, 2), [1]), lambda: [][::0],
               lambda: numbers["0"], lambda: hash(slice(1)) == hash(slice(1)),
               lambda: numbers[1.0:], lambda: (1,)[5], lambda: numbers.__setitem__(slice(0, 1), 5)):
    try:
        print(action())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__)
