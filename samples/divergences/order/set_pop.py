"""What is left of a set stays in the order in which it was filled

provenance: own campaign
"""

numbers = {5, 3, 1}
print(numbers.pop(), numbers)
