name, count, price, ratio = "widget", 42, 1234.5678, 0.375
print(f"{name:>12}|{name:<12}|{name:^12}|{name:*^12}")
print(f"{count:5d}|{count:<5d}|{count:05d}|{count:+d}|{-count:+d}|{count: d}")
print(f"{price:.2f}|{price:10.1f}|{price:,.2f}|{price:e}|{price:.3g}|{price:012.3f}")
print(f"{ratio:%}|{ratio:.1%}|{ratio:8.0%}|{1 / 3:.5f}")
print(f"{count:b}|{count:o}|{count:x}|{count:#X}|{count:c}")
print(f"{name!r}|{name!s:>8}|{'é'!a}")
print(f"{count = }, {price = :.1f}, {name.upper() = }")
width, precision = 10, 3
print(f"{price:{width}.{precision}f}|{name:{'<'}{width}}|")
print("{} {} {}".format(1, "two", 3.0), "{2}{1}{0}".format("c", "b", "a"))
print("{person[name]} is {person[age]}".format(person={"name": "Kim", "age": 30}))
print("{0.real} {0.imag}".format(3 + 4j))
print("%s|%5s|%-5s|%r" % ("a", "b", "c", "d"))
print("%d|%5d|%-5d|%05d|%x|%o" % (7, 7, 7, 7, 255, 8))
print("%f|%.2f|%8.3f|%e|%g" % (3.14159, 3.14159, 3.14159, 31415.9, 0.0001))
print("%(key)s=%(value)d%%" % {"key": "load", "value": 85})
print(str(1.0), repr(0.1 + 0.2), 1e16, 1e-5, 123456789.123, float("inf"), -0.0)
print(str(True), None, [1, "a", 2.5], (1,), {"k": [None]})
rows = [("apple", 3, 1.5), ("kiwi", 12, 0.25), ("watermelon", 1, 7.0)]
for fruit, n, cost in rows:
    print(f"{fruit:.<15}{n:>4} x {cost:>6.2f} = {n * cost:>8.2f}")
print("=" * 37)
print(f"{'total':.<15}{sum(n for _, n, _ in rows):>4} {'':>10}{sum(n * c for _, n, c in rows):>8.2f}")
