"""The absolute value of a large int is another object

provenance: own campaign
"""

number = 10**20
print(abs(number) is number)
