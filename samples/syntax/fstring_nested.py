"""Construct: replacement fields hold any expression, quotes and comments too (PEP 701)."""

rows = {"a": [1, 2], "b": []}
name = "ada"
print(f"{rows["a"][0]} {'\n'.join(["x", "y"])!r} {f"{f"{f"{1 + 1}"}"}"} {"\N{EM DASH}"}")
print(f"{
    name.upper()  # a comment within the field
    + "!"
} and {{literal}} {{{name}}} {{}}")
print(f"{[f"{key}:{len(values)}" for key, values in rows.items()]}")
print(f"{ {"k": 1}["k"] }", f"{(lambda x: x * 2)(4)}")
print(f'{name!r:>{len(f"{name}") + 4}}|{name!s:*^{3 * 3}}|{"é"!a}')
print(rf"\d{name}\n", F"{name}" "{name}" f"{name}")
print(f"""{"""tri"ple"""} {
    "multi"
    f"{name}"
}""", f"{(y := 5)} {y}", f"{1 if rows else 2}", f"{name != "bob"} {3 > 2}", f"{"a" "b"}")
print(f"{f"{{}}"}", f"{"{}"}".format(7), f"{(yes := True) and "yes"}", f"{*"ab", 1}")
for source in ('f"{}"', 'f"{a b}"', 'f"{a!x}"', 'f"}"', 'f"{"', 'f"{lambda x: 1}"', 'f"{a:{b}}"'):
    try:
        print(source, type(compile(source, "<made>", "eval")).__name__)
    except SyntaxError as error:
        print(source, type(error).__name__)
