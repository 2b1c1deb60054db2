"""An error of the system without a text is not printed as one

provenance: own campaign
"""

print(FileNotFoundError(0, None))
