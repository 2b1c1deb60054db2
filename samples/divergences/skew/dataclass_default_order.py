"""The error for a field without default names the one before it

provenance: own campaign
"""

from dataclasses import make_dataclass

try:
    make_dataclass("Point", [("x", int, 1), "y"])
except Exception as error:
    print(type(error).__name__, error, sep=": ")
