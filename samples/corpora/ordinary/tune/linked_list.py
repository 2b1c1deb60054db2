class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self, values=()):
        self.head = None
        self.size = 0
        for value in reversed(list(values)):
            self.push(value)

    def push(self, value):
        self.head = Node(value, self.head)
        self.size += 1

    def pop(self):
        if self.head is None:
            raise IndexError("pop from empty list")
        node = self.head
        self.head = node.next
        self.size -= 1
        return node.value

    def reverse(self):
        previous = None
        node = self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __contains__(self, value):
        return any(v == value for v in self)

    def __repr__(self):
        return "LinkedList([" + ", ".join(map(repr, self)) + "])"


numbers = LinkedList([1, 2, 3, 4])
print(numbers, len(numbers))
numbers.reverse()
print(numbers, 3 in numbers, 9 in numbers)
numbers.push("top")
print(numbers.pop(), numbers.pop())
print(sum(numbers), max(numbers), list(map(lambda v: v * v, numbers)))
while numbers:
    numbers.pop()
try:
    numbers.pop()
except IndexError as e:
    print("IndexError:", e)
