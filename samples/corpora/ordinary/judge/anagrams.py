from collections import defaultdict
from itertools import permutations

WORDS = """listen silent enlist google elgoog abc cab bca inlets banana
stone notes onset tones evil vile live veil a night thing""".split()

groups = defaultdict(list)
for word in WORDS:
    groups["".join(sorted(word))].append(word)

for key, words in sorted(groups.items()):
    if len(words) > 1:
        print(f"{key:>8}: {', '.join(sorted(words))}")

largest = max(groups.values(), key=len)
print("largest group:", largest)
print(["".join(p) for p in permutations("abc")])
print(len(set(permutations("banana"))))


def is_palindrome(text):
    letters = [c.lower() for c in text if c.isalnum()]
    return letters == letters[::-1]


for phrase in ("A man, a plan, a canal: Panama", "Not a palindrome", "Was it a car or a cat I saw?", ""):
    print(f"{phrase!r}: {is_palindrome(phrase)}")
