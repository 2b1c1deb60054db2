import asyncio


async def cook(name, steps, log):
    for step in range(1, steps + 1):
        log.append(f"{name}:{step}")
        await asyncio.sleep(0)
    return f"{name} ready"


async def producer(queue, count):
    for i in range(count):
        await queue.put(i * i)
    await queue.put(None)


async def consumer(queue):
    total = 0
    while (item := await queue.get()) is not None:
        total += item
    return total


async def failing():
    await asyncio.sleep(0)
    raise ValueError("burnt")


async def main():
    log = []
    results = await asyncio.gather(cook("soup", 3, log), cook("cake", 2, log), cook("tea", 1, log))
    print(results)
    print(" ".join(log))
    queue = asyncio.Queue(maxsize=2)
    _, total = await asyncio.gather(producer(queue, 6), consumer(queue))
    print("total", total)
    outcome = await asyncio.gather(failing(), cook("rice", 1, log), return_exceptions=True)
    print([type(o).__name__ if isinstance(o, Exception) else o for o in outcome])
    try:
        await failing()
    except ValueError as error:
        print("caught", error)


asyncio.run(main())
