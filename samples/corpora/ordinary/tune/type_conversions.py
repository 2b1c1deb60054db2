print(int("42"), int(" 7 "), int("-13"), int(3.99), int(-3.99), int(True), int("0b101", 0), int("1_000"))
print(float("3.5"), float("1e3"), float("-inf"), float(7), float(" 2.0 "))
print(str(12), str(1.5), str(None), str([1, "a"]), str((1,)), str({"a": 1}), repr("it's"), repr('say "hi"'))
print(bool(0), bool(""), bool([]), bool("0"), bool([0]), bool(None), bool(0.0), bool("False"))
print(list("abc"), tuple([1, 2]), list({"a": 1, "b": 2}), dict([("x", 1), ("y", 2)]), list(range(3)))
print(sorted(set([3, 1, 2, 3])), list(enumerate("ab")), dict(enumerate("ab")))
print(chr(65), ord("z"), hex(255), oct(8), bin(5), format(5, "04b"), round(2.5), round(3.5), round(2.567, 1))
print(complex(1, 2), abs(complex(3, 4)), (1 + 2j) * (3 - 1j), divmod(17, 5), divmod(-17, 5), -17 // 5, -17 % 5)
print(7 / 2, 7 // 2, 2 ** 10, 2 ** -1, 10 % 3.5, 1e3 == 1000, 0.1 + 0.2 == 0.3)

VALUES = ["12", "4.5", "abc", "", "1e2", "0x1f", None, [1]]
for value in VALUES:
    try:
        number = int(value)
        kind = "int"
    except (ValueError, TypeError):
        try:
            number = float(value)
            kind = "float"
        except ValueError:
            number, kind = None, "text"
        except TypeError:
            number, kind = None, type(value).__name__
    print(f"{value!r:>8} {kind:<9}{number}")
print(isinstance(True, int), type(1) is type(True), type(1.0).__name__, type([]) == list)
print("5" * 3, [0] * 3, "a" + "b", [1] + [2], (1,) + (2,), 3 * "-")
