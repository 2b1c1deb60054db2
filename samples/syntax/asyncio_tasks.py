"""Construct: asyncio runs tasks side by side, cancels them and gathers what they give."""

import asyncio

log = []


async def worker(name, steps):
    try:
        for step in range(steps):
            log.append(f"{name}{step}")
            await asyncio.sleep(0)
        return name * steps
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def main():
    print(await asyncio.gather(worker("a", 2), worker("b", 3)), log)
    task = asyncio.create_task(worker("c", 9), name="third")
    await asyncio.sleep(0)
    task.cancel()
    cancelled, slept = await asyncio.gather(task, asyncio.sleep(0, "slept"), return_exceptions=True)
    print(type(cancelled).__name__, slept)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(worker(name, 1)) for name in "xy"]
    queue = asyncio.Queue()
    queue.put_nowait("queued")
    print([task.result() for task in tasks], await queue.get(), task.get_name(), task.cancelled())
    print(log[5:])


asyncio.run(main())
