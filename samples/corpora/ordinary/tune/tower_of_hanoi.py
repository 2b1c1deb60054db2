def hanoi(n, source, target, spare, moves):
    if n == 0:
        return
    hanoi(n - 1, source, spare, target, moves)
    moves.append((n, source, target))
    hanoi(n - 1, spare, target, source, moves)


def play(n, moves):
    pegs = {"A": list(range(n, 0, -1)), "B": [], "C": []}
    for disk, source, target in moves:
        top = pegs[source].pop()
        assert top == disk
        assert not pegs[target] or pegs[target][-1] > disk, "illegal move"
        pegs[target].append(disk)
    return pegs


for n in range(1, 8):
    moves = []
    hanoi(n, "A", "C", "B", moves)
    print(n, len(moves), 2 ** n - 1)

moves = []
hanoi(3, "A", "C", "B", moves)
for step, (disk, source, target) in enumerate(moves, start=1):
    print(f"{step}. disk {disk}: {source} -> {target}")
print(play(3, moves))
