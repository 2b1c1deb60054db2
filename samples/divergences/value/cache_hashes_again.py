"""functools.lru_cache hashes its arguments more than once

provenance: Lib/test/test_functools.py test_lru_hash_only_once
"""

import functools


class Key:
    count = 0

    def __hash__(self):
        Key.count += 1
        return 1


@functools.lru_cache(maxsize=1)
def name(key):
    return "name"


name(Key())
print(Key.count)
