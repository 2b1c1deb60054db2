"""int() refuses the decimal digits of other scripts

provenance: RustPython/RustPython#8521
"""

for text in ["\u0661\u0662\u0663", "\u0967\u0968", "\U0001d7d9"]:
    try:
        print(ascii(text), int(text))
    except ValueError as error:
        print(ascii(text), type(error).__name__)
