"""Idiom: defaultdict and Counter aggregate records, here an access log and the words of a text."""

from collections import Counter, defaultdict

LOG = """\
10.0.0.7 GET /index.html 200 1043
10.0.0.9 GET /logo.svg 200 5120
10.0.0.7 POST /login 302 0
10.0.0.7 GET /home 200 2210
10.0.0.3 GET /missing 404 310
10.0.0.9 GET /index.html 304 0
10.0.0.3 GET /admin 403 280
10.0.0.9 GET /index.html 200 1043
"""

TEXT = "the quick brown fox jumps over the lazy dog and the dog sleeps while the fox jumps on"

bytes_by_client = defaultdict(int)
paths_by_status = defaultdict(lambda: defaultdict(list))
methods = Counter()
for line in LOG.splitlines():
    client, method, path, status, size = line.split()
    bytes_by_client[client] += int(size)
    paths_by_status[f"{status[0]}xx"][status].append(path)
    methods[method] += 1

for client, total in sorted(bytes_by_client.items(), key=lambda item: -item[1]):
    print(f"{client:>9} {total:>6,} bytes")
for family in sorted(paths_by_status):
    print(family, dict(paths_by_status[family]))
print(methods, methods["DELETE"], "DELETE" in methods, methods.total())

words = Counter(TEXT.split())
print(words.most_common(3))
letters = Counter(TEXT.replace(" ", ""))
print("".join(letter for letter, _ in letters.most_common(6)), letters["e"], len(letters))

stock, sold = Counter(apples=5, pears=2, plums=1), Counter(apples=3, pears=4)
print(stock - sold, stock + sold, stock & sold, stock | sold, sep="\n")
stock.subtract(sold)
print(stock, +stock, sorted(stock.elements()))

index = defaultdict(set)
for word in words:
    index[len(word)].add(word)
print({length: sorted(group) for length, group in sorted(index.items())})
print(index.get(11), 11 in index, index[11], 11 in index, bytes_by_client.default_factory.__name__)
