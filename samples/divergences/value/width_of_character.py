"""A character from a number is filled to another width

provenance: own campaign
"""

print(ascii(f"{255:3c}|"), ascii(f"{0xe9:>4c}"))
