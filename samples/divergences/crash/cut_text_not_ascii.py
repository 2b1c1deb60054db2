"""A text that is not ASCII and is cut to a precision panics

provenance: own campaign
ends: 126
"""

print(ascii(f"{'e\u0301':.2}"))
