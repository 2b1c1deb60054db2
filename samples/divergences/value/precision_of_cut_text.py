"""A text that is cut to a precision is not filled to its width

provenance: own campaign
"""

print(f"{'abc':10.2}|", f"{'abc':>6.1}|")
