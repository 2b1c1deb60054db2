"""dataclasses.replace raises another type for a field that __init__ does not take

provenance: own campaign
"""

from dataclasses import dataclass, field, replace


@dataclass
class Point:
    x: int = field(init=False, default=1)


try:
    replace(Point(), x=2)
except Exception as error:
    print(type(error).__name__, error, sep=": ")
