"""The alignment of numbers is accepted for a text

provenance: own campaign
"""

try:
    print(f"{'a':=4}")
except ValueError as error:
    print(type(error).__name__)
