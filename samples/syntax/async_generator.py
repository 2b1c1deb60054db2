"""Construct: an async generator yields to async for, and takes asend, athrow and aclose."""

log = []


async def count(stop):
    try:
        for n in range(stop):
            got = yield n
            if got:
                log.append(got)
    except ValueError:
        yield "handled"
    finally:
        log.append("finally")


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
    except StopAsyncIteration:
        return "ended"


async def loop():
    async for n in count(3):
        print("got", n)


print(run(loop()), log)
made = count(5)
print(run(anext(made)), run(made.asend("sent")))
print(run(made.athrow(ValueError)), run(anext(made)), log)
other = count(5)
print(run(other.__anext__()), run(other.aclose()))
print(run(anext(other, "default")), log, type(made).__name__)
