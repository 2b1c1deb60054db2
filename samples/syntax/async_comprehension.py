"""Construct: comprehensions may use async for and await in async functions."""


class Count:
    def __init__(self, stop):
        self.stop, self.now = stop, 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.now == self.stop:
            raise StopAsyncIteration
        self.now += 1
        return self.now


async def double(n):
    return n * 2


async def main():
    print([n async for n in Count(4) if n % 2], {n: n * n async for n in Count(3)})
    print(sorted({await double(n) for n in (3, 1, 3)}), [await double(n) async for n in Count(2)])
    print([(a, b) async for a in Count(2) async for b in Count(a) if await double(a) > b])
    lazy = (await double(n) async for n in Count(3))
    print(type(lazy).__name__, [n async for n in lazy], [n for n in [x async for x in Count(2)]])


try:
    main().send(None)
except StopIteration as stop:
    print("returned", stop.value)
