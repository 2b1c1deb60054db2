CODE = {
    "A": ".-", "B": "-...", "C": "-.-.", "D": "-..", "E": ".", "F": "..-.", "G": "--.", "H": "....",
    "I": "..", "J": ".---", "K": "-.-", "L": ".-..", "M": "--", "N": "-.", "O": "---", "P": ".--.",
    "Q": "--.-", "R": ".-.", "S": "...", "T": "-", "U": "..-", "V": "...-", "W": ".--", "X": "-..-",
    "Y": "-.--", "Z": "--..", "0": "-----", "1": ".----", "2": "..---", "3": "...--",
}
LETTERS = {code: letter for letter, code in CODE.items()}


def encode(text):
    words = []
    for word in text.upper().split():
        words.append(" ".join(CODE[c] for c in word if c in CODE))
    return " / ".join(words)


def decode(code):
    return " ".join("".join(LETTERS.get(c, "?") for c in word.split()) for word in code.split("/"))


for text in ("SOS", "hello world", "Year 2013!"):
    code = encode(text)
    print(text, "=>", code)
    print("   back:", decode(code).strip())
print(decode("... --- ... / .-.-.-.-"))
lengths = {}
for letter, code in CODE.items():
    units = sum(3 if c == "-" else 1 for c in code) + len(code) - 1
    lengths.setdefault(units, []).append(letter)
for units in sorted(lengths):
    print(units, "".join(lengths[units]))
assert all(decode(encode(w)) == w for w in ("ABC", "XYZ", "QUIZ"))
print(len(CODE) == len(LETTERS))
