"""Methods of builtin types have no docstring

provenance: own campaign
"""

print(str.join.__doc__ is None, list.append.__doc__ is None, dict.get.__doc__ is None)
