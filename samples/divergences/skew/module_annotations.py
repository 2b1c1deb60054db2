"""The annotations of a module are no variable of it

provenance: own campaign
"""

x: int = 1
print("__annotations__" in globals(), "__annotate__" in globals())
