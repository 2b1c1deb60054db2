import string


def shift(text, key):
    upper = string.ascii_uppercase
    lower = string.ascii_lowercase
    table = str.maketrans(
        upper + lower,
        upper[key:] + upper[:key] + lower[key:] + lower[:key],
    )
    return text.translate(table)


def vigenere(text, key):
    out = []
    i = 0
    for ch in text:
        if ch.isalpha():
            base = ord("A") if ch.isupper() else ord("a")
            k = ord(key[i % len(key)].lower()) - ord("a")
            out.append(chr((ord(ch) - base + k) % 26 + base))
            i += 1
        else:
            out.append(ch)
    return "".join(out)


message = "Attack at dawn, not at Dusk!"
secret = shift(message, 3)
print(secret)
print(shift(secret, -3))
print(vigenere(message, "lemon"))
for key in range(0, 26, 5):
    print(f"{key:2d}", shift("Hello, World", key))


def frequency(text):
    letters = [c for c in text.lower() if c.isalpha()]
    return {c: letters.count(c) for c in sorted(set(letters))}


print(frequency(message))
