import heapq
from dataclasses import dataclass, field
from enum import IntEnum


class Priority(IntEnum):
    HIGH = 1
    NORMAL = 2
    LOW = 3


@dataclass(order=True)
class Task:
    priority: Priority
    due: int
    name: str = field(compare=False)
    tags: tuple = field(default=(), compare=False, repr=False)


queue = []
for task in [
    Task(Priority.LOW, 5, "clean desk"),
    Task(Priority.HIGH, 2, "fix bug", ("work",)),
    Task(Priority.NORMAL, 1, "reply mail"),
    Task(Priority.HIGH, 1, "call bank", ("home", "money")),
    Task(Priority.NORMAL, 9, "read book"),
]:
    heapq.heappush(queue, task)

print("next:", queue[0].name)
while queue:
    task = heapq.heappop(queue)
    print(task.priority.name.ljust(7), task.due, task.name, list(task.tags))
print(Task(Priority.LOW, 1, "x") < Task(Priority.HIGH, 9, "y"))
print(Priority.HIGH < Priority.LOW, Priority.HIGH + 1, max(Priority).name)
print(heapq.nsmallest(3, [9, 4, 7, 1, 8]), heapq.nlargest(2, "heap"))
