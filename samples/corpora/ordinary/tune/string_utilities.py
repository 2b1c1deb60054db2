def snake(name):
    out = ""
    for i, ch in enumerate(name):
        if ch.isupper() and i and not name[i - 1].isupper():
            out += "_"
        out += ch.lower()
    return out


def camel(name):
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def slug(title):
    keep = "".join(c if c.isalnum() else " " for c in title.lower())
    return "-".join(keep.split())


def vowels(text):
    return sum(text.lower().count(v) for v in "aeiou")


for name in ("camelCase", "HTTPServer", "simple", "getUserName"):
    print(name, snake(name), camel(snake(name)))
print(slug("  Hello, World! 10 things -- you should know  "))
print(vowels("Programming in Python"))
text = "The rain in Spain"
print(text.lower().swapcase(), text[::-1], text[4:8], text.find("ain"), text.rfind("ain"), text.count("ain"))
print(text.split(), text.partition(" in "), text.replace("ain", "AIN", 1))
print(" trim me ".strip(), "xxhixx".lstrip("x"), "a,b,,c".split(","), "line1\nline2".splitlines())
print("abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "Title Case".istitle())
print("-".join("python"), "ab" * 3, "x" in "xyz", "b" > "a", ord("A"), chr(97))
print("tab\tseparated".expandtabs(8), "z".zfill(3), "-7".zfill(4))
print("prefix_name".removeprefix("prefix_"), "file.txt".removesuffix(".txt"))
