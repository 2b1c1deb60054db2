from collections import Counter

TEXT = """
It was the best of times, it was the worst of times, it was the age of
wisdom, it was the age of foolishness, it was the epoch of belief, it was
the epoch of incredulity, it was the season of light, it was the season of
darkness, it was the spring of hope, it was the winter of despair.
"""


def words(text):
    for raw in text.split():
        word = raw.strip(".,;:!?").lower()
        if word:
            yield word


counts = Counter(words(TEXT))
print("total words:", sum(counts.values()))
print("different words:", len(counts))
for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:8]:
    print(f"{word:>10} {'#' * n} {n}")

lengths = Counter()
for word, n in counts.items():
    lengths[len(word)] += n
for length in sorted(lengths):
    print(length, lengths[length])
