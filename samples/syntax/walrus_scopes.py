"""Construct: an assignment expression binds in the scope around a comprehension."""

data = [4, 8, 15, 16, 23, 42]
if (count := len(data)) > 5 and (last := data[-1]) == 42:
    print(count, last)
print([root for n in data if (root := n ** 0.5) == int(root)], root == 42 ** 0.5)
print(any((witness := n) % 5 == 0 for n in data), witness)
print((total := 5, total + 1), total)


def running(numbers):
    total = 0
    sums = [total := total + n for n in numbers]
    nested = [[(inner := n) for n in range(m)] for m in (1, 3)]
    keep = lambda: (own := 3) + own
    return sums, total, nested, inner, keep(), "own" in locals()


print(running(data))
chunks, position = [], 0
while chunk := data[position:(position := position + 4)]:
    chunks.append(chunk)
print(chunks, position, f"{(width := 6)}|{7:{width}}|{width:=+5}", (a := 1, b := 2), a + b)
for source in ("[i := 0 for i in x]", "(x := 1) = 2", "[y for z in (y := [1])]", "x := 1"):
    try:
        compile(source, "<made>", "exec")
        print("compiles", source)
    except SyntaxError as error:
        print(type(error).__name__, source)
