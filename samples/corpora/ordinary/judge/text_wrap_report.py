import textwrap

PARAGRAPH = """The quick brown fox jumps over the lazy dog. A quick movement of the
enemy will jeopardize six gunboats. Pack my box with five dozen liquor jugs, and
how vexingly quick daft zebras jump!"""


def box(text, width):
    lines = textwrap.wrap(" ".join(text.split()), width)
    print("+" + "-" * (width + 2) + "+")
    for line in lines:
        print("| " + line.ljust(width) + " |")
    print("+" + "-" * (width + 2) + "+")


box(PARAGRAPH, 40)
box(PARAGRAPH, 24)
print(textwrap.shorten(PARAGRAPH, 60))
print(textwrap.indent("one\ntwo\n\nthree", "> "))
print(textwrap.fill(PARAGRAPH, 50, initial_indent="* ", subsequent_indent="  "))
print("title".center(30, "="))
print("left".ljust(10, "."), "right".rjust(10, "."))
