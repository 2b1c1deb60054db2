"""Run-length coding and Huffman codes."""
import heapq
from collections import Counter
from itertools import groupby


def rle(text):
    return "".join(f"{len(list(group))}{ch}" for ch, group in groupby(text))


def unrle(code):
    out, number = [], ""
    for ch in code:
        if ch.isdigit():
            number += ch
        else:
            out.append(ch * int(number))
            number = ""
    return "".join(out)


def huffman(text):
    heap = [(n, i, ch) for i, (ch, n) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap)
    serial = len(heap)
    while len(heap) > 1:
        n1, _, left = heapq.heappop(heap)
        n2, _, right = heapq.heappop(heap)
        heapq.heappush(heap, (n1 + n2, serial, (left, right)))
        serial += 1
    codes = {}

    def walk(node, prefix):
        if isinstance(node, str):
            codes[node] = prefix or "0"
        else:
            walk(node[0], prefix + "0")
            walk(node[1], prefix + "1")

    walk(heap[0][2], "")
    return codes


for text in ("aaabccdddd", "abc", "zzzzzzzzzzzz"):
    print(text, rle(text), unrle(rle(text)) == text)
text = "she sells sea shells by the sea shore"
codes = huffman(text)
for ch in sorted(codes, key=lambda c: (len(codes[c]), c)):
    print(repr(ch), codes[ch])
encoded = "".join(codes[ch] for ch in text)
print(len(text) * 8, "->", len(encoded), "bits")
