"""A coroutine that nobody waited for is not warned of

provenance: Lib/test/test_coroutines.py test_func_9
"""

import gc
import warnings


async def wait():
    return 1


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    wait()
    gc.collect()
print([warning.category.__name__ for warning in caught])
