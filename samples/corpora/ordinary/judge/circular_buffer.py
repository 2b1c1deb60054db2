class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._items = [None] * capacity
        self._start = 0
        self._size = 0

    def push(self, item):
        end = (self._start + self._size) % len(self._items)
        self._items[end] = item
        if self._size < len(self._items):
            self._size += 1
        else:
            self._start = (self._start + 1) % len(self._items)

    def pop(self):
        if not self._size:
            raise LookupError("the buffer is empty")
        item = self._items[self._start]
        self._items[self._start] = None
        self._start = (self._start + 1) % len(self._items)
        self._size -= 1
        return item

    def __len__(self):
        return self._size

    def __iter__(self):
        for i in range(self._size):
            yield self._items[(self._start + i) % len(self._items)]

    def __repr__(self):
        return f"<RingBuffer {list(self)} of {len(self._items)}>"


buffer = RingBuffer(3)
for n in range(1, 6):
    buffer.push(n)
    print(buffer, len(buffer))
print(buffer.pop(), buffer.pop(), buffer)
buffer.push("x")
print(list(buffer), buffer._items, "x" in buffer, bool(buffer))
for action in (lambda: [buffer.pop() for _ in range(3)], lambda: RingBuffer(0)):
    try:
        action()
    except (LookupError, ValueError) as error:
        print(type(error).__name__, error)
print(len(buffer), bool(buffer))
