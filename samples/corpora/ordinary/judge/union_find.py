class UnionFind:
    def __init__(self, items):
        self.parent = {x: x for x in items}
        self.size = {x: 1 for x in items}

    def find(self, x):
        root = x
        while self.parent[root] != root:
            root = self.parent[root]
        while self.parent[x] != root:
            self.parent[x], x = root, self.parent[x]
        return root

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.size[a] < self.size[b]:
            a, b = b, a
        self.parent[b] = a
        self.size[a] += self.size[b]
        return True

    def groups(self):
        out = {}
        for x in self.parent:
            out.setdefault(self.find(x), []).append(x)
        return sorted(sorted(g) for g in out.values())


EDGES = [("a", "b", 4), ("b", "c", 8), ("c", "d", 7), ("d", "e", 9), ("e", "f", 10), ("f", "g", 2),
         ("g", "h", 1), ("h", "a", 8), ("b", "h", 11), ("c", "i", 2), ("i", "g", 6), ("c", "f", 4), ("d", "f", 14)]
nodes = sorted({n for e in EDGES for n in e[:2]})
uf = UnionFind(nodes)
total = 0
for a, b, w in sorted(EDGES, key=lambda e: (e[2], e[:2])):
    if uf.union(a, b):
        total += w
        print(f"{a}-{b} {w:2} total {total:2} groups {len(uf.groups())}")
print(uf.groups())
friends = UnionFind(range(8))
for pair in ((0, 1), (2, 3), (1, 3), (5, 6)):
    friends.union(*pair)
print(friends.groups(), friends.find(0) == friends.find(2), friends.union(0, 2))
