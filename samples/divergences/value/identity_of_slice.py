"""A slice of all of a tuple or a text is another object

provenance: own campaign
"""

pair = (1, 2)
text = "abc"
print(pair[:] is pair, text[:] is text)
