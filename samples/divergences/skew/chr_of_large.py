"""chr() of a large int raises another type

provenance: own campaign
"""

try:
    chr(2**63)
except (OverflowError, ValueError) as error:
    print(type(error).__name__)
