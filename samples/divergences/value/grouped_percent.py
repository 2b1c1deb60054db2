"""A group separator is put where a percentage has none

provenance: own campaign
"""

print(f"{7:_.0%} {float('inf'):,%}")
