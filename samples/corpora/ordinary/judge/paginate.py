from itertools import islice, chain, zip_longest


def chunks(items, size):
    it = iter(items)
    while batch := list(islice(it, size)):
        yield batch


def page(items, number, size=5):
    pages = -(-len(items) // size)
    if not 1 <= number <= pages:
        raise ValueError(f"page {number} of {pages}")
    start = (number - 1) * size
    return items[start:start + size], pages


def columns(items, n):
    rows = zip_longest(*[iter(items)] * n, fillvalue="")
    for row in rows:
        print("".join(f"{str(cell):<12}" for cell in row).rstrip())


fruits = ["apple", "banana", "cherry", "date", "elderberry", "fig", "grape", "honeydew", "kiwi", "lemon", "mango"]
for batch in chunks(fruits, 4):
    print(batch)
for n in (1, 3, 4):
    try:
        items, total = page(fruits, n)
        print(f"page {n}/{total}: {items}")
    except ValueError as e:
        print("no such page:", e)
columns(fruits, 3)
print(list(chain.from_iterable(chunks(range(7), 3))))
