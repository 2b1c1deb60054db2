import math
import random


def distance(p, q):
    return math.dist(p, q)


def centroid(points):
    n = len(points)
    return tuple(sum(c) / n for c in zip(*points))


def k_means(points, k, rng, rounds=20):
    centers = rng.sample(points, k)
    for step in range(rounds):
        clusters = [[] for _ in range(k)]
        for p in points:
            nearest = min(range(k), key=lambda i: distance(p, centers[i]))
            clusters[nearest].append(p)
        updated = [centroid(c) if c else centers[i] for i, c in enumerate(clusters)]
        if updated == centers:
            break
        centers = updated
    return centers, clusters, step


rng = random.Random(0)
points = []
for cx, cy in ((0, 0), (10, 10), (0, 10)):
    points += [(cx + rng.gauss(0, 1), cy + rng.gauss(0, 1)) for _ in range(30)]
centers, clusters, steps = k_means(points, 3, rng)
for center, cluster in sorted(zip(centers, clusters)):
    print(f"({center[0]:6.2f}, {center[1]:6.2f}) {len(cluster)} points")
print("steps", steps)
spread = sum(distance(p, c) ** 2 for c, cluster in zip(centers, clusters) for p in cluster)
print(f"spread {spread:.3f}")
