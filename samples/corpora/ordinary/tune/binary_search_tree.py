class Tree:
    def __init__(self):
        self.root = None

    def insert(self, key):
        if self.root is None:
            self.root = [key, None, None]
            return
        node = self.root
        while True:
            side = 1 if key < node[0] else 2
            if node[side] is None:
                node[side] = [key, None, None]
                return
            node = node[side]

    def __iter__(self):
        yield from self._walk(self.root)

    def _walk(self, node):
        if node:
            yield from self._walk(node[1])
            yield node[0]
            yield from self._walk(node[2])

    def height(self, node="root"):
        if node == "root":
            node = self.root
        if node is None:
            return 0
        return 1 + max(self.height(node[1]), self.height(node[2]))

    def show(self, node, depth=0):
        if node:
            self.show(node[2], depth + 1)
            print("   " * depth + str(node[0]))
            self.show(node[1], depth + 1)


tree = Tree()
for key in [50, 30, 70, 20, 40, 60, 80, 35, 45, 65]:
    tree.insert(key)
print(list(tree))
print("height", tree.height())
tree.show(tree.root)
print(sum(tree), min(tree), max(tree))
