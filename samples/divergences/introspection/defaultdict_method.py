"""The methods of defaultdict are functions in Python

provenance: RustPython/RustPython#8132
"""

from collections import defaultdict

print(type(defaultdict.__or__).__name__, type(defaultdict.copy).__name__)
