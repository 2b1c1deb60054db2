TEXT = """
title = "Demo"   # a comment
debug = true

[owner]
name = "Tom"
age = 41
height = 1.82

[servers.alpha]
ports = [8000, 8001]
hosts = ["a", "b"]
"""


class ParseError(Exception):
    def __init__(self, line, message):
        super().__init__(f"line {line}: {message}")


def value(text, line):
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return [value(part, line) for part in text[1:-1].split(",") if part.strip()]
    if text.startswith('"') and text.endswith('"'):
        return text[1:-1]
    if text in ("true", "false"):
        return text == "true"
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    raise ParseError(line, f"cannot read {text!r}")


def parse(source):
    root = {}
    table = root
    for number, line in enumerate(source.splitlines(), 1):
        line = line.split("#")[0].strip()
        if not line:
            continue
        if line.startswith("["):
            table = root
            for part in line.strip("[]").split("."):
                table = table.setdefault(part, {})
        elif "=" in line:
            key, _, rest = line.partition("=")
            table[key.strip()] = value(rest, number)
        else:
            raise ParseError(number, "expected key = value")
    return root


for key, item in parse(TEXT).items():
    print(key, "->", item)
for bad in ("x = @", "just words", "[t]\na = 1\nb = [1, x]"):
    try:
        parse(bad)
    except ParseError as error:
        print("error in", error)
