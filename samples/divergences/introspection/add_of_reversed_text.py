"""A text has a method __radd__

provenance: own campaign
"""

print(hasattr(str, "__radd__"))
