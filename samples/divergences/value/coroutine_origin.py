"""Where a coroutine was made is not kept

provenance: Lib/test/test_coroutines.py test_origin_tracking
"""

import sys


async def wait():
    return 1


sys.set_coroutine_origin_tracking_depth(1)
waiting = wait()
print(waiting.cr_origin is None)
waiting.close()
