"""A negative zero with a precision loses its fraction

provenance: own campaign
"""

print(f"{-0.0:.2}")
