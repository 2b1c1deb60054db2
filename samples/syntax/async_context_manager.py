"""Construct: async with awaits __aenter__ and __aexit__."""

import contextlib

log = []


class Lock:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        log.append(f"+{self.name}")
        return self.name

    async def __aexit__(self, kind, error, traceback):
        log.append(f"-{self.name}:{kind and kind.__name__}")
        return self.swallow


@contextlib.asynccontextmanager
async def managed(name):
    try:
        yield name.upper()
    finally:
        log.append(f"~{name}")


async def main():
    async with Lock("a") as a, Lock("b", swallow=True) as b, managed("m") as m:
        print(a, b, m)
        raise KeyError(a)
    async with contextlib.AsyncExitStack() as stack:
        print(await stack.enter_async_context(Lock("s")))
        print(stack.enter_context(contextlib.nullcontext(7)))
    with contextlib.suppress(ValueError):
        async with Lock("c"):
            raise ValueError


list(main().__await__())
print(log)
