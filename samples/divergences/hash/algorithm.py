"""Texts are hashed by another algorithm

provenance: own campaign
"""

import sys

print(sys.hash_info.algorithm)
