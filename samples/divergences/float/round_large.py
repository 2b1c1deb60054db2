"""A large float is rounded to what it was not

provenance: Lib/test/test_float.py test_previous_round_bugs
"""

print(round(56294995342131.5, 3))
