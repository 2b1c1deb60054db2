import re
import statistics

TEXT = """Call me Ishmael. Some years ago, never mind how long precisely, having little
or no money in my purse, and nothing particular to interest me on shore, I thought I
would sail about a little! Is it a way I have of driving off the spleen? It is."""

sentences = [s.strip() for s in re.split(r"(?<=[.!?])\s+", TEXT) if s.strip()]
words = re.findall(r"[A-Za-z']+", TEXT)
print(len(sentences), "sentences,", len(words), "words,", len(set(w.lower() for w in words)), "different")
for s in sentences:
    n = len(re.findall(r"\w+", s))
    print(f"{n:3} {' '.join(s.split())[:50]}")


def syllables(word):
    groups = re.findall(r"[aeiouy]+", word.lower())
    count = len(groups)
    if word.lower().endswith("e") and count > 1:
        count -= 1
    return max(count, 1)


per_word = [syllables(w) for w in words]
flesch = 206.835 - 1.015 * len(words) / len(sentences) - 84.6 * sum(per_word) / len(words)
print(f"reading ease {flesch:.2f}")
lengths = [len(w) for w in words]
print(statistics.mean(lengths), statistics.median(lengths), statistics.mode(lengths))
print(f"{statistics.pstdev(lengths):.4f} {statistics.variance(lengths):.4f}")
print(sorted({w for w in words if len(w) > 7}, key=lambda w: (len(w), w)))
print(re.sub(r"\b(\w)(\w*)\b", lambda m: m[1].upper() + m[2], sentences[0]))
