"""str.title does not know the final sigma

provenance: own campaign
"""

print(ascii("\u0391\u03a3".title()))
