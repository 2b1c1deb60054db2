def solve(capacities, goal):
    start = (0,) * len(capacities)
    previous = {start: None}
    queue = [start]
    for state in queue:
        if goal in state:
            path = [state]
            while previous[path[-1]] is not None:
                path.append(previous[path[-1]])
            return path[::-1]
        for i, content in enumerate(state):
            moves = [state[:i] + (capacities[i],) + state[i + 1:], state[:i] + (0,) + state[i + 1:]]
            for j in range(len(state)):
                if i != j:
                    poured = min(content, capacities[j] - state[j])
                    new = list(state)
                    new[i] -= poured
                    new[j] += poured
                    moves.append(tuple(new))
            for new in moves:
                if new not in previous:
                    previous[new] = state
                    queue.append(new)
    return None


for capacities, goal in (((3, 5), 4), ((8, 5, 3), 1), ((2, 4), 3), ((7, 11), 6)):
    path = solve(capacities, goal)
    if path is None:
        print(capacities, goal, "impossible")
    else:
        print(capacities, goal, f"{len(path) - 1} steps")
        print("  ", " ".join("/".join(map(str, s)) for s in path))
