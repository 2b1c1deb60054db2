"""Looks: whether a function of another program is called when this one ends."""

print("nothing comes after this line")
