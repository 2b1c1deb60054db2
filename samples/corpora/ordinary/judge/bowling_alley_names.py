NAMES = """Müller, Anna
O'Neil, Sean
van Dyk, Piet
García, José
Lee,Ann
Smith"""


def parse(line):
    last, _, first = (part.strip() for part in line.partition(","))
    return first, last


def initials(first, last):
    return "".join(part[0].upper() for part in (first + " " + last).split())


people = [parse(line) for line in NAMES.splitlines()]
for first, last in people:
    print(f"{first:>6} {last:<10}|{initials(first, last):>4}|{len(last):2}|{last.upper()}")
print(sorted(last for _, last in people))
print(sorted((last for _, last in people), key=str.casefold))
print([first or "(none)" for first, _ in people])
email = [f"{first[:1]}{last}".lower().replace(" ", "").replace("'", "") + "@example.org" for first, last in people]
print("\n".join(email))
print(max(people, key=lambda p: len(p[1])), [n.encode("utf-8") for _, n in people[:1]])
print("é" in "José", "José".find("é"), len("José"), "José".encode().decode("utf-8") == "José")
