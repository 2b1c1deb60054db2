"""The error for two builtin bases spells layout without a hyphen

provenance: own campaign
"""

try:
    type("Both", (int, str), {})
except Exception as error:
    print(type(error).__name__, error, sep=": ")
