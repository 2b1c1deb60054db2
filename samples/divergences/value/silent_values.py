"""A sum, the order of a set, a rounding and a format differ, and nothing raises

provenance: own campaign
"""

print(sum([0.1]*10), {3,1,2}, round(2.675,2), f"{True:5}|")
