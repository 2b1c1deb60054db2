import re
from typing import Iterator, NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    line: int
    column: int


SPEC = [
    ("NUMBER", r"\d+(?:\.\d+)?"),
    ("STRING", r'"[^"\n]*"'),
    ("NAME", r"[A-Za-z_]\w*"),
    ("OP", r"==|<=|>=|[-+*/=<>(){};,]"),
    ("NEWLINE", r"\n"),
    ("SKIP", r"[ \t]+|//[^\n]*"),
    ("BAD", r"."),
]
PATTERN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in SPEC))
KEYWORDS = {"let", "if", "else", "print"}


def tokenize(source: str) -> Iterator[Token]:
    line, start = 1, 0
    for match in PATTERN.finditer(source):
        kind = match.lastgroup
        text = match.group()
        column = match.start() - start + 1
        if kind == "NEWLINE":
            line += 1
            start = match.end()
        elif kind == "BAD":
            raise SyntaxError(f"line {line}: unexpected {text!r}")
        elif kind != "SKIP":
            if kind == "NAME" and text in KEYWORDS:
                kind = text.upper()
            yield Token(kind, text, line, column)


SOURCE = """let x = 3.14; // pi
if (x >= 3) { print("big", x) }
else { print(_small1) }"""
for token in tokenize(SOURCE):
    print(f"{token.line}:{token.column:<3} {token.kind:<7} {token.text}")
try:
    list(tokenize("let y = 4 ?\n"))
except SyntaxError as error:
    print(error.msg)
print(Token("NAME", "a", 1, 1)._asdict())
