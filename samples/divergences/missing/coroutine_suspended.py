"""A coroutine does not tell whether it waits

provenance: Lib/test/test_coroutines.py test_cr_await
"""


async def wait():
    return 1


waiting = wait()
print(hasattr(waiting, "cr_suspended"), hasattr(waiting, "cr_await"))
waiting.close()
