class Node:
    def __init__(self, name, *children, size=0):
        self.name = name
        self.children = list(children)
        self.size = size

    def total(self):
        return self.size + sum(child.total() for child in self.children)

    def walk(self, depth=0):
        yield depth, self
        for child in self.children:
            yield from child.walk(depth + 1)

    def find(self, name):
        for _, node in self.walk():
            if node.name == name:
                return node
        return None


def draw(node, prefix="", last=True, root=True):
    connector = "" if root else ("└── " if last else "├── ")
    print(f"{prefix}{connector}{node.name} ({node.total()})")
    if not root:
        prefix += "    " if last else "│   "
    for i, child in enumerate(node.children):
        draw(child, prefix, i == len(node.children) - 1, False)


tree = Node(
    "project",
    Node("src", Node("main.py", size=120), Node("util.py", size=45), Node("data", Node("a.csv", size=900))),
    Node("tests", Node("test_main.py", size=60)),
    Node("README", size=12),
)
draw(tree)
print(max(depth for depth, _ in tree.walk()), "levels deep")
big = [n.name for _, n in tree.walk() if n.size > 50]
print("big files:", big)
print(tree.find("data").total(), tree.find("nothing"))
leaves = sum(1 for _, n in tree.walk() if not n.children)
print(f"{leaves} leaves, average size {tree.total() / leaves:.1f}")
