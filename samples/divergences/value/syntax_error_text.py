"""An error of syntax without a place is printed with one

provenance: own campaign
"""

print(str(SyntaxError()))
