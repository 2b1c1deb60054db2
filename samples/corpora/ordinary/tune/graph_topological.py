class CycleError(Exception):
    def __init__(self, path):
        super().__init__(" -> ".join(path))
        self.path = path


def topological(graph):
    done, active, order = set(), [], []

    def visit(node):
        if node in done:
            return
        if node in active:
            raise CycleError(active[active.index(node):] + [node])
        active.append(node)
        for dependency in graph.get(node, []):
            visit(dependency)
        active.pop()
        done.add(node)
        order.append(node)

    for node in graph:
        visit(node)
    return order


build = {
    "app": ["lib", "ui"],
    "ui": ["toolkit", "lib"],
    "lib": ["core"],
    "toolkit": ["core"],
    "tests": ["app"],
}
order = topological(build)
print(order)
for i, name in enumerate(order, 1):
    needs = ", ".join(build.get(name, [])) or "nothing"
    print(f"{i}. build {name} (needs {needs})")
build["core"] = ["tests"]
try:
    topological(build)
except CycleError as e:
    print("cycle:", e)
    print(len(e.path), e.path[0] == e.path[-1])
