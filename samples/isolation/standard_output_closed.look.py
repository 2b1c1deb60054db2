"""Looks: whether what it prints is seen."""

print("this is seen")
