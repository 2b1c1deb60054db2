TEXT = "It is a truth universally acknowledged, that a single man in possession of a good fortune, must be in want of a wife."

counts = {}
for ch in TEXT.lower():
    if ch.isalpha():
        counts[ch] = counts.get(ch, 0) + 1
total = sum(counts.values())
for ch in sorted(counts, key=lambda c: (-counts[c], c))[:10]:
    share = 100 * counts[ch] / total
    print(f"{ch} {counts[ch]:3d} {share:5.2f}% {'█' * counts[ch]}")
never = [c for c in "abcdefghijklmnopqrstuvwxyz" if c not in counts]
print("never used:", "".join(never))
height = max(counts.values())
letters = "aeiou"
for level in range(height, 0, -4):
    print("".join("|" if counts[c] >= level else " " for c in letters))
print(letters)
words = TEXT.replace(",", "").replace(".", "").split()
print(len(words), max(words, key=len), sum(len(w) for w in words) / len(words))
by_length = {}
for w in words:
    by_length.setdefault(len(w), []).append(w.lower())
for n in sorted(by_length):
    print(n, sorted(set(by_length[n])))
