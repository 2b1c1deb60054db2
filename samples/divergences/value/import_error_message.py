"""The message of an import error with two arguments is the first

provenance: own campaign
"""

print(ImportError("text", 1).msg)
