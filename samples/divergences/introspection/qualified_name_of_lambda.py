"""The qualified name of a function within a lambda lacks the place

provenance: own campaign
"""

print((lambda: lambda: 1)().__qualname__)
