"""The types of both kinds of unions are one

provenance: own campaign
"""

from typing import Union

print(type(int | str), type(Union[int, str]))
