import math
from collections import Counter

DOCS = {
    "sport": "the team won the match and the fans sang",
    "food": "the soup was hot and the bread was fresh",
    "match report": "the match was hot and the team lost",
}
STOP = {"the", "and", "was", "a"}

bags = {name: Counter(w for w in text.split() if w not in STOP) for name, text in DOCS.items()}
vocabulary = sorted(set().union(*bags.values()))
print(len(vocabulary), vocabulary)


def idf(word):
    containing = sum(1 for bag in bags.values() if word in bag)
    return math.log(len(bags) / containing)


def vector(bag):
    return [bag[w] * idf(w) for w in vocabulary]


def cosine(a, b):
    dot = sum(x * y for x, y in zip(a, b))
    norm = math.sqrt(sum(x * x for x in a)) * math.sqrt(sum(x * x for x in b))
    return dot / norm if norm else 0.0


names = list(bags)
for name in names:
    row = " ".join(f"{cosine(vector(bags[name]), vector(bags[other])):.3f}" for other in names)
    print(f"{name:<13} {row}")
for name, bag in bags.items():
    best = sorted(bag, key=lambda w: (-bag[w] * idf(w), w))[:3]
    print(name, "->", best)
query = Counter("hot match".split())
ranking = sorted(names, key=lambda n: -cosine(vector(query), vector(bags[n])))
print(ranking)
