"""Of a set the element that was put in last is left

provenance: own campaign
"""

numbers = {5, 3, 1}
print(numbers.pop(), numbers)
