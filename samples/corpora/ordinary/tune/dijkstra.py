import heapq

ROADS = {
    "A": {"B": 7, "C": 9, "F": 14},
    "B": {"A": 7, "C": 10, "D": 15},
    "C": {"A": 9, "B": 10, "D": 11, "F": 2},
    "D": {"B": 15, "C": 11, "E": 6},
    "E": {"D": 6, "F": 9},
    "F": {"A": 14, "C": 2, "E": 9},
}


def shortest_paths(graph, start):
    distance = {node: float("inf") for node in graph}
    previous = {}
    distance[start] = 0
    queue = [(0, start)]
    while queue:
        d, node = heapq.heappop(queue)
        if d > distance[node]:
            continue
        for neighbour, weight in graph[node].items():
            candidate = d + weight
            if candidate < distance[neighbour]:
                distance[neighbour] = candidate
                previous[neighbour] = node
                heapq.heappush(queue, (candidate, neighbour))
    return distance, previous


def path_to(previous, node):
    path = [node]
    while path[-1] in previous:
        path.append(previous[path[-1]])
    return path[::-1]


distance, previous = shortest_paths(ROADS, "A")
for node in sorted(distance):
    print(node, distance[node], " -> ".join(path_to(previous, node)))
print(distance)
