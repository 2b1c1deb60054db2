"""A coroutine can be walked as an iterator

provenance: Lib/test/test_coroutines.py test_func_5
"""


async def wait():
    return 1


waiting = wait()
try:
    for _ in waiting:
        pass
    print("walked")
except TypeError as error:
    print(type(error).__name__)
waiting.close()
