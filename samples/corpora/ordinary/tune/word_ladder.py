from collections import deque
from string import ascii_lowercase

WORDS = set("cold cord card ward warm word wood good gold goad load lord bold bald ball wall well dog".split())


def neighbours(word):
    for i in range(len(word)):
        for letter in ascii_lowercase:
            candidate = word[:i] + letter + word[i + 1:]
            if candidate != word and candidate in WORDS:
                yield candidate


def ladder(start, goal):
    queue = deque([[start]])
    seen = {start}
    while queue:
        path = queue.popleft()
        if path[-1] == goal:
            return path
        for word in neighbours(path[-1]):
            if word not in seen:
                seen.add(word)
                queue.append(path + [word])
    return None


for start, goal in (("cold", "warm"), ("good", "ball"), ("dog", "cold"), ("wall", "wall")):
    path = ladder(start, goal)
    if path:
        print(f"{start} to {goal} in {len(path) - 1} steps: {' '.join(path)}")
    else:
        print(f"{start} to {goal}: no way")
print({w: sorted(neighbours(w)) for w in sorted(WORDS) if len(list(neighbours(w))) > 3})
